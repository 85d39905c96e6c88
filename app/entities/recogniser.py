"""Recognition of one article: names of persons, organisations and places, and direct speech with its speakers."""

from collections.abc import Sequence
from functools import cache

from app.base.paths import resource
from app.entities.candidates import Tagger
from app.entities.given import GivenNames, KnownName
from app.entities.lexicon import Lexicon, load_lexicon
from app.entities.model_tagger import ModelTagger
from app.entities.resolution import resolve
from app.entities.speakers import SpeakerFinder
from app.entities.speech_marks import find_speech
from app.entities.tokens import tokenise
from app.model.captured import SourceText, StatedEntity
from app.model.recognition import Kind, Recognition

FIELDS = ("body", "headline", "deck", "photo_credit")


class Recogniser:
    """Finds names and direct speech; holds lists only, so that one serves all articles and threads."""

    def __init__(self, lexicon: Lexicon, tagger: Tagger) -> None:
        self._lexicon = lexicon
        self._tagger = tagger
        self.version = tagger.version

    def lists_place(self, name: str) -> bool:
        """Return whether a name alone is that of a listed place, as lists spell it ("Port Harcourt")."""
        listed = self._lexicon.phrases.named(name) or self._lexicon.wide.named(name)
        return listed is not None and listed.kind is Kind.PLACE

    def recognise(
        self, source: SourceText, *, stated: Sequence[StatedEntity] = (), known: Sequence[KnownName] | GivenNames = ()
    ) -> Recognition:
        """Return what an article names and who speaks in it.

        Names that the document itself declares (`stated`) or a person confirmed (`known`; many are quicker as `GivenNames`) are
        found wherever they are printed.
        """
        texts = tuple(tokenise(source.field(name), name) for name in FIELDS if source.field(name))
        names = (known if isinstance(known, GivenNames) else GivenNames(known)).with_stated(
            (entry.name, entry.kind) for entry in stated if entry.kind is not None
        )
        candidates = names.candidates(texts, self._tagger.tag(texts, language=source.language))
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
