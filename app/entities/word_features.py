"""What a single word tells a model: its letters, its shape, the lists it stands in. The same word always tells the same."""

from app.entities.lexicon import Lexicon
from app.entities.person_names import is_initial

_AFFIX = 4
_LONG = 30
_MOST_WORDS = 10_000


class WordFeatures:
    """Features of words, worked out once a word."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._in: dict[str, list[str]] = {}
        self._own: dict[str, tuple[str, ...]] = {}
        self._beside: dict[int, dict[str, tuple[str, ...]]] = {}

    def own(self, word: str) -> tuple[str, ...]:
        """Return the features of a word for its own place."""
        found = self._own.get(word)
        if found is None:
            found = self._own[word] = self._describe(word)
        return found

    def beside(self, offset: int, word: str) -> tuple[str, ...]:
        """Return the features of a word for the place `offset` words away (-1: the word before)."""
        known = self._beside.setdefault(offset, {})
        found = known.get(word)
        if found is None:
            at = f"{offset:+d}"
            lists = tuple(f"{at}{name}" for name in self.lists(word)) if abs(offset) == 1 else ()
            found = known[word] = (f"{at}w={word.lower()[:_LONG]}", f"{at}s={shape(word)}", *lists)
        return found

    def _describe(self, word: str) -> tuple[str, ...]:
        small = word.lower()[:_LONG]
        if not word[0].isupper():
            return ("b", f"w={small}", f"s={shape(word)}", *self.lists(word))
        affixes = [f"p{n}={small[:n]}" for n in range(1, _AFFIX + 1)] + [f"e{n}={small[-n:]}" for n in range(1, _AFFIX + 1)]
        lists = self.lists(word)
        sums = (f"l={'|'.join(lists)}", f"l={'|'.join(lists)}/{shape(word)}") if lists else (f"l=/{shape(word)}",)
        return ("b", f"w={small}", f"s={shape(word)}", f"s4={long_shape(word)}", *affixes, *lists, *sums)

    def lists(self, word: str) -> list[str]:
        """Return the names of the lists that a word stands in; not to be changed."""
        found = self._in.get(word)
        if found is None:
            self._forget()
            found = self._in[word] = self._look_up(word)
        return found

    def _forget(self) -> None:
        """Keep the memory of a long run small: frequent words are soon known again."""
        if len(self._in) >= _MOST_WORDS:
            self._in.clear()
            self._own.clear()
            self._beside.clear()

    def _look_up(self, word: str) -> list[str]:
        own, parts, lexicon = self._lexicon.organisations, self._lexicon.parts, self._lexicon
        small = word.lower()
        listed = (
            ("gender", parts.gender), ("surname", parts.surnames), ("suffix", parts.suffixes), ("head", own.heads),
            ("firm", own.suffixes), ("start", own.starts), ("prefix", own.prefixes), ("generic", own.generic),
            ("placehead", own.place_heads), ("placestart", own.place_starts), ("event", own.events),
            ("demonym", lexicon.demonyms), ("ordinary", lexicon.ordinary), ("placebefore", lexicon.context.place_before),
            ("personbefore", lexicon.context.person_before), ("personafter", lexicon.context.person_after),
            ("bodybefore", lexicon.context.organisation_before), ("bodyafter", lexicon.context.organisation_after),
            ("placenoun", lexicon.context.place_noun),
        )  # fmt: skip
        lower = (
            ("verb", lexicon.speech.verbs), ("particle", parts.particles), ("common", lexicon.common),
            ("function", lexicon.function), ("pronoun", lexicon.speech.pronouns),
        )  # fmt: skip
        found = [name for name, words in listed if word in words] + [name for name, words in lower if small in words]
        return found + (["initial"] if is_initial(word) else [])


def shape(word: str) -> str:
    """Return a word's shape, runs of one class made one: `Xx` for "Berlin", `XxXx` for "McDonald", `X.X.` for "U.S."."""
    made = ""
    for letter in word[:_LONG]:
        kind = _class(letter)
        if not made or made[-1] != kind:
            made += kind
    return made


def long_shape(word: str) -> str:
    """Return a word's shape letter by letter, at most four from each end."""
    kinds = "".join(map(_class, word[:_LONG]))
    return kinds if len(kinds) <= 2 * _AFFIX else f"{kinds[:_AFFIX]}~{kinds[-_AFFIX:]}"


def _class(letter: str) -> str:
    if letter.isupper():
        return "X"
    if letter.islower():
        return "x"
    return "d" if letter.isdigit() else "o" if letter.isalpha() else letter
