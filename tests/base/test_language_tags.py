"""Language tags: well-formed ones in their usual spelling, all else refused."""

import pytest

from app.base.language_tags import language_tag
from app.citation.marks import MARKS


@pytest.mark.parametrize(
    ("text", "tag"),
    [
        ("en", "en"), (" EN-gb ", "en-GB"), ("de_ch", "de-CH"), ("zh-hant-tw", "zh-Hant-TW"), ("es-419", "es-419"), ("sl-rozaj", "sl-rozaj"),
        ("de-1996", "de-1996"), ("en-u-ca-gregory", "en-u-ca-gregory"), ("yue", "yue"), ("german", None), ("Deutsch", None), ("e", None),
        ("en-", None), ("en--gb", None), ("en gb", None), ("en-gb-", None), ("12", None), ("", None), ("<b>", None),
    ],
)  # fmt: skip
def test_tag_is_well_formed_or_none(text: str, tag: str | None) -> None:
    assert language_tag(text) == tag


def test_languages_with_marks_are_tags() -> None:
    assert [code for code in MARKS if language_tag(code) is None] == []
