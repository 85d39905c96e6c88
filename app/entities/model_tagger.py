"""Find candidates with a trained model (a conditional random field), which weighs what lists and rules say with its own eyes."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import pycrfsuite

from app.entities.article_features import ArticleFeatures
from app.entities.candidates import Candidate
from app.entities.datelines import datelines
from app.entities.lexicon import Lexicon
from app.entities.rule_tagger import RuleTagger
from app.entities.tokens import Tokens
from app.entities.word_features import WordFeatures
from app.model.recognition import Kind

KINDS = {"PER": Kind.PERSON, "ORG": Kind.ORGANISATION, "LOC": Kind.PLACE}
_TITLE = 3
_DASHES = frozenset("-–—")
_AGREED, _ALONE = 0.9, 0.75
"""Confidence of a name that rules find as well, and of one that the model alone finds."""


class ModelTagger:
    """The tagger of the trained model; `version` names rules and model together, a change asks for a new recognition."""

    version = "model-1"

    def __init__(self, model: Path, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._words = WordFeatures(lexicon)
        self._rules = RuleTagger(lexicon)
        self._groups = lexicon.context.people_of | lexicon.demonyms | lexicon.organisations.generic
        self._model = pycrfsuite.Tagger()
        self._model.open(str(model))

    def tag(self, texts: tuple[Tokens, ...], *, language: str = "en") -> list[Candidate]:
        """Return candidates that do not overlap, text by text in order of appearance."""
        features = ArticleFeatures(texts, self._lexicon, self._words, self._rules, language=language)
        rules = {(c.text, c.first): c for c in features.rules}
        found: list[Candidate] = []
        for text in range(len(texts)):
            for first, last in features.sentences(text):
                labels = self._model.tag(features.of(text, first, last))
                for start, end, kind in _off_dashes(names_in(labels), texts[text].words[first:last]):
                    for pair in self._parted(text, texts[text].words, first + start, first + end, kind):
                        candidate = self._candidate(texts[text], *pair, rules)
                        if not self._says_nothing(texts[text].words[candidate.first : candidate.last]):
                            found.append(candidate)
        sure = [c for c in features.rules if c.how == "slug"]
        sure += [c for text, tokens in enumerate(texts) for c in datelines(text, tokens)]
        return _put(sure, with_listed(found, features.rules))

    def _parted(self, text: int, words: tuple[str, ...], first: int, last: int, kind: Kind) -> list[tuple[int, int, int, Kind]]:
        """Return a name as it is, or as the two listed names that a hyphen joins in it ("US-EU")."""
        for at in range(first + 1, last - 1):
            before, after = self._lexicon.phrases.exact(words[first:at]), self._lexicon.phrases.exact(words[at + 1 : last])
            if words[at] in ("-", "–") and before and after and before.kind and after.kind:
                return [(text, first, at, before.kind), (text, at + 1, last, after.kind)]
        return [(text, first, last, kind)]

    def _candidate(
        self, tokens: Tokens, text: int, first: int, last: int, kind: Kind, rules: dict[tuple[int, int], Candidate]
    ) -> Candidate:
        title = ""
        if kind is Kind.PERSON and (name := self._after_titles(tokens, first, last)) > first:
            first, title = name, tokens.surface(first, name)
        if kind is Kind.PERSON and "of" in tokens.words[first + 1 : last]:
            last = tokens.words.index("of", first + 1)
        if tokens.words[last - 1] in self._lexicon.context.people_of and self._listed(tokens.words[first : last - 1]):
            last -= 1
        last = _over_hyphens(tokens, first, last, kind)
        rule = rules.get((text, first))
        if rule is not None and rule.kind is kind:
            title = rule.title or title
            if rule.last == last:
                return Candidate(text, first, last, kind, rule.how, max(rule.confidence, _AGREED), title, rule.name)
        return Candidate(text, first, last, kind, "model", _ALONE, title)

    def _after_titles(self, tokens: Tokens, first: int, last: int) -> int:
        """Return the first token behind titles that the model took into a name: its texts do not agree about them."""
        at = self._behind_open_title(tokens, first, last) + self._opens_with_verb(tokens, first, last)
        while at < last and tokens.words[at] not in self._lexicon.parts.gender:
            title = self._lexicon.titles.longest(tokens.words, at)
            if title is None or at + len(title.words) >= last:
                break
            at += len(title.words)
        return at

    def _behind_open_title(self, tokens: Tokens, first: int, last: int) -> int:
        """Return the first token behind a title that began before the name ("Secretary | General X"), else `first`."""
        for start in range(max(0, first - _TITLE), first):
            title = self._lexicon.titles.longest(tokens.words, start)
            if title is not None and first < start + len(title.words) < last:
                return start + len(title.words)
        return first

    def _opens_with_verb(self, tokens: Tokens, first: int, last: int) -> bool:
        """Return whether a verb of speech with a capital was taken for a first name ("Said Ingrid Solbakken: …")."""
        verb = tokens.opens[first] and tokens.words[first].lower() in self._lexicon.speech.verbs
        return verb and last - first > 2 and tokens.words[first + 1] in self._lexicon.parts.gender

    def _listed(self, words: tuple[str, ...]) -> bool:
        return self._lexicon.phrases.exact(words) is not None

    def _says_nothing(self, words: tuple[str, ...]) -> bool:
        """Return whether a name is only a people's, a group's or an office's ("Norwegian", "Franco-German", "the Allies", "the Alliance", "President")."""
        if words[-1] in self._lexicon.demonyms and (words[0] in self._lexicon.context.prefixes or len(words) == 1):
            return True
        return (len(words) == 1 and words[0] in self._groups) or self._lexicon.titles.exact(words) is not None


def _over_hyphens(tokens: Tokens, first: int, last: int, kind: Kind) -> int:
    """Return the end of a name that goes on behind a hyphen: "Bakari Onyango-Were", "Carrick-on-Shannon"; not "Berlin-Hamburg"."""
    words, size = tokens.words, len(tokens)
    while last + 1 < size and words[last] == "-" and tokens.touching(last) and tokens.touching(last + 1):
        if kind is Kind.PERSON and last - first > 1 and words[last + 1][0].isupper():
            last += 2
        elif (
            last + 3 < size and words[last + 1].islower() and words[last + 2] == "-" and tokens.touching(last + 2)
            and tokens.touching(last + 3) and words[last + 3][0].isupper()
        ):  # fmt: skip
            last += 4
        else:
            break
    return last


def _put(sure: Sequence[Candidate], found: Sequence[Candidate]) -> list[Candidate]:
    """Return the sure candidates with those others that do not overlap them, in order."""
    taken = {(c.text, at) for c in sure for at in range(c.first, c.last)}
    others = [c for c in found if not any((c.text, at) in taken for at in range(c.first, c.last))]
    return sorted((*sure, *others), key=lambda c: (c.text, c.first))


def with_listed(found: list[Candidate], rules: Sequence[Candidate]) -> list[Candidate]:
    """Return the candidates with what the model passed over: listed names of several words, names behind a title; in order."""
    return _put(
        found, [c for c in rules if c.kind is not None and (c.how == "title" or (c.how == "listed" and c.last - c.first > 1))]
    )


def _off_dashes(names: Iterable[tuple[int, int, Kind]], words: Sequence[str]) -> Iterator[tuple[int, int, Kind]]:
    """Yield names without a dash before or behind them ("WIRE - Anna Berg"), which the model takes in at times."""
    for start, end, kind in names:
        while start < end and words[start] in _DASHES:
            start += 1
        while start < end and words[end - 1] in _DASHES:
            end -= 1
        if start < end:
            yield start, end, kind


def names_in(labels: Sequence[str]) -> Iterator[tuple[int, int, Kind]]:
    """Yield start, end (exclusive) and kind of each name in labels `B-PER`, `I-PER`, … `O`."""
    start, kind = 0, ""
    for at, label in enumerate((*labels, "O")):
        if kind and (label[0] != "I" or label[2:] != kind):
            yield start, at, KINDS[kind]
            kind = ""
        if label != "O" and not kind:
            start, kind = at, label[2:]
