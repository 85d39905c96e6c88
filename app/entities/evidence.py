"""What the words beside an unknown name say about its kind."""

from app.entities.casing import Reading
from app.entities.lexicon import Lexicon
from app.model.recognition import Kind

_NOTHING = (None, 0.0)


def kind_from_context(reading: Reading, first: int, last: int, lexicon: Lexicon) -> tuple[Kind | None, float]:
    """Return the kind that the neighbouring words suggest, with a confidence, for the tokens `first` to `last`."""
    words = reading.tokens.words
    before = words[first - 1] if first else "\n"
    if before in lexicon.context.person_before:
        return Kind.PERSON, 0.8
    if _person_follows(words[last : last + 3], lexicon):
        return Kind.PERSON, 0.75
    if before in lexicon.context.place_before and not reading.headline[first]:
        return Kind.PLACE, 0.65
    return _NOTHING


def _person_follows(following: tuple[str, ...], lexicon: Lexicon) -> bool:
    if not following:
        return False
    after = following[0]
    beyond = following[1] if len(following) > 1 else "\n"
    own = lexicon.context.person_after
    if after in own or after in lexicon.speech.verbs:
        return True
    if after == ",":
        return beyond in own or (beyond.isdigit() and len(beyond) == 2 and following[2:] == (",",))
    return after == "(" and beyond in ("born", "b")


def after_place_word(reading: Reading, at: int, lexicon: Lexicon) -> bool:
    """Return whether the word before says that a place follows ("in Jordan")."""
    return at > 0 and reading.tokens.words[at - 1] in lexicon.context.place_before


def names_nothing(reading: Reading, first: int, lexicon: Lexicon) -> bool:
    """Return whether an article before the word makes it a common noun ("a Pandora", "every Ally")."""
    return first > 0 and reading.tokens.words[first - 1].lower() in lexicon.context.indefinite
