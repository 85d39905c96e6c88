"""The places where the user publishes; what was quoted adds up per article and publication.

Names that differ in case, accents or white space alone are one publication's; it keeps the spelling that came first.
"""

import unicodedata
from dataclasses import dataclass

from sqlmodel import Session, col, select

from app.base.errors import UsageError
from app.base.language_tags import language_tag
from app.base.text import fold, one_line
from app.model.tables import Publication
from app.workflows.library import Library

MOST_LETTERS = 200
"""No name of a publication is longer, in code points."""
MEDIA = ("website", "print", "newsletter", "social", "broadcast", "book", "app")


@dataclass(frozen=True, slots=True)
class PublicationView:
    """A publication: its name, its medium, whether it is commercial (None: not said), the language of its quotation marks (None: the
    article's), and the most words that its house allows for a quotation by law (None: no such rule).
    """

    name: str
    medium: str = "website"
    commercial: bool | None = None
    language: str | None = None
    house_words: int | None = None


def publications(library: Library) -> tuple[PublicationView, ...]:
    """Return all publications, the last used ones first."""
    with library.archive.reading() as session:
        rows = session.exec(select(Publication).order_by(col(Publication.id).desc())).all()
        return tuple(map(_view, rows))


def describe_publication(library: Library, described: PublicationView) -> PublicationView:
    """Keep what is said of a publication, made if there is none of that name, and return it.

    UsageError for a name that is none, a medium nobody knows, a language that is no tag (BCP 47), or a limit below one word.
    What was handed out for it before stays recorded for the medium of then.
    """
    with library.archive.transaction() as session:
        row = publication_row(session, described.name, medium=described.medium)
        if described.house_words is not None and described.house_words < 1:
            raise UsageError("house-limit-senseless", words=described.house_words)
        row.medium, row.commercial, row.language = described.medium, described.commercial, _language(described.language)
        row.house_words = described.house_words
        session.add(row)
        return _view(row)


def publication_row(session: Session, name: str, *, medium: str) -> Publication:
    """Return the row of a publication, added if need be; UsageError for a name that is none or a medium nobody knows."""
    name = checked_name(name)
    if medium not in MEDIA:
        raise UsageError("medium-unknown", medium=medium, media=", ".join(MEDIA))
    found = find_publication(session, name)
    if found is not None:
        return found
    row = Publication(name=name, folded=fold(name), medium=medium)
    session.add(row)
    session.flush()
    return row


def checked_name(name: str) -> str:
    """Return a publication's name in one line, without invisible characters.

    UsageError where nothing is left, or only what no name is made of: control characters, halves of characters, more than 200 letters.
    """
    name = one_line(name)
    if not fold(name):
        raise UsageError("publication-missing")
    if len(name) > MOST_LETTERS:
        raise UsageError("publication-name-long", letters=len(name), most=MOST_LETTERS)
    if any(unicodedata.category(sign) in ("Cc", "Cs") for sign in name):
        raise UsageError("publication-name-unfit", publication=name)
    return name


def known_publication(library: Library, name: str) -> PublicationView:
    """Return the publication of that name; UsageError, with the names that there are, when there is none."""
    known = publications(library)
    found = next((each for each in known if is_same(each.name, name)), None)
    if found is None:
        names = ", ".join(sorted((each.name for each in known), key=str.casefold))
        raise UsageError("publication-unknown" if known else "publication-none", publication=name, known=names)
    return found


def is_same(name: str, other: str) -> bool:
    """Return whether two names are one publication's."""
    return fold(name) == fold(other)


def find_publication(session: Session, name: str) -> Publication | None:
    """Return the row of the publication with that name, folded; None when there is none."""
    return session.exec(select(Publication).where(Publication.folded == fold(name))).first()


def _language(text: str | None) -> str | None:
    if text is None or not text.strip():
        return None
    tag = language_tag(text)
    if tag is None:
        raise UsageError("language-unknown", language=text)
    return tag


def _view(row: Publication) -> PublicationView:
    return PublicationView(row.name, row.medium, row.commercial, row.language, row.house_words)
