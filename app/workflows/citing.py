"""References without a quotation: as a line of a style, or as a file for other programs. They hold no quoted text, so no cap concerns them."""

import json
from collections.abc import Callable, Sequence
from datetime import date

from sqlmodel import Session

from app.base.errors import UsageError
from app.citation import STYLES, Payload, Reference, reference_alone
from app.citation.exports import bibtex_of, csl_of, ris_of
from app.workflows.library import Library
from app.workflows.read import article_and_body
from app.workflows.references import reference_to

EXPORTS: dict[str, Callable[[Sequence[Reference]], str]] = {
    "bibtex": bibtex_of,
    "ris": ris_of,
    "csl": lambda references: json.dumps(csl_of(references), ensure_ascii=False, indent=2) + "\n",
}
"""By name: what writes a file of references. BibTeX, RIS, CSL-JSON."""


def cite(library: Library, article_ids: Sequence[int], style: str) -> tuple[Payload, ...]:
    """Return the reference to each article in a style; QuoteError for an article that is not there, UsageError for an unknown style."""
    if style not in STYLES:
        raise UsageError("style-unknown", style=style, styles=", ".join(STYLES))
    return tuple(reference_alone(reference, style=style) for reference in _references(library, article_ids))


def export_references(library: Library, article_ids: Sequence[int], form: str) -> str:
    """Return a file of references to the articles, in their order; errors as `cite`."""
    if form not in EXPORTS:
        raise UsageError("export-unknown", form=form, forms=", ".join(EXPORTS))
    return EXPORTS[form](_references(library, article_ids))


def _references(library: Library, article_ids: Sequence[int]) -> list[Reference]:
    with library.archive.reading() as session:
        return [_reference(session, article_id) for article_id in article_ids]


def _reference(session: Session, article_id: int) -> Reference:
    article, _ = article_and_body(session, article_id)
    return reference_to(session, article, accessed=date.today(), speaker=None)
