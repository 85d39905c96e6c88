"""Addresses: what may be linked, and nothing in them that ends where they are printed."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.citation import clean_url


@pytest.mark.parametrize(
    ("given_url", "cleaned"),
    [
        ('https://x.example/a"b>c', "https://x.example/a%22b%3Ec"),
        ("https://x.example/a\\b{c}|d", "https://x.example/a%5Cb%7Bc%7D%7Cd"),
        ("https://x.example/\u202egpj", "https://x.example/%E2%80%AEgpj"),
        ("https://x.example/é?q=ü", "https://x.example/é?q=ü"),
        ("https://x.example/\ud800", None),
        ("https://x.example/\x00", None),
        ("https://[::1]:8080/a", "https://[::1]:8080/a"),
        ("https://x.example:99999/", None),
        ("//x.example/a", None),
        ("data:text/html,x", None),
    ],
)
def test_address_is_linked_or_refused(given_url: str, cleaned: str | None) -> None:
    assert clean_url(given_url) == cleaned


@given(st.text(max_size=30))
def test_no_address_breaks_out(rest: str) -> None:
    url = clean_url(f"https://x.example/{rest}")
    assert url is None or not re.search('[\\s"<>\\\\`{}|\x00-\x1f\u202a-\u202e\ud800-\udfff]', url)
    assert clean_url(url) == url
