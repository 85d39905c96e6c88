"""Quotations in pieces: cut at an ellipsis, interrupted, over several paragraphs, with credits below them, repeated."""

from pathlib import Path

import pytest

from app.importers import Captured
from app.importers.drafts import read_draft
from app.model.draft import Draft
from app.workflows.check_draft import DraftReport, check_draft
from app.workflows.ingest import ingest
from app.workflows.library import Library
from app.workflows.read import read_article
from tests.articles import LONG_HARBOUR, write_long_three

SAID = "A harbour with one crane is a harbour that waits"


@pytest.fixture
def files(tmp_path: Path) -> Path:
    return write_long_three(tmp_path / "files")


def taken(library: Library, report: DraftReport, at: int = 0) -> list[str]:
    """Return the words of the article that a quotation is counted with."""
    quote = report.quotes[at]
    body = read_article(library, quote.article_id).body
    return [" ".join(span.of(body).split()) for span in quote.passage.ranges]


def codes(report: DraftReport) -> set[str]:
    return {problem.code for quote in report.quotes for problem in quote.problems}


@pytest.mark.parametrize("sign", ["…", "[…]", "[...]", "[..]", "...", ". . .", "(...)"])
def test_words_left_out_at_an_ellipsis_are_not_counted(library: Library, sign: str) -> None:
    text = (
        f"“The town council of Varnsund voted on Monday {sign} and the fishermen on the quay rang the bell” (Northbridge Wire)"
    )
    report = check_draft(library, Draft(text))
    assert taken(library, report) == [
        "The town council of Varnsund voted on Monday",
        "and the fishermen on the quay rang the bell",
    ]
    assert report.sources[0].measures["words"].used == 17
    assert "altered" not in codes(report)


def test_few_words_left_out_with_a_sign_are_not_counted(library: Library) -> None:
    text = "“The loan of four million is […] paid back by 2041” (Northbridge Wire)"
    report = check_draft(library, Draft(text))
    assert taken(library, report) == ["The loan of four million is", "paid back by 2041"]
    assert report.sources[0].words == 10


def test_short_pieces_on_both_sides_of_an_ellipsis_are_found(library: Library) -> None:
    text = (
        "“The loan … The ministry in Oslo must still agree to it … the herring fleet … the quay is empty.” (Northbridge Wire)"
    )
    report = check_draft(library, Draft(text))
    (quote,) = report.quotes
    assert taken(library, report) == [
        "The loan", "The ministry in Oslo must still agree to it", "the herring fleet", "the quay is empty",
    ]  # fmt: skip
    assert quote.passage.draft.of(text) == text[1 : text.index(".”")]
    assert [change.how for change in quote.passage.changes] == ["cut"] * 3
    assert report.sources[0].words == 18


def test_short_piece_that_the_article_lacks_is_not_made_up(library: Library) -> None:
    text = "“The ministry in Oslo must still agree to it … green cheese” (Northbridge Wire)"
    assert taken(library, check_draft(library, Draft(text))) == ["The ministry in Oslo must still agree to it"]


@pytest.mark.parametrize(
    "written",
    [
        "> {quote}\n> — Ingrid Solbakken, quoted by [Northbridge Wire](<https://wire.example.org/crane>), 3 May 2021",
        "> {quote}\n>\n> — Northbridge Wire, 3 May 2021",
        "> {quote}\n> -- the council of Varnsund, Northbridge Wire",
    ],
)
def test_credit_under_a_block_quote_is_no_quoted_word(library: Library, written: str) -> None:
    draft = read_draft(Captured(f"It reads:\n\n{written.format(quote=SAID + '.')}\n\nEnd.".encode(), "draft.md"))
    report = check_draft(library, draft)
    (quote,) = report.quotes
    assert quote.passage.draft.of(draft.text) == SAID
    assert not codes(report) & {"altered", "unattributed", "unmarked"}


def test_footer_and_cite_of_a_block_quote_on_a_page_are_credit(library: Library) -> None:
    for credit in ("<footer>Northbridge Wire</footer>", "<p>— Northbridge Wire</p>", "<cite>Northbridge Wire</cite>"):
        draft = read_draft(Captured(f"<p>It reads:</p><blockquote><p>{SAID}</p>{credit}</blockquote>".encode(), "draft.html"))
        report = check_draft(library, draft)
        (quote,) = report.quotes
        assert quote.passage.draft.of(draft.text) == SAID
        assert not codes(report) & {"altered", "unattributed", "unmarked"}


@pytest.mark.parametrize(("first", "again", "last"), [*(("“", "“", "”"), ("„", "„", "“"), ("« ", "« ", " »"), ("« ", "» ", " »"), ('"', '"', '"'), ("‘", "‘", "’"))])  # fmt: skip
def test_paragraphs_that_each_open_and_of_which_the_last_closes_are_one_quotation(
    library: Library, first: str, again: str, last: str
) -> None:
    text = (
        f"Northbridge Wire: {first}The loan of four million is to be paid back by 2041.\n"
        f"{again}Work on the foundations could then begin in the autumn, when the herring fleet is at sea.\n"
        f"{again}Neither wanted to speak about prices before the tender is out.{last}"
    )
    report = check_draft(library, Draft(text))
    assert len(report.quotes) == 3
    assert "unmarked" not in codes(report)


def test_quotation_that_nobody_closes_does_not_mark_what_follows(library: Library) -> None:
    text = f"Northbridge Wire: “Oh, the crane.\n{SAID}, I say.\nAnd “so on”."
    assert "unmarked" in codes(check_draft(library, Draft(text)))


@pytest.mark.parametrize("between", ["it wrote,", "Northbridge Wire wrote on a Monday in the month of May,"])
def test_own_words_between_two_quotations_are_neither_counted_nor_altered(library: Library, between: str) -> None:
    text = f"Northbridge Wire: “The loan of four million is to be”, {between} “paid back by 2041.”"
    report = check_draft(library, Draft(text))
    pieces = [piece.of(text) for quote in report.quotes for piece in quote.passage.pieces]
    assert pieces == ["The loan of four million is to be", "paid back by 2041"]
    assert not any(quote.passage.changes for quote in report.quotes)
    assert report.sources[0].words == 12
    assert not codes(report) & {"altered", "unmarked", "unattributed"}


def test_words_in_brackets_cost_nothing_and_may_stand_for_others(library: Library) -> None:
    text = "“The ministry [of trade and of the sea] in Oslo must still agree to [the loan], which Solbakken expects” (Northbridge Wire)"
    report = check_draft(library, Draft(text))
    (quote,) = report.quotes
    assert [change.how for change in quote.passage.changes] == ["added", "added"]
    assert report.sources[0].words == 11
    without = check_draft(library, Draft(text.replace("[", "").replace("]", "")))
    assert "altered" in codes(without)


def test_each_appearance_takes_up_room_of_the_draft(library: Library) -> None:
    once = check_draft(library, Draft(f"Northbridge Wire: “{SAID}.” {'So be it now. ' * 10}")).sources[0]
    twice = check_draft(library, Draft(f"Northbridge Wire: “{SAID}.” {'So be it now. ' * 10}“{SAID}.”")).sources[0]
    assert (once.words, twice.words) == (10, 10)
    assert once.share_of_draft == pytest.approx(10 / 52)
    assert twice.share_of_draft == pytest.approx(20 / 62)


def test_copies_under_two_sources_share_one_allowance(tmp_path: Path) -> None:
    folder = tmp_path / "copies"
    folder.mkdir()
    body = LONG_HARBOUR.replace("Economy\n\n", "", 1)
    for name, title, source in (("a", "Crane", "Northbridge Wire"), ("b", "A second crane", "Varnsund Post")):
        (folder / f"{name}.md").write_text(f"---\ntitle: {title}\nsource: {source}\n---\n\n{body}", encoding="utf-8")
    with Library.open(tmp_path / "two", create=True) as library:
        ingest(library.archive, [folder], jobs=1)
        library.refresh()
        report = check_draft(library, Draft(
            f"Northbridge Wire: “{SAID}.”\n\n\n\n“Neither wanted to speak about prices before the tender is out.” Varnsund Post"
        ))  # fmt: skip
    assert len(report.sources) == 2
    assert [source.measures["words"].used for source in report.sources] == [21, 21]
    assert all("over-cap" in {problem.code for problem in quote.problems} for quote in report.quotes)


@pytest.mark.parametrize("name", ["draft.txt", "draft.md"])
def test_word_broken_at_the_end_of_a_line_is_not_altered(library: Library, name: str) -> None:
    text = "Northbridge Wire:\n\n“The loan of four mil-\nlion is to be paid back by 2041. The min-\nistry in Oslo must still agree to it”"
    report = check_draft(library, read_draft(Captured(text.encode(), name)))
    assert report.quotes[0].passage.changes == ()
    assert codes(report) <= {"link-missing", "over-cap"}
    assert report.sources[0].words == 21
