"""The places where the user publishes; what was quoted adds up per article and publication."""

from dataclasses import dataclass

from sqlmodel import Session, col, select

from app.base.errors import UsageError
from app.base.text import fold, one_line
from app.model.tables import Publication
from app.workflows.library import Library

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

    UsageError without a name, for a medium nobody knows, or for a limit below one word.
    What was handed out for it before stays recorded for the medium of then.
    """
    with library.archive.transaction() as session:
        row = publication_row(session, described.name, medium=described.medium)
        if described.house_words is not None and described.house_words < 1:
            raise UsageError("house-limit-senseless", words=described.house_words)
        row.medium, row.commercial, row.language = described.medium, described.commercial, described.language
        row.house_words = described.house_words
        session.add(row)
        return _view(row)


def publication_row(session: Session, name: str, *, medium: str) -> Publication:
    """Return the row of a publication, added if need be; UsageError without a name or for a medium nobody knows."""
    name = one_line(name)
    if not name:
        raise UsageError("publication-missing")
    if medium not in MEDIA:
        raise UsageError("medium-unknown", medium=medium, media=", ".join(MEDIA))
    found = find_publication(session, name)
    if found is not None:
        return found
    row = Publication(name=name, folded=fold(name), medium=medium)
    session.add(row)
    session.flush()
    return row


def find_publication(session: Session, name: str) -> Publication | None:
    """Return the row of the publication with that name, folded; None when there is none."""
    return session.exec(select(Publication).where(Publication.folded == fold(name))).first()


def _view(row: Publication) -> PublicationView:
    return PublicationView(row.name, row.medium, row.commercial, row.language, row.house_words)
