"""What the words beside an unknown name say about its kind."""

from app.entities.casing import Reading
from app.entities.lexicon import Lexicon
from app.model.recognition import Kind

_PLACE_BEFORE = frozenset(["in", "near", "at", "throughout", "outside", "across", "en", "à", "em", "nel", "nella", "bij"])
_PERSON_BEFORE = frozenset(["spokesman", "spokeswoman", "spokesperson", "husband", "wife", "son", "daughter", "brother", "sister", "actor", "actress", "singer", "director", "coach", "president", "senator", "author", "writer", "poet", "professor", "lawyer", "minister", "chairman", "leader", "king", "queen", "captain", "midfielder", "striker", "goalkeeper", "defender", "named"])  # fmt: skip
_ARTICLE = frozenset(["a", "an", "any", "every", "each", "another"])
_PERSON_AFTER = frozenset(["who", "whose", "himself", "herself", "aged"])


def kind_from_context(reading: Reading, first: int, last: int, lexicon: Lexicon) -> tuple[Kind | None, float]:
    """Return the kind that the neighbouring words suggest, with a confidence, for the tokens `first` to `last`."""
    words = reading.tokens.words
    before = words[first - 1] if first else "\n"
    after = words[last] if last < len(words) else "\n"
    beyond = words[last + 1] if last + 1 < len(words) else "\n"
    if before in _PERSON_BEFORE:
        return Kind.PERSON, 0.8
    if after in lexicon.speech.verbs and after not in lexicon.ordinary:
        return Kind.PERSON, 0.75
    if after == "," and (beyond in _PERSON_AFTER or (beyond.isdigit() and len(beyond) == 2)):
        return Kind.PERSON, 0.8
    if after in _PERSON_AFTER:
        return Kind.PERSON, 0.75
    if after == "(" and beyond in ("born", "b"):
        return Kind.PERSON, 0.8
    if before in _PLACE_BEFORE:
        return Kind.PLACE, 0.65
    return None, 0.0


def names_nothing(reading: Reading, first: int, lexicon: Lexicon) -> bool:
    """Return whether an article before the word makes it a common noun ("a Pandora", "every Ally")."""
    return first > 0 and reading.tokens.words[first - 1].lower() in _ARTICLE
