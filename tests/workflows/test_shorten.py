"""What is offered when a passage is too long."""

from app.base.spans import Span
from app.workflows.library import Library
from app.workflows.passages import find_passage
from app.workflows.quote import measure
from app.workflows.quoting import QuoteRequest
from app.workflows.read import read_article
from app.workflows.shorten import shortened

ADDRESS = "https://wire.example.org/crane"


def request(library: Library, article: int, text: str, *, until_end: bool = False) -> QuoteRequest:
    body = read_article(library, article).body
    (found,) = find_passage(body, text)
    span = Span(found.start, len(body)) if until_end else found
    return QuoteRequest(article, (span,), publication="my-site.example", medium="website", url=ADDRESS)


def test_whole_sentences_are_kept_where_one_fits(library: Library) -> None:
    wanted = request(library, 2, "Two firms have", until_end=True)
    assert measure(library, wanted).reason == "over_cap"
    found = shortened(library, wanted)
    assert found is not None
    assert found.of(read_article(library, 2).body) == "Two firms have shown interest."


def test_words_are_kept_where_no_sentence_fits(library: Library) -> None:
    wanted = request(library, 2, "The town council of Varnsund", until_end=True)
    found = shortened(library, wanted)
    assert found is not None
    text = found.of(read_article(library, 2).body)
    assert text.startswith("The town council of Varnsund voted on Monday")
    assert not text.endswith(".")
    one_more = QuoteRequest(
        2, (Span(found.start, found.end + 2),), publication="my-site.example", medium="website", url=ADDRESS
    )
    assert measure(library, one_more).reason == "over_cap"


def test_what_is_allowed_stays_whole(library: Library) -> None:
    wanted = request(library, 2, "a harbour that waits")
    assert shortened(library, wanted) == wanted.spans[0]
