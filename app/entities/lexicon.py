"""What the recogniser knows before it reads: listed names, first names, titles, words of speech."""

from collections.abc import Iterator
from dataclasses import dataclass

from app.base.text import fold
from app.entities import word_lists
from app.entities.phrases import Phrase, PhraseIndex
from app.entities.tokens import words_of
from app.model.recognition import Kind


@dataclass(frozen=True, slots=True)
class OrganisationWords:
    """Words by which a capitalised run is known for the name of an organisation or a place."""

    heads: frozenset[str]
    suffixes: frozenset[str]
    starts: frozenset[str]
    prefixes: frozenset[str]
    generic: frozenset[str]
    place_heads: frozenset[str]
    place_starts: frozenset[str]
    events: frozenset[str]


@dataclass(frozen=True, slots=True)
class NameParts:
    """Pieces of personal names; `gender` holds m, f or u by first name, `nicknames` the forms of one first name."""

    gender: dict[str, str]
    surnames: frozenset[str]
    particles: frozenset[str]
    suffixes: frozenset[str]
    nicknames: dict[str, frozenset[str]]


@dataclass(frozen=True, slots=True)
class SpeechWords:
    """Verbs that report speech, words of source ("according to"), pronouns with their gender (m, f, u), `roles` with theirs, and small words: `helpers`
    stand between a subject and its verb, `links` open a clause."""

    verbs: frozenset[str]
    according: frozenset[str]
    pronouns: dict[str, str]
    prepositions: frozenset[str]
    roles: dict[str, str]
    helpers: frozenset[str]
    links: frozenset[str]


@dataclass(frozen=True, slots=True)
class ContextWords:
    """Words beside a name: what they say of its kind, and how names are joined."""

    place_before: frozenset[str]
    person_before: frozenset[str]
    person_after: frozenset[str]
    indefinite: frozenset[str]
    links: frozenset[str]
    articles: frozenset[str]
    many: frozenset[str]
    owners: frozenset[str]
    people_of: frozenset[str]
    far_links: frozenset[str]
    of_person: frozenset[str]
    prefixes: frozenset[str]
    vote_before: frozenset[str]
    vote: frozenset[str]
    not_syllables: frozenset[str]
    organisation_before: frozenset[str]
    organisation_after: frozenset[str]
    place_noun: frozenset[str]


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All lists together. `common` and `function` hold words in lower case, `ordinary` capitalised words that name nothing
    by themselves, `never` those of them that no name runs over; `wide` lists are too ambiguous for rules: a model weighs them."""

    phrases: PhraseIndex
    wide: PhraseIndex
    titles: PhraseIndex
    title_gender: dict[str, str]
    parts: NameParts
    organisations: OrganisationWords
    speech: SpeechWords
    context: ContextWords
    common: frozenset[str]
    function: frozenset[str]
    ordinary: frozenset[str]
    never: frozenset[str]
    demonyms: frozenset[str]


def load_lexicon() -> Lexicon:
    """Return the lists of `resources/entities/`; FileNotFoundError when the installation is damaged."""
    titles, gender = _titles()
    capitals = word_lists.sections("common_words_extra.txt")
    return Lexicon(
        phrases=PhraseIndex(_phrases()),
        wide=PhraseIndex(_wide()),
        titles=PhraseIndex(titles),
        title_gender=gender,
        parts=_name_parts(),
        organisations=_organisation_words(),
        speech=_speech_words(),
        context=_context_words(),
        common=word_lists.words("common_words.txt"),
        function=word_lists.words("function_words.txt"),
        never=word_lists.section_words(capitals, "breaks"),
        ordinary=word_lists.section_words(capitals, "breaks") | word_lists.section_words(capitals, "plain"),
        demonyms=frozenset(w.replace("’", "'") for w in word_lists.words("demonyms.txt")),
    )


def _phrases() -> Iterator[Phrase]:
    for line in word_lists.lines("ordinary_names.txt"):
        yield Phrase(words_of(line), None, line, "ordinary")
    for source, kind in (("places", Kind.PLACE), ("organisations", Kind.ORGANISATION), ("cities", Kind.PLACE)):
        for line in word_lists.lines(f"{source}.txt"):
            preferred, *others = line.split("|")
            for form in (preferred, *others):
                yield Phrase(words_of(form), kind, preferred, source)


def _wide() -> Iterator[Phrase]:
    for source, kind in (("companies", Kind.ORGANISATION), ("towns", Kind.PLACE)):
        for line in word_lists.lines(f"{source}.txt"):
            yield Phrase(words_of(line), kind, line, source)


def _titles() -> tuple[list[Phrase], dict[str, str]]:
    listed = word_lists.sections("titles.txt")
    phrases: list[Phrase] = []
    gender: dict[str, str] = {}
    for section in ("forms", "roles"):
        for line in listed[section]:
            form, _, sex = line.rpartition(" ") if line[-2:] in (" m", " f") else (line, "", "")
            phrases.append(Phrase(words_of(form), None, form, section))
            if sex:
                gender[form] = sex
    return phrases, gender


def _name_parts() -> NameParts:
    listed = word_lists.sections("name_parts.txt")
    first = dict(line.split(" ") for line in word_lists.lines("first_names.txt"))
    groups: dict[str, set[str]] = {}
    for line in listed["nicknames"]:
        short, *long = (fold(name) for name in line.split())
        for name in long:
            groups.setdefault(short, {short}).add(name)
            groups.setdefault(name, {name}).add(short)
    return NameParts(
        gender=first,
        surnames=word_lists.words("surnames.txt"),
        particles=word_lists.section_words(listed, "particles"),
        suffixes=word_lists.section_words(listed, "suffixes"),
        nicknames={name: frozenset(group) for name, group in groups.items()},
    )


def _organisation_words() -> OrganisationWords:
    listed = word_lists.sections("organisation_words.txt")
    names = ("heads", "suffixes", "starts", "prefixes", "generic", "placeheads", "placestarts", "events")
    heads, suffixes, starts, prefixes, generic, place_heads, place_starts, events = (
        word_lists.section_words(listed, n) for n in names
    )
    return OrganisationWords(
        heads=heads, suffixes=suffixes, starts=starts, prefixes=prefixes, generic=generic,
        place_heads=place_heads, place_starts=place_starts, events=events,
    )  # fmt: skip


def _speech_words() -> SpeechWords:
    listed = word_lists.sections("speech.txt")
    verbs = frozenset[str]().union(*(word_lists.section_words(listed, n) for n in ("en", "de", "fr", "es", "it", "pt", "nl")))
    pronouns = dict(line.split(" ") for line in listed["pronouns"])
    names = ("according", "prepositions", "helpers", "links")
    according, prepositions, helpers, links = (word_lists.section_words(listed, name) for name in names)
    roles = dict(line.split(" ") for line in listed["roles"])
    return SpeechWords(verbs, according, pronouns, prepositions, roles, helpers, links)


def _context_words() -> ContextWords:
    listed = word_lists.sections("context_words.txt")
    names = (
        "place before", "person before", "person after", "article", "links", "articles", "many", "owners", "people of",
        "far links", "of a person", "prefixes", "vote before", "vote", "not syllables",
        "organisation before", "organisation after", "place noun",
    )  # fmt: skip
    return ContextWords(*(word_lists.section_words(listed, name) for name in names))
