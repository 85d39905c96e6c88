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
    """A publication: its name, its medium, and whether it is commercial (None: not said)."""

    name: str
    medium: str
    commercial: bool | None
    language: str | None


def publications(library: Library) -> tuple[PublicationView, ...]:
    """Return all publications, the last used ones first."""
    with library.archive.reading() as session:
        rows = session.exec(select(Publication).order_by(col(Publication.id).desc())).all()
        return tuple(PublicationView(row.name, row.medium, row.commercial, row.language) for row in rows)


def add_publication(
    library: Library, name: str, *, medium: str = "website", commercial: bool | None = None, language: str | None = None
) -> PublicationView:
    """Return the publication of that name, made if there is none; what it was told before stays."""
    with library.archive.transaction() as session:
        row = publication_row(session, name, medium=medium, commercial=commercial, language=language)
        return PublicationView(row.name, row.medium, row.commercial, row.language)


def describe_publication(library: Library, described: PublicationView) -> PublicationView:
    """Keep what is said of a publication, made if there is none of that name, and return it; UsageError as `add_publication`.

    What was handed out for it before stays recorded for the medium of then.
    """
    with library.archive.transaction() as session:
        row = publication_row(session, described.name, medium=described.medium)
        row.medium, row.commercial, row.language = described.medium, described.commercial, described.language
        session.add(row)
        return PublicationView(row.name, row.medium, row.commercial, row.language)


def publication_row(
    session: Session, name: str, *, medium: str, commercial: bool | None = None, language: str | None = None
) -> Publication:
    """Return the row of a publication, added if need be; UsageError without a name or for a medium nobody knows."""
    name = one_line(name)
    if not name:
        raise UsageError("publication-missing")
    if medium not in MEDIA:
        raise UsageError("medium-unknown", medium=medium, media=", ".join(MEDIA))
    found = find_publication(session, name)
    if found is not None:
        return found
    row = Publication(name=name, folded=fold(name), medium=medium, commercial=commercial, language=language)
    session.add(row)
    session.flush()
    return row


def find_publication(session: Session, name: str) -> Publication | None:
    """Return the row of the publication with that name, folded; None when there is none."""
    return session.exec(select(Publication).where(Publication.folded == fold(name))).first()
