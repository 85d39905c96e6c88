"""What the whole stretch of capitals says of each word in it: "Bank" in "Bank of Upper Silesia" is far from the end it explains."""

from app.entities.casing import Reading
from app.entities.lexicon import Lexicon
from app.entities.runs import runs
from app.entities.word_features import WordFeatures

_MOST = 5
_BRACKETED = range(2, 9)
_AGE = 2
_TELLING = frozenset({"head", "firm", "start", "placehead", "gender", "event"})


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
    """Return what all words of a run are told: its ends, what stands before and behind it, which lists its words are in."""
    inside = {f"ri+{name}" for word in printed[first:last] for name in words.lists(word) if name in _TELLING}
    told = [
        f"rl={printed[last - 1].lower()}",
        f"rf={printed[first].lower()}",
        f"re={printed[last - 1][-3:].lower()}",
        *sorted(inside),
    ]
    if last - first > 1:
        told += [f"rl+{name}" for name in words.lists(printed[last - 1])]
        told += [f"rf+{name}" for name in words.lists(printed[first])]
    return (*told, *_beside(printed, first, last, words))


def _beside(printed: tuple[str, ...], first: int, last: int, words: WordFeatures) -> list[str]:
    before, after = _at(printed, first - 1), _at(printed, last)
    further = _at(printed, last + 1)
    told = [f"rb={before.lower()}", f"rbb={_at(printed, first - 2).lower()} {before.lower()}", f"ra={after.lower()}"]
    told += [f"rb+{name}" for name in words.lists(before)] + [f"ra+{name}" for name in words.lists(after)]
    if after == ",":
        told.append("ra,age" if further.isdigit() and len(further) == _AGE else f"ra,{further.lower()}")
        told += [f"ra,+{name}" for name in words.lists(further)]
    if after == "(" and further.isupper() and len(further) in _BRACKETED and _at(printed, last + 2) == ")":
        told.append("bracketed")
    return told


def _at(printed: tuple[str, ...], place: int) -> str:
    return printed[place] if 0 <= place < len(printed) else "\n"
