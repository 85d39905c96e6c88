"""What a model is told of each token: the word, its neighbours, the lists, the rules' opinion, the rest of the article."""

from collections.abc import Iterator

from app.entities.candidates import Candidate
from app.entities.casing import Reading, read_capitals
from app.entities.elsewhere import Elsewhere
from app.entities.lexicon import Lexicon
from app.entities.list_places import list_places
from app.entities.resolution import resolve
from app.entities.rule_tagger import RuleTagger
from app.entities.run_features import run_features
from app.entities.tokens import Tokens
from app.entities.word_features import WordFeatures

_LONGEST = 150
_BESIDE = (-2, -1, 1, 2)
_NEXT = (-1, 1)
"""Words in lower case, nine of ten, are rarely part of a name: the model is told less of them."""
_JOINS = frozenset({"-", "'s", "of", "and", "the", "&", "for", "de"})
_ENDS = frozenset(".!?")


class ArticleFeatures:
    """The features of one article's tokens, sentence by sentence; `rules` are the candidates of the rule tagger."""

    def __init__(
        self, texts: tuple[Tokens, ...], lexicon: Lexicon, words: WordFeatures, tagger: RuleTagger, *, language: str
    ) -> None:
        self._words = words
        self._readings = read_capitals(texts, lexicon)
        self.rules = tagger.tag_readings(self._readings, language=language)
        self._rules = [_opinions(self.rules, index, len(tokens)) for index, tokens in enumerate(texts)]
        self._names = _resolved(self.rules, texts, lexicon)
        self._lists = [list_places(reading.tokens.words, lexicon) for reading in self._readings]
        self._runs = [run_features(reading, lexicon, words) for reading in self._readings]
        self._elsewhere = Elsewhere(self._readings, self._lists, self._names, lexicon)

    def sentences(self, text: int) -> Iterator[tuple[int, int]]:
        """Yield first and last (exclusive) token of each sentence with a capital in it, at most 150 tokens long."""
        reading = self._readings[text]
        words, opens = reading.tokens.words, reading.tokens.opens
        start = 0
        for at, word in enumerate((*words, "\n")):
            ends = word == "\n" or at - start >= _LONGEST or (at > start and opens[at] and words[at - 1] in _ENDS)
            if not ends:
                continue
            if any(each[0].isupper() for each in words[start:at]):
                yield start, at
            start = at + (word == "\n")

    def of(self, text: int, first: int, last: int) -> list[list[str]]:
        """Return the features of tokens `first` to `last` (exclusive)."""
        return [self._of(text, at) for at in range(first, last)]

    def _of(self, text: int, at: int) -> list[str]:
        reading = self._readings[text]
        words, size = reading.tokens.words, len(reading.tokens)
        word = words[at]
        raised = word[0].isupper()
        features = [*self._words.own(word)]
        for offset in _BESIDE if raised else _NEXT:
            place = at + offset
            features += self._words.beside(offset, words[place] if 0 <= place < size else "\n")
        features += self._opinion(text, at)
        features += self._runs[text].get(at, ())
        if raised:
            features += self._listed(text, at)
            features += self._elsewhere.of(word)
            features += _setting(reading, at)
        elif word in _JOINS and at:
            features += [f"j{told}" for told in self._elsewhere.of(words[at - 1])]
        return features

    def _listed(self, text: int, at: int) -> list[str]:
        lists = self._lists[text]
        before = lists[at - 1] if at else ()
        after = lists[at + 1] if at + 1 < len(lists) else ()
        return [*lists[at], *(f"-1{name}" for name in before), *(f"+1{name}" for name in after)]

    def _opinion(self, text: int, at: int) -> list[str]:
        rules, names = self._rules[text], self._names[text]
        last = len(rules) - 1
        told = [f"r={rules[at]}", f"rs={names[at]}"] if rules[at] != "O" or names[at] != "O" else []
        if at and rules[at - 1] != "O":
            told.append(f"r-={rules[at - 1]}")
        if at < last and (rules[at + 1] != "O" or names[at] != "O"):
            told += [f"r+={rules[at + 1]}", f"rs={names[at]}/{names[at + 1]}"]
        return told


def _setting(reading: Reading, at: int) -> list[str]:
    told = ["caps" if reading.caps[at] else "nocaps"]
    if reading.tokens.opens[at]:
        told.append("opens")
    if reading.headline[at]:
        told.append("headline")
    return told


def _opinions(candidates: list[Candidate], text: int, size: int) -> list[str]:
    """Return for each token what the rule tagger thinks: place in the candidate, kind, and by which rule."""
    found = ["O"] * size
    for candidate in candidates:
        if candidate.text == text:
            kind = candidate.kind.value[:3] if candidate.kind else "any"
            for at in range(candidate.first, candidate.last):
                found[at] = f"{'B' if at == candidate.first else 'I'}-{kind}-{candidate.how}"
    return found


def _resolved(candidates: list[Candidate], texts: tuple[Tokens, ...], lexicon: Lexicon) -> list[list[str]]:
    """Return for each token of each text its kind after the rules of the document, with its place in the name."""
    found = [["O"] * len(tokens) for tokens in texts]
    index = {tokens.field: number for number, tokens in enumerate(texts)}
    places = [{start: at for at, start in enumerate(tokens.starts)} for tokens in texts]
    for mention in resolve(candidates, texts, lexicon).mentions:
        text = index[mention.span.field]
        first = at = places[text][mention.span.start]
        while at < len(found[text]) and texts[text].ends[at] <= mention.span.end:
            found[text][at] = f"{'B' if at == first else 'I'}-{mention.kind.value[:3]}"
            at += 1
    return found
