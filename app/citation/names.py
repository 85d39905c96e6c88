"""Names of authors as styles turn, shorten and list them.

Where a name cannot be parted for sure it stays whole, as it stands, in every style and file: a wrong surname sends a reader to the
wrong letter. What was chosen where manuals leave a choice:

- Spanish, Catalan, Galician and Basque people have two surnames, and are listed by the first (Chicago 17 §16.83, MLA 9 §5.14,
  AACR2 22.5C2). That a name is such a one is told by the article's language together with a listed name, or by listed names alone.
- Portuguese people are listed by the last surname (AACR2 22.5C4).
- Small words before a surname stay with it, whatever the person's language (APA 7 §9.9).
- Chinese, Japanese, Korean, Vietnamese and Hungarian names in their own order have no comma (MLA 9 §5.15, Chicago 17 §16.76), so a
  whole name is what the manuals print; Icelandic people are listed by their given name (Chicago 17 §16.79).
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from app.base.text import fold
from app.citation import name_words as words_of
from app.citation.words import AND


@dataclass(frozen=True, slots=True)
class Name:
    """A name in its parts. One that is an organisation's, or that cannot be parted for sure, is all `family`."""

    family: str
    given: str = ""
    suffix: str = ""


def is_corporate(name: str) -> bool:
    """Return whether a name is an organisation's: one word, capitals only, or with a word that no person is called by."""
    words = name.split()
    if len(words) < 2 or name.isupper() or name.startswith("The ") or "&" in words:
        return True
    return not words_of.NOT_IN_PERSONS.isdisjoint(words) or words_of.CORPORATE.search(name) is not None


def is_agency(name: str) -> bool:
    """Return whether an organisation is a wire service."""
    return is_corporate(name) and words_of.AGENCY.search(name) is not None


def parted(author: str, language: str = "en") -> Name:
    """Return the parts of a name; `language` is that of the article, which tells in which order its people are named.

    "Given Surname", "Surname, Given" and either with a suffix are read; titles and degrees are dropped.
    """
    pieces = [piece.strip() for piece in author.split(",")]
    while len(pieces) > 1 and words_of.DEGREE.match(pieces[-1]):
        pieces.pop()
    if len(pieces) > 1:
        return _turned_already(pieces, language) or Name(author)
    bare, suffix = _without_suffix(_without_titles(pieces[0]))
    tongue = language.replace("_", "-").split("-")[0].lower()
    if is_corporate(bare) or _holds_several(bare) or _order_is_unsure(bare, tongue):
        return Name(pieces[0])
    units = _units(bare.split())
    at = _surname_at(units, tongue)
    return Name(" ".join(units[at:]), " ".join(units[:at]), suffix) if at else Name(pieces[0])


def inverted(author: str, language: str = "en") -> str:
    """Return "Surname, Given", "Surname, Given, Jr."; a name that cannot be parted stays as it is."""
    name = parted(author, language)
    return ", ".join(part for part in (name.family, name.given, name.suffix) if part)


def straight(author: str, language: str = "en") -> str:
    """Return "Given Surname Jr.", also of a name that was written "Surname, Given"."""
    name = parted(author, language)
    return " ".join(part for part in (name.given, name.family, name.suffix) if part)


def initials(author: str, language: str = "en", *, between: str = " ") -> str:
    """Return "Surname, G. H."; given names with a hyphen keep it ("J.-P."); `between` stands between initials."""
    name = parted(author, language)
    words = [word for word in re.sub(r"\.(?=\w)", ". ", name.given).split() if word not in words_of.PARTICLES]
    short = between.join("-".join(f"{part[0]}." for part in word.split("-") if part) for word in words)
    return ", ".join(part for part in (name.family, short, name.suffix) if part)


def separate(authors: Sequence[str]) -> tuple[str, ...]:
    """Return names of people one by one, where a document names several as one: "Ann Berg and Jan Holt", "Ann Berg, Jan Holt & Eva Lie".

    Only where each is a person's for sure, of two words or more: "Holt and Sons" and "Ministry of Health, Labour and Welfare" are one.
    """
    return tuple(name for author in authors for name in _several(author))


def listed(
    names: Sequence[str], *, last: str, most: int, others: str, before_last: str = ", ", comma_of_two: bool = False
) -> str:
    """Return names with ", " between them and `last` before the last; of more than `most` only the first, with `others`.

    `before_last` stands before `last` where there are more than two (the serial comma), else `last` alone,
    with `comma_of_two` behind a comma: the first of two names is turned.
    """
    if len(names) > most:
        return f"{names[0]}{others}"
    if len(names) < 3:
        return ("," * comma_of_two + last).join(names)
    return f"{', '.join(names[:-1])}{before_last.rstrip() if before_last.strip() else ''}{last}{names[-1]}"


_ANDS = frozenset(AND.values()) - words_of.PARTICLES
_JOINS = re.compile(rf"\s*[;&]\s*|\s*,?\s+(?P<word>{'|'.join(sorted(_ANDS))})\s+(?!zu\s)")
"""What stands between people in a list, but not inside "von und zu Berg"."""
_COMMA = re.compile(r"\s*,\s*")
_MOST_WORDS = 4
"""Neither the surname nor the given names of a person have more words than this, small ones left out."""


def _several(author: str) -> tuple[str, ...]:
    groups = _JOINS.sub(";", author).split(";")
    names = [name for group in groups for name in _COMMA.split(group)] if len(groups) > 1 else groups
    people = [name for name in names if name and not words_of.SUFFIX.match(name)]
    if len(people) < 2 or len(people) < len(names) or any(is_corporate(name) for name in people):
        return (author,)
    return tuple(people)


def _holds_several(name: str) -> bool:
    """Return whether an "and" in a name joins people or words of an organisation, not two surnames of one person."""
    return any(match["word"] not in words_of.SURNAME_AND for match in _JOINS.finditer(name)) or len(_several(name)) > 1


def _turned_already(pieces: Sequence[str], language: str) -> Name | None:
    """Return the parts of "Surname, Given", "Surname, Given, Jr.", "Surname, Jr., Given", "Surname Jr., Given" and "Given Surname, Jr."."""
    suffixes = [piece for piece in pieces if words_of.SUFFIX.match(piece)]
    names = [piece for piece in pieces if piece and not words_of.SUFFIX.match(piece)]
    if len(suffixes) > 1 or (len(names) < 2 and not suffixes):
        return None
    if len(names) == 1:
        name = parted(names[0], language)
        return Name(name.family, name.given, suffixes[0]) if name.given and not name.suffix else None
    if len(names) > 2 or not all(map(_may_be_part, names)):
        return None
    family, suffix = _without_suffix(names[0])
    return Name(family, names[1], suffix or "".join(suffixes))


def _may_be_part(part: str) -> bool:
    """Return whether words can be the surname, or the given names, of one person."""
    words = [word for word in part.split() if word.lower() not in words_of.PARTICLES]
    joined = _JOINS.search(part) is not None and not words_of.SURNAME_AND.intersection(part.split())
    organisation = words_of.CORPORATE.search(part) or not words_of.NOT_IN_PERSONS.isdisjoint(part.split())
    return 0 < len(words) <= _MOST_WORDS and not joined and not organisation


def _without_suffix(name: str) -> tuple[str, str]:
    words = name.split()
    if len(words) > 1 and words_of.SUFFIX.match(words[-1]):
        return " ".join(words[:-1]), words[-1]
    return " ".join(words), ""


def _without_titles(name: str) -> str:
    words = name.split()
    while len(words) > 2 and words_of.TITLE.match(words[0]):
        del words[0]
    return " ".join(words)


def _order_is_unsure(name: str, tongue: str) -> bool:
    """Return whether nobody can tell which word is the surname, or where the name is in an order that has no comma."""
    if name.lower() == name.upper() or tongue in words_of.SURNAME_FIRST | words_of.NO_SURNAMES:
        return True
    first, *others = name.split()
    # "Moon Jae-in": only Korean and Chinese given names go on in lower case behind a hyphen.
    syllables = len(others) == 1 and re.fullmatch(r"[^\W\d_]+-[a-z][^\W\d_]+", others[0])
    leads = fold(first) in words_of.SURNAMES_THAT_LEAD and fold(others[-1]) not in words_of.SURNAMES_THAT_LEAD
    chinese = fold(first) in words_of.CHINESE_SURNAMES and all(words_of.PINYIN.fullmatch(fold(word)) for word in others)
    return bool(syllables) or ((leads or chinese) and len(others) < 3)


def _units(words: Sequence[str]) -> list[str]:
    """Return words with the small ones before them, and with those joined to them by "y", as one each; the first is always its own."""
    return list(_joined_words(words))


def _joined_words(words: Sequence[str]) -> Iterator[str]:
    unit: list[str] = []
    for number, word in enumerate(words):
        following = words[number + 1] if number + 1 < len(words) else ""
        unit.append(word)
        if number > 0 and following and (_leads_on(word) or following in words_of.SURNAME_AND or word in words_of.SURNAME_AND):
            continue
        yield " ".join(unit)
        unit = []


def _leads_on(word: str) -> bool:
    if word.islower():
        return True
    return word.lower() in words_of.PARTICLES - words_of.NEVER_FIRST


def _surname_at(units: Sequence[str], tongue: str) -> int:
    """Return at which unit the surname begins; 0 where there is no given name."""
    at = len(units) - 1
    if at < 2:
        return at
    if tongue == "pt":
        return at - (units[at].lower() in words_of.PORTUGUESE_KIN)
    words = [fold(unit.split()[-1]) for unit in units]
    if len(words) == 3 and words[1] in words_of.SPANISH_EITHER and _is_spanish(words, tongue):
        return 0
    return at - _has_two_surnames(words, tongue)


def _has_two_surnames(words: Sequence[str], tongue: str) -> bool:
    """Return whether the last two of a name's words are both surnames, as Spanish ones are."""
    before = words[-2]
    if not _is_spanish(words, tongue) or _is_initial(before):
        return False
    if tongue in words_of.TWO_SURNAMES:
        return before not in words_of.SPANISH_GIVEN
    return before in words_of.SPANISH_SURNAMES | words_of.SPANISH_EITHER


def _is_spanish(words: Sequence[str], tongue: str) -> bool:
    """Return whether a name is a Spanish one: by one listed word in an article in Spanish and its like, else by two."""
    surnames = sum(word in words_of.SPANISH_SURNAMES for word in words[-2:])
    signs = surnames + (words[0] in words_of.SPANISH_GIVEN)
    return signs > (tongue not in words_of.TWO_SURNAMES)


def _is_initial(word: str) -> bool:
    return len(word.rstrip(".")) < 2
