"""A draft as text to go on writing: nothing that is checked in it is lost on the way."""

import zipfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.base.errors import ItemError
from app.base.spans import Span
from app.model.draft import Draft, DraftLink
from app.workflows.draft_places import Places
from app.workflows.draft_text import as_markdown, draft_of, text_of_draft_file

PASTED = """The council of Varnsund, says the [Northbridge Wire](https://wire.example.org/crane), is glad:

> A harbour with one crane is a harbour that waits

*That* is all.
"""


def test_links_and_block_quotes_of_pasted_markdown_count() -> None:
    draft = draft_of(PASTED)
    assert [link.url for link in draft.links] == ["https://wire.example.org/crane"]
    assert [span.of(draft.text) for span in draft.set_off] == ["A harbour with one crane is a harbour that waits"]
    assert draft.text.endswith("That is all.")


def test_plain_text_stays_plain() -> None:
    draft = draft_of("A line with *stars*\nand https://wire.example.org/crane here.")
    assert draft.text == "A line with *stars*\nand https://wire.example.org/crane here."
    assert [link.url for link in draft.links] == ["https://wire.example.org/crane"]


def test_nothing_but_white_space_is_no_draft() -> None:
    with pytest.raises(ItemError):
        draft_of(" \n ")


def test_a_page_becomes_text_with_its_links_and_quotes(tmp_path: Path) -> None:
    page = tmp_path / "draft.html"
    page.write_text(
        "<p>The <a href='https://wire.example.org/crane'>Wire</a> of &lt;Monday&gt;:</p><blockquote><p>A harbour waits</p></blockquote>"
        "<p>They <q>waited</q>.</p>",
        encoding="utf-8",
    )
    text = text_of_draft_file(page)
    assert text == "The [Wire](<https://wire.example.org/crane>) of \\<Monday>:\n\n> A harbour waits\n\nThey “waited”."
    draft = draft_of(text)
    assert draft.text == "The Wire of <Monday>:\nA harbour waits\nThey “waited”."
    assert [(link.span.of(draft.text), link.url) for link in draft.links] == [("Wire", "https://wire.example.org/crane")]
    assert [span.of(draft.text) for span in draft.set_off] == ["A harbour waits"]


def test_text_of_its_own_kind_stays_as_it_was_written(tmp_path: Path) -> None:
    for name in ("draft.md", "draft.txt"):
        (tmp_path / name).write_bytes(PASTED.replace("\n", "\r\n").encode("cp1252"))
        assert text_of_draft_file(tmp_path / name) == PASTED


def test_a_file_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_text("", encoding="utf-8")
    with zipfile.ZipFile(tmp_path / "other.zip", "w") as archive:
        archive.writestr("a.txt", "x")
    for name, code in (("empty.txt", "empty-file"), ("other.zip", "not-supported"), ("missing.txt", "file-unreadable")):
        with pytest.raises(ItemError) as caught:
            text_of_draft_file(tmp_path / name)
        assert caught.value.code == code


words = st.lists(st.text("abcdefgh’é", min_size=1, max_size=6), min_size=1, max_size=8).map(" ".join)


@given(st.lists(st.tuples(words, st.booleans(), st.booleans()), min_size=1, max_size=5))
def test_what_was_read_is_read_again_from_its_markdown(parts: list[tuple[str, bool, bool]]) -> None:
    text, links, quotes = "", [], []
    for words_, linked, quoted in parts:
        text += "\n" if text else ""
        span = Span(len(text), len(text) + len(words_))
        links += [DraftLink(span, "https://a.example/x-y?z=1")] if linked else []
        quotes += [span] if quoted and not (quotes and quotes[-1].end == span.start - 1) else []
        text += words_
    draft = Draft(text, tuple(links), tuple(quotes))
    again = draft_of(as_markdown(draft))
    assert (again.text, set(again.links), set(again.set_off)) == (draft.text, set(links), set(quotes))


def test_a_passage_is_found_where_it_was_written() -> None:
    draft = draft_of(PASTED)
    places = Places(draft.text, PASTED)
    start = draft.text.index("harbour with one")
    found = places.of(Span(start, start + len("harbour with one crane")))
    assert found is not None
    assert found.of(PASTED) == "harbour with one crane"
    whole = draft.text.index("Northbridge"), draft.text.index(" glad")
    found = places.of(Span(*whole))
    assert found is not None
    assert found.of(PASTED).startswith("Northbridge Wire](")


def test_a_word_in_an_address_is_not_taken_for_the_passage() -> None:
    written = "See [the ferry](https://a.example/the-ferry-sails) sails on Monday again."
    read = draft_of(written).text
    found = Places(read, written).of(Span(read.index("sails"), len(read) - 1))
    assert found is not None
    assert found.of(written) == "sails on Monday again"


def test_the_same_text_needs_no_search() -> None:
    assert Places("a b", "a b").of(Span(0, 1)) == Span(0, 1)
    assert Places("x", "y z").of(Span(0, 1)) is None
