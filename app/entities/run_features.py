"""What the whole stretch of capitals says of each word in it: "Bank" in "Bank of Upper Silesia" is far from the end it explains."""

from app.entities.casing import Reading
from app.entities.lexicon import Lexicon
from app.entities.runs import runs
from app.entities.word_features import WordFeatures

_MOST = 5
_BRACKETED = range(2, 9)


def run_features(reading: Reading, lexicon: Lexicon, words: WordFeatures) -> dict[int, tuple[str, ...]]:
    """Return the features of each token that stands in a run of capitals, by token."""
    found: dict[int, tuple[str, ...]] = {}
    printed = reading.tokens.words
    for first, last in runs(reading, lexicon):
        told = _run(printed, first, last, words)
        length = last - first
        for at in range(first, last):
            place = f"{'B' if at == first else 'E' if at == last - 1 else 'I'}{min(length, _MOST)}"
            found[at] = (*told, f"run={place}", f"run={place}/{told[0]}")
    return found


def _run(printed: tuple[str, ...], first: int, last: int, words: WordFeatures) -> tuple[str, ...]:
    before = printed[first - 1].lower() if first else "\n"
    after = printed[last].lower() if last < len(printed) else "\n"
    ends = [f"rl+{name}" for name in words.lists(printed[last - 1])] if last - first > 1 else []
    starts = [f"rf+{name}" for name in words.lists(printed[first])] if last - first > 1 else []
    inside = {
        f"ri+{name}"
        for word in printed[first:last]
        for name in words.lists(word)
        if name in ("head", "firm", "start", "placehead", "gender", "event")
    }
    bracketed = (
        last + 2 < len(printed)
        and printed[last] == "("
        and printed[last + 1].isupper()
        and len(printed[last + 1]) in _BRACKETED
    )
    told = (
        f"rl={printed[last - 1].lower()}",
        f"rf={printed[first].lower()}",
        f"rb={before}",
        f"ra={after}",
        *ends,
        *starts,
        *sorted(inside),
    )
    return (*told, "bracketed") if bracketed else told
