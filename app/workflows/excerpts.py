"""What becomes of an excerpt after it was handed out: published at an address, or given back. Each is a row of its own in the ledger."""

from typing import Literal

from sqlmodel import Session, col, select

from app.base.clock import utc_now
from app.base.errors import QuoteError
from app.citation import clean_url
from app.model.tables import Excerpt
from app.workflows.ledger import append, remember_head
from app.workflows.library import Library
from app.workflows.people import user_name

Status = Literal["reserved", "published", "released"]


def release(library: Library, excerpt_id: int) -> None:
    """Give back an excerpt that was not used, so that it counts no longer.

    QuoteError when there is no such excerpt, or when it was published: what was used stays used.
    """
    _settle(library, excerpt_id, "released", None)


def publish(library: Library, excerpt_id: int, url: str) -> str:
    """Record the address where an excerpt was published, and return it cleaned; a later address stands beside the earlier one.

    QuoteError when there is no such excerpt, when it was given back, or for an address that cannot be linked.
    """
    address = clean_url(url)
    if address is None:
        raise QuoteError("url-not-usable", url=url)
    _settle(library, excerpt_id, "published", address)
    return address


def _settle(library: Library, excerpt_id: int, status: Status, url: str | None) -> None:
    with library.archive.transaction() as session:
        row = session.get(Excerpt, excerpt_id)
        if row is None or row.about is not None:
            raise QuoteError("excerpt-missing", excerpt=excerpt_id)
        known = _status(session, row)
        if known == "released" or (known, status) == ("published", "released"):
            raise QuoteError(f"excerpt-{known}", excerpt=excerpt_id)
        facts = row.model_dump(exclude={"id", "hash", "previous_hash"})
        facts |= {
            "at": utc_now(),
            "user_name": user_name(),
            "ranges": "[]",
            "status": status,
            "about": excerpt_id,
            "url": url or row.url,
        }
        added = append(session, Excerpt(**facts, previous_hash="", hash=""))
        place, head = added.id or 0, added.hash
    remember_head(library.archive.uid, place, head)


def _status(session: Session, row: Excerpt) -> str:
    last = session.exec(select(Excerpt.status).where(Excerpt.about == row.id).order_by(col(Excerpt.id).desc()).limit(1)).first()
    return last or row.status
