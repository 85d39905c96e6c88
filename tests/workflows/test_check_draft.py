"""Drafts that quote rightly, and drafts that hide what they took."""

from pathlib import Path

import pytest

from app.base.spans import Span
from app.importers import Captured
from app.importers.drafts import read_draft
from app.model.draft import Draft, DraftLink
from app.workflows.check_draft import DraftReport, check_draft
from app.workflows.library import Library
from app.workflows.publications import PublicationView, describe_publication
from app.workflows.quote import hand_out
from app.workflows.quoting import QuoteRequest
from app.workflows.read import read_article
from app.workflows.terms import reword_terms
from tests.articles import write_long_three

SAID = "A harbour with one crane is a harbour that waits"
NIGHT = "Nobody had ever asked to see the garden in the dark before"
URL = "https://wire.example.org/crane"


@pytest.fixture
def files(tmp_path: Path) -> Path:
    return write_long_three(tmp_path / "files")


def codes(report: DraftReport, at: int = 0) -> set[str]:
    return {problem.code for problem in report.quotes[at].problems}


def linked(text: str, *urls: str) -> Draft:
    return Draft(text, tuple(DraftLink(Span(0, 1), url) for url in urls))


def link(library: Library, url: str) -> None:
    """Give the harbour's article its address, as a quotation does that asks for it."""
    hand_out(library, QuoteRequest(2, (), "elsewhere.example", url=url))


def test_marked_attributed_and_linked_passage_is_no_problem(library: Library) -> None:
    link(library, URL)
    text = f"The mayor was plain. “{SAID},” Ingrid Solbakken told Northbridge Wire."
    report = check_draft(library, linked(text, f"{URL}#:~:text=harbour"))
    (quote,) = report.quotes
    assert (quote.article_id, quote.passage.draft.of(text), quote.passage.is_altered) == (2, SAID, False)
    assert quote.problems == ()
    assert quote.passage.article.of(read_article(library, 2).body) == SAID
    assert not report.refused
    (source,) = report.sources
    assert source.words == 10
    assert source.measures["words"].used == 10


@pytest.mark.parametrize(
    "hidden",
    [
        "„A harbour with one crane is a harbour that waits“",
        "«A harbour with one crane\n\nis a harbour that waits»",
        "“A  harbour with one\u00a0crane is a har\u00adbour that waits”",
        "“A HARBOUR WITH ONE CRANE IS A HARBOUR THAT WAITS”",
    ],
)
def test_other_marks_spaces_and_capitals_hide_nothing(library: Library, hidden: str) -> None:
    draft = read_draft(Captured(f"Northbridge Wire: {hidden}".encode(), "draft.txt"))
    (quote,) = check_draft(library, draft).quotes
    assert not quote.passage.is_altered
    assert "unmarked" not in {problem.code for problem in quote.problems}


def test_changed_word_is_found_and_shown(library: Library) -> None:
    text = "“The loan of four million is to be repaid by 2041. The ministry in Oslo must still agree to it,” says Northbridge Wire."
    report = check_draft(library, Draft(text))
    (quote,) = report.quotes
    assert quote.passage.is_altered
    (change,) = quote.passage.changes
    assert (change.how, change.draft, change.article) == ("altered", "repaid", "paid back")
    assert change.span.of(text) == " repaid "
    assert "altered" in codes(report)


def test_added_and_left_out_words_with_a_sign_are_no_alteration(library: Library) -> None:
    text = (
        "“The loan of four million is to be paid back […] The ministry in Oslo must [soon] still agree to it, which Solbakken "
        "expects before the summer.” (Northbridge Wire)"
    )
    (quote,) = check_draft(library, Draft(text)).quotes
    assert [change.how for change in quote.passage.changes] == ["cut", "added"]
    assert not quote.passage.is_altered


def test_passage_without_marks_name_and_link_goes_against_the_terms(library: Library) -> None:
    link(library, URL)
    report = check_draft(library, Draft("Some say that a harbour with one crane is a harbour that waits for ships."))
    assert codes(report) >= {"unmarked", "unattributed", "link-missing"}
    assert report.refused


def test_link_counts_with_tracking_parameters_and_without_www(library: Library) -> None:
    link(library, URL)
    text = f"“{SAID},” writes Northbridge Wire."
    assert check_draft(library, linked(text, "https://www.wire.example.org/crane/?utm_source=x")).quotes[0].problems == ()
    assert codes(check_draft(library, linked(text, "https://wire.example.org/other"))) == {"link-missing"}


def test_too_much_is_summed_over_passages_and_the_ledger(library: Library) -> None:
    link(library, URL)
    text = f"Northbridge Wire: “{SAID}.” And: “Neither wanted to speak about prices before the tender is out.”"
    report = check_draft(library, linked(text, URL))
    assert [codes(report, at) for at in (0, 1)] == [{"over-cap"}, {"over-cap"}]
    (source,) = report.sources
    assert source.verdict == "refused"
    assert source.measures["words"].used == 21

    body = read_article(library, 2).body
    start = body.index("The loan of four")
    hand_out(library, QuoteRequest(2, (Span(start, start + len("The loan of four")),), "site.example"))
    one = linked(f"Northbridge Wire: “{SAID}.”", URL)
    assert check_draft(library, one).sources[0].measures["words"].before == 0
    assert check_draft(library, one, "site.example").sources[0].measures["words"].before == 4


def test_wrong_speaker_is_told(library: Library) -> None:
    text = f"“{NIGHT},” said Maren Holt at the opening, the Halden Courier reports."
    (quote,) = check_draft(library, Draft(text)).quotes
    assert (quote.speaker, quote.named_speaker) == ("Tomas Okafor", "Maren Holt")
    assert "wrong-speaker" in {problem.code for problem in quote.problems}
    right = check_draft(library, Draft(f"“{NIGHT},” said Okafor at the opening, the Halden Courier reports."))
    assert "wrong-speaker" not in codes(right)


def test_block_quote_counts_as_marked(library: Library) -> None:
    text = f"Halden Courier:\n{NIGHT}."
    assert "unmarked" not in codes(check_draft(library, Draft(text, set_off=(Span(16, len(text)),))))
    assert "unmarked" in codes(check_draft(library, Draft(text)))


def test_own_words_and_empty_drafts_have_no_passages(library: Library) -> None:
    for text in (
        "",
        "!",
        "The council of another town has decided something else about its garden and its harbour.",
        "five words are not enough",
    ):
        report = check_draft(library, Draft(text))
        assert report.quotes == ()
        assert not report.refused


def test_five_words_are_no_passage_six_are(library: Library) -> None:
    assert check_draft(library, Draft("harbour with one crane is")).quotes == ()
    assert len(check_draft(library, Draft("harbour with one crane is a")).quotes) == 1


@pytest.mark.parametrize(
    ("quoted", "changed"),
    [
        ("“A harbour with one crane is a harbour that sleeps”", ("sleeps", "waits")),
        ("“The harbour with one crane is a harbour that waits”", ("The", "A")),
        ("“A harbour with one crane is a town that waits”", ("town", "harbour")),
    ],
)
def test_word_changed_at_the_edge_of_a_quotation_is_found(library: Library, quoted: str, changed: tuple[str, str]) -> None:
    text = f"Northbridge Wire: {quoted}, and so on and on."
    (quote,) = check_draft(library, Draft(text)).quotes
    assert quote.passage.draft.of(text) == quoted.strip("“”")
    assert [(change.how, change.draft, change.article) for change in quote.passage.changes] == [("altered", *changed)]
    assert "altered" in {problem.code for problem in quote.problems}


def test_words_outside_of_the_marks_are_the_writers_own(library: Library) -> None:
    text = f"Northbridge Wire: “{SAID}”, the others wait."
    (quote,) = check_draft(library, Draft(text)).quotes
    assert quote.passage.changes == ()


def test_ellipsis_tells_what_it_left_out(library: Library) -> None:
    text = "“The town council of Varnsund voted on Monday … and the fishermen on the quay rang the bell” (Northbridge Wire)"
    quote = check_draft(library, Draft(text)).quotes[0]
    (change,) = quote.passage.changes
    assert change.how == "cut"
    assert change.article.startswith("for a second crane")


def test_source_must_be_named_near_the_passage_a_link_elsewhere_is_not_enough(library: Library) -> None:
    link(library, URL)
    far = "\n".join((f"“{SAID}”", "One.", "Two.", "Three.", "Read more here."))
    away = Draft(far, (DraftLink(Span(far.index("Read"), len(far)), URL),))
    assert codes(check_draft(library, away)) == {"unattributed"}
    near = Draft(far, (DraftLink(Span(0, 5), URL),))
    assert codes(check_draft(library, near)) == set()


def test_medium_and_trade_of_the_publication_are_looked_at(library: Library) -> None:
    link(library, URL)
    describe_publication(library, PublicationView("The Paper", "print"))
    draft = linked(f"“{SAID},” writes Northbridge Wire.", URL)
    assert codes(check_draft(library, draft, "The Paper")) == {"medium"}
    assert codes(check_draft(library, draft, "my-site.example")) == set()
    reword_terms(library, 2, "Up to 40 words may be quoted for non-commercial purposes.")
    describe_publication(library, PublicationView("The Paper", "print", commercial=True))
    assert codes(check_draft(library, draft, "The Paper")) == {"commercial"}


def test_passage_of_a_text_whose_terms_give_no_right_rests_on_the_law(library: Library) -> None:
    report = check_draft(library, Draft(f"“{NIGHT},” said Okafor at the opening, the Halden Courier reports."))
    assert codes(report) == {"by-law"}
    assert not report.refused


def test_passage_that_the_ledger_holds_on_another_basis_is_in_order(library: Library) -> None:
    link(library, URL)
    body = read_article(library, 2).body
    start = body.index("Neither wanted")
    taken = Span(start, body.index("promise.", start) + len("promise."))
    draft = linked(f"Northbridge Wire: “{taken.of(body)}”", URL)
    assert codes(check_draft(library, draft, "my-site.example")) == {"over-cap"}
    request = QuoteRequest(2, (taken,), "my-site.example", basis="permission", reason="letter of 3 May")
    assert hand_out(library, request).payload is not None
    report = check_draft(library, draft, "my-site.example")
    assert (report.quotes[0].basis, codes(report), report.refused) == ("permission", set(), False)
    assert codes(check_draft(library, draft, "other.example")) == {"over-cap"}


def test_sentences_in_another_order_are_all_counted(library: Library) -> None:
    first = "The loan of four million is to be paid back by 2041."
    second = "The opposition in the council had asked for a cheaper crane from Norway."
    third = "Neither wanted to speak about prices before the tender is out."
    for order in ((first, second, third), (third, first, second), (second, third, first), (third, second, first)):
        report = check_draft(library, Draft(f"Northbridge Wire: “{' '.join(order)}”"))
        (source,) = report.sources
        assert source.words is not None
        assert 36 <= source.words <= 39
