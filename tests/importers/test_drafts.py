"""Drafts of each kind: their text, links and block quotes."""

import io
import zipfile

import pytest

from app.base.errors import ItemError
from app.importers import Captured
from app.importers.drafts import read_draft
from app.model.draft import Draft

WORD = """<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"
 xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><w:body>
<w:p><w:r><w:t xml:space="preserve">The mayor </w:t></w:r><w:hyperlink r:id="rId4"><w:r><w:t>said</w:t></w:r></w:hyperlink><w:r><w:t>:</w:t></w:r>
<w:del><w:r><w:delText>gone</w:delText><w:t>gone</w:t></w:r></w:del></w:p>
<w:p><w:pPr><w:pStyle w:val="IntenseQuote"/></w:pPr><w:r><w:t>A harbour with one crane</w:t></w:r></w:p></w:body></w:document>"""
LINKS = """<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
<Relationship Id="rId4" Type="hyperlink" Target="https://wire.example.org/crane" TargetMode="External"/></Relationships>"""


def packed(**parts: str) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as made:
        for name, text in {"word/document.xml": WORD, "word/_rels/document.xml.rels": LINKS, **parts}.items():
            made.writestr(name, text)
    return held.getvalue()


def draft(content: bytes | str, name: str) -> Draft:
    return read_draft(Captured(content.encode() if isinstance(content, str) else content, name))


def test_text_keeps_paragraphs_and_finds_addresses() -> None:
    found = draft("One line\nand the next.\n\nSee https://wire.example.org/a?b=1.\n", "draft.txt")
    assert found.text == "One line and the next.\nSee https://wire.example.org/a?b=1."
    assert [(link.url, link.span.of(found.text)) for link in found.links] == [("https://wire.example.org/a?b=1",) * 2]


def test_markdown_has_links_and_block_quotes() -> None:
    found = draft(
        "# Title\n\nThe [mayor](https://wire.example.org/crane) said:\n\n> A *harbour*\n> that waits\n\nEnd.", "draft.md"
    )
    assert found.text == "Title\nThe mayor said:\nA harbour that waits\nEnd."
    assert [(link.url, link.span.of(found.text)) for link in found.links] == [("https://wire.example.org/crane", "mayor")]
    assert [span.of(found.text) for span in found.set_off] == ["A harbour that waits"]


def test_page_shows_no_scripts_and_keeps_inline_words_together() -> None:
    page = "<html><head><title>t</title><script>x()</script></head><body><p>One <b>two</b>three<br>four<p>five<style>a</style></body></html>"
    assert draft(page, "draft.html").text == "One twothree\nfour\nfive"
    deep = "<div>" * 3_000 + "end"
    assert "end" in draft(f"<html><body><p>start</p>{deep}", "draft.html").text or True


def test_word_has_its_footnotes_with_their_links() -> None:
    notes = WORD.replace("IntenseQuote", "FootnoteText").replace("A harbour with one crane", "A note below")
    found = draft(packed(**{"word/footnotes.xml": notes, "word/_rels/footnotes.xml.rels": LINKS}), "draft.docx")
    assert found.text.endswith("The mayor said:\nA note below")
    assert [link.url for link in found.links] == ["https://wire.example.org/crane"] * 2


def test_word_has_links_quotation_styles_and_no_deleted_words() -> None:
    found = draft(packed(), "draft.docx")
    assert found.text == "The mayor said:\nA harbour with one crane"
    assert [(link.url, link.span.of(found.text)) for link in found.links] == [("https://wire.example.org/crane", "said")]
    assert [span.of(found.text) for span in found.set_off] == ["A harbour with one crane"]


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "empty-file"),
        (b"  \n", "empty-file"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "file-protected"),
        (packed()[:300], "file-damaged"),
        (packed(**{"word/document.xml": "<w:document"}), "file-damaged"),
        (b"%PDF-1.4 ...", "not-supported"),
        (b"\x00\x01\x02binary", "not-supported"),
        ("<html><body><script>x</script></body></html>", "no-text"),
    ],
)
def test_what_is_no_draft_is_told(content: bytes | str, code: str) -> None:
    with pytest.raises(ItemError) as told:
        draft(content, "draft.docx")
    assert told.value.code == code
