"""Recognition of one article: names of persons, organisations and places, and direct speech with its speakers."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from app.base.paths import resource
from app.base.text import fold
from app.entities.candidates import Candidate, Tagger
from app.entities.lexicon import Lexicon, load_lexicon
from app.entities.model_tagger import ModelTagger
from app.entities.resolution import resolve
from app.entities.speakers import SpeakerFinder
from app.entities.speech_marks import find_speech
from app.entities.tokens import Tokens, tokenise, words_of
from app.model.captured import SourceText, StatedEntity
from app.model.recognition import Kind, Recognition

FIELDS = ("body", "headline", "deck", "photo_credit")


@dataclass(frozen=True, slots=True)
class KnownName:
    """A name that a person confirmed; it is matched first and overrides what rules find."""

    name: str
    kind: Kind


class Recogniser:
    """Finds names and direct speech; holds lists only, so that one serves all articles and threads."""

    def __init__(self, lexicon: Lexicon, tagger: Tagger) -> None:
        self._lexicon = lexicon
        self._tagger = tagger
        self.version = tagger.version

    def recognise(
        self, source: SourceText, *, stated: Sequence[StatedEntity] = (), known: Sequence[KnownName] = ()
    ) -> Recognition:
        """Return what an article names and who speaks in it.

        Names that the document itself declares (`stated`) or a person confirmed (`known`) are found wherever they are printed.
        """
        texts = tuple(tokenise(source.field(name), name) for name in FIELDS if source.field(name))
        candidates = self._tagger.tag(texts, language=source.language)
        given = [(entry.name, entry.kind, "known", 1.0) for entry in known]
        given += [(entry.name, entry.kind, "stated", 0.98) for entry in stated]
        candidates = _with_given(candidates, texts, given)
        resolved = resolve(candidates, texts, self._lexicon)
        mentions = resolved.mentions
        speech = find_speech(source.body, self._lexicon.speech.verbs)
        body = texts[0] if texts and texts[0].field == "body" else tokenise(source.body)
        quotations = SpeakerFinder(body, mentions, speech, self._lexicon).quotations()
        return Recognition(mentions, quotations, self.version)


@cache
def load_recogniser() -> Recogniser:
    """Return the recogniser with its lists and its model loaded, once a process."""
    lexicon = load_lexicon()
    return Recogniser(lexicon, ModelTagger(resource("models", "names.crfsuite"), lexicon))


def _with_given(
    candidates: Sequence[Candidate], texts: tuple[Tokens, ...], given: Sequence[tuple[str, Kind, str, float]]
) -> list[Candidate]:
    """Return the candidates with given names put in their places, the longest first, in order."""
    added: list[Candidate] = []
    taken: set[tuple[int, int]] = set()
    for name, kind, how, confidence in sorted(given, key=lambda entry: -len(entry[0])):
        wanted = tuple(fold(word) for word in words_of(name))
        for index, tokens in enumerate(texts):
            folded = [fold(word) for word in tokens.words] if wanted else []
            for at in range(len(folded) - len(wanted) + 1):
                places = {(index, place) for place in range(at, at + len(wanted))}
                if tuple(folded[at : at + len(wanted)]) == wanted and tokens.words[at][0].isupper() and not places & taken:
                    taken |= places
                    added.append(Candidate(index, at, at + len(wanted), kind, how, confidence, name=name))
    kept = [c for c in candidates if not any((c.text, at) in taken for at in range(c.first, c.last))]
    return sorted((*kept, *added), key=lambda c: (c.text, c.first))
