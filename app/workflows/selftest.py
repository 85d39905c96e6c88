"""The main job, end to end, on an article made up for it. No `assert`: an optimised build would leave it out."""

from collections.abc import Iterator
from pathlib import Path

from app.base.spans import Span
from app.index.query import Query
from app.workflows.check import check
from app.workflows.find import find
from app.workflows.ingest import ingest
from app.workflows.library import Library
from app.workflows.narrow import filter_by_names
from app.workflows.passages import find_passage
from app.workflows.quote import hand_out
from app.workflows.quoting import QuoteRequest

PASSAGE = "The lamps will be lit again on Friday,"
ARTICLE = f"""Culture

Lighthouse of Varnsund shines again

(Photo: Port Authority of Varnsund)
NORTHBRIDGE WIRE - The lighthouse of Varnsund, dark for eleven years, has been repaired by volunteers of the town, its mayor
Ingrid Solbakken told reporters on Tuesday. Masons from the whole coast took part in the work, which cost less than planned.

“{PASSAGE}” said Mayor Ingrid Solbakken. “Whoever sails past at night will know that we are still here, and that somebody has
swept the stairs.” The town council had set aside money for the lenses only.

Engineers from Norway checked the tower twice during the winter. They found the old iron frame in a better state than anybody
had hoped, and the keeper's house will open as a small museum in the summer, with a room for the letters of three keepers.

Editorial content from Northbridge Wire may be quoted on other websites as long as the quote comprises no more than 10% of the
entire text, is marked as such and the source is named (via hyperlink).
"""
URL = "https://news.example.org/varnsund-lighthouse"


def run_main_job(folder: Path) -> Iterator[tuple[str, bool]]:
    """Give each step of the main job with whether it went well: import, search, quote, refuse, check."""
    file = folder.parent / "varnsund.txt"
    file.write_text(ARTICLE, encoding="utf-8")
    with Library.open(folder, create=True) as library:
        batch = ingest(library.archive, [file], jobs=1)
        yield "import an article", batch.failed == 0 and len(batch.items) == 1 and bool(batch.items[0].article_ids)
        library.refresh()
        found = find(library, Query(text="lighthouse"))
        yield "find it by a word", found.results.total == 1
        person, _ = filter_by_names(library.names, "person", ["Ingrid Solbakken"])
        narrowed = find(library, Query(text="lamps", facets={"person": person}))
        yield "find it by a person", narrowed.results.total == 1
        yield from _quote(library, found.rows[0].article_id)
        report = check(library)
        yield "check the archive", report.whole and report.ledger_rows == 1


def _quote(library: Library, article_id: int) -> Iterator[tuple[str, bool]]:
    from app.workflows.read import read_article

    body = read_article(library, article_id).body
    passage = QuoteRequest(article_id, find_passage(body, PASSAGE), "selftest.example", url=URL)
    answer = hand_out(library, passage)
    payload = answer.payload
    yield "quote a passage", payload is not None and PASSAGE.rstrip(",") in payload.plain and URL in payload.html
    whole = QuoteRequest(article_id, (Span(0, len(body)),), "selftest.example")
    refused = hand_out(library, whole)
    yield "refuse the whole text", refused.payload is None and refused.assessment.reason == "over_cap"
