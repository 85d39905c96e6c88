"""What was found in a draft, in words and on a page."""

import json
from pathlib import Path

import pytest

from app.base.errors import ArchiveError
from app.base.spans import Span
from app.messages.draft_reports import draft_json, draft_page, write_draft
from app.messages.drafts import NOT_ADVICE, Piece, count_words, pieces_of, verdict_on
from app.workflows.check_draft import DraftQuote, DraftReport, Problem
from app.workflows.draft_passages import Change, Repeated

TEXT = "The loan is to be repaid by 2041 [at last] and … is small."


def passage(*changes: Change) -> Repeated:
    return Repeated(Span(4, len(TEXT) - 1), Span(0, 60), 9, changes)


ALTERED = Change("altered", "repaid", "paid <back>", Span(17, 25))
LEFT_OUT = Change("altered", "", "quite", Span(TEXT.index(" small"), TEXT.index(" small") + 1))
CUT = Change("cut", "…", "", Span(TEXT.index(" …"), TEXT.index(" …") + 3))


def quote(passage: Repeated, *problems: Problem, also_in: tuple[int, ...] = ()) -> DraftQuote:
    return DraftQuote(passage, 7, "A & B", "Quay <Press>", problems, None, None, also_in)


def test_only_what_was_altered_is_struck_and_added() -> None:
    assert pieces_of(passage(ALTERED, CUT), TEXT) == (
        Piece("loan is to be ", "same"),
        Piece("paid <back>", "struck"),
        Piece(" ", "same"),
        Piece("repaid", "added"),
        Piece(" ", "same"),
        Piece("by 2041 [at last] and … is small", "same"),
    )


def test_a_word_that_was_left_out_is_struck_where_it_stood() -> None:
    pieces = pieces_of(passage(LEFT_OUT), TEXT)
    assert [piece.text for piece in pieces] == ["loan is to be repaid by 2041 [at last] and … is ", "quite", " ", "small"]
    assert [piece.how for piece in pieces] == ["same", "struck", "same", "same"]


def test_passages_are_counted_by_how_they_stand() -> None:
    refused, look = (
        quote(passage(), Problem("unmarked", True), Problem("altered", False)),
        quote(passage(), Problem("altered", False)),
    )
    assert (verdict_on(refused), verdict_on(look), verdict_on(quote(passage()))) == ("refused", "look", "fine")
    assert (
        count_words(DraftReport(20, "", (refused, look), ()))
        == "2 passages from 0 articles · 1 against the terms · 1 to look at"
    )
    assert count_words(DraftReport(20, "", (quote(passage()),), ())) == "1 passage from 0 articles · all in order"


def test_a_page_shows_the_passage_with_its_changes_and_is_safe() -> None:
    report = DraftReport(20, "site.example", (quote(passage(ALTERED), Problem("altered", False), also_in=(9,)),), ())
    page = draft_page(report, TEXT)
    assert "loan is to be <del>paid &lt;back&gt;</del> <ins>repaid</ins> by 2041" in page
    assert "<p class=look>! Words differ from the article without a sign of it.</p>" in page
    assert "A &amp; B (Quay &lt;Press&gt;)" in page
    assert "Also in [9]" in page
    assert "20 words, for site.example" in page
    assert NOT_ADVICE in page
    assert "Nothing in this draft" in draft_page(DraftReport(3, "", (), ()), "a b c")


def test_the_name_of_the_file_decides_the_form(tmp_path: Path) -> None:
    report = DraftReport(20, "", (quote(passage(ALTERED)),), ())
    write_draft(tmp_path / "a.json", report, TEXT)
    assert json.loads((tmp_path / "a.json").read_text(encoding="utf-8")) == draft_json(report, TEXT)
    write_draft(tmp_path / "a.html", report, TEXT)
    assert (tmp_path / "a.html").read_text(encoding="utf-8").startswith("<!DOCTYPE html>")
    with pytest.raises(ArchiveError):
        write_draft(tmp_path, report, TEXT)
