"""Who is the subject of a verb of speech: "said X, the mayor", "X, who leads the union, told Y", "a spokesman said"."""

from app.entities.narration import Narration, Subject
from app.model.recognition import Kind

_LONGEST_PHRASE = 14
_NEAR = 4
_DETERMINERS = frozenset(
    {"a", "an", "one", "another", "the", "some", "many", "several", "two", "his", "her", "their", "its", "other", "both",
     "ein", "eine", "der", "die", "das", "un", "une", "le", "la", "les", "el", "los", "las", "una", "il", "lo", "gli", "i"}
)  # fmt: skip


def behind(told: Narration, first: int, limit: int) -> Subject | None:
    """Return the subject that begins at token `first` behind its verb ("said X", "said the envoy, X")."""
    if first >= limit:
        return None
    if gender := told.pronoun(first):
        return Subject(first, first + 1, None, gender)
    persons, last, end = _noun_phrase(told, first, min(limit, first + _LONGEST_PHRASE))
    if persons:
        joined = len(persons) > 1 and told.words[persons[0].last] in ("and", "und", "et", "y", "e", "en")
        return persons[0] if joined else persons[-1]
    if last is not None and last.last == end:
        return last
    if (named := _apposed(told, end, limit)) is not None:
        return named
    if end > first and (told.words[first].lower() in _DETERMINERS or told.words[first].islower()):
        return Subject(first, end)
    return last


def _noun_phrase(told: Narration, first: int, limit: int) -> tuple[list[Subject], Subject | None, int]:
    """Return the persons of the noun phrase at `first`, its last organisation, and the token behind it."""
    persons: list[Subject] = []
    body: Subject | None = None
    at = first
    speech = told.lexicon.speech
    while at < limit:
        word = told.words[at]
        if (found := told.name_at(at)) is not None:
            mention, end = found
            if mention.kind is Kind.PERSON and told.words[end : end + 1] != ("'s",):
                persons.append(Subject(at, end, mention))
            elif mention.kind is Kind.ORGANISATION:
                body = Subject(at, end, mention)
            at = end
            continue
        lower = word.lower()
        if (
            not (word[0].isalnum() or word in ("'s", "-", "/", ".", "&", "“", "”", '"'))
            or lower in speech.prepositions
            or told.spoken[at]
        ):
            break
        if lower in speech.links or (persons and lower != "and"):
            break
        at = max(at + 1, told.name_or_place_end(at))
    return persons, body, at


def _apposed(told: Narration, end: int, limit: int) -> Subject | None:
    """Return the person named behind the comma of a description ("the head of the mission, Jan Egeland")."""
    for at in range(end, limit):
        if told.words[at] == ",":
            following = at + 1
            while following < limit and following - at < _NEAR and told.name_at(following) is None:
                if not told.words[following][0].isalpha() or told.words[following].lower() in told.lexicon.speech.links:
                    return None
                following += 1
            found = told.name_at(following) if following < limit else None
            if found is not None and found[0].kind is Kind.PERSON:
                return Subject(following, found[1], found[0])
            return None
    return None


def before(told: Narration, first: int, verb: int) -> Subject | None:
    """Return the subject of a verb between tokens `first` and `verb` ("In Rome, X, who leads the union, also said")."""
    near = _pronoun_near(told, first, verb)
    able = [name for name in told.names(first, verb) if told.may_speak(name)]
    persons = [name for name in able if name.is_person]
    chosen = (persons or able)[-1:] if not _is_participle(told, verb) else (persons or able)[:1]
    if near is not None and (not chosen or near.first > chosen[-1].first):
        return near
    if chosen and not _described_later(told, chosen[-1], verb):
        return chosen[-1]
    return _description(told, first, verb)


def _pronoun_near(told: Narration, first: int, verb: int) -> Subject | None:
    for at in range(verb - 1, max(first, verb - _NEAR) - 1, -1):
        if told.spoken[at] or told.words[at] in ",;:":
            return None
        if gender := told.pronoun(at):
            return Subject(at, at + 1, None, gender)
    return None


def _is_participle(told: Narration, verb: int) -> bool:
    """Return whether a verb only accompanies the main one ("X left early, saying")."""
    return told.words[verb].endswith("ing") and verb > 0 and told.words[verb - 1].lower() not in ("is", "was", "are", "were")


def _described_later(told: Narration, name: Subject, verb: int) -> bool:
    """Return whether a new noun phrase stands right before the verb ("After X left, a spokesman said")."""
    at = verb - 1
    while at > name.last and verb - at <= _NEAR + 1:
        word = told.words[at].lower()
        if word == ",":
            return False
        if word in ("a", "an", "one", "another") and told.words[at - 1] in (",", "and", "but", "that"):
            # A comma right behind the name opens an apposition: "X, a mayor, said" is still about X.
            return told.words[at - 1] != "," or at - 1 != name.last
        at -= 1
    return False


def _description(told: Narration, first: int, verb: int) -> Subject | None:
    """Return the noun phrase before a verb that names nobody ("the official", "two neighbours")."""
    for at in range(verb - 1, max(first, verb - _LONGEST_PHRASE) - 1, -1):
        if told.spoken[at]:
            return None
        if told.words[at].lower() in _DETERMINERS and (
            at == first or told.words[at - 1].lower() not in told.lexicon.speech.prepositions
        ):
            return Subject(at, verb)
    start = first
    while start < verb and not told.words[start][0].isalpha():
        start += 1
    return Subject(start, verb) if start < verb else None
