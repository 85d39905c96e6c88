"""Encodings, links, marks, flavours and references against their vectors."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from app.base.spans import Span
from app.citation import STYLES, Reference, clean_url, deep_link, flavours, text_fragment
from app.citation.exports import bibtex, csl, ris
from app.citation.fragments import EXACT_LIMIT, encode
from app.citation.marks import nest
from app.citation.payload import Payload, joined
from app.citation.styles.wiki import template

VECTORS = json.loads(Path(__file__).with_name("vectors_cite.json").read_text(encoding="utf-8"))
VECTORS = VECTORS["vectors"] if isinstance(VECTORS, dict) else VECTORS


def reference(meta: dict[str, Any]) -> Reference:
    return Reference(
        headline=meta["title"],
        authors=(meta["author"],) if meta["author"] else (),
        source=meta["source"],
        published=meta["iso"] if meta["date"] else None,
        url=meta["url"],
        accessed="2026-11-23",
        language=meta["lang"],
    )


def payload(given: dict[str, Any]) -> Payload:
    meta = reference(given["meta"])
    return flavours(given["pieces"], STYLES["dash"](meta), language="en", url=meta.url, link=given["link"], text_language="en")


CALLS: dict[str, Callable[..., object]] = {
    "frag_enc": encode,
    "clean_url": clean_url,
    "deep_link": lambda given: deep_link(*given),
    "nest": lambda given: nest(*given),
    "joined": joined,
    "plain": lambda given: payload(given).plain,
    "as_html": lambda given: payload(given).html,
    "markdown": lambda given: payload(given).markdown,
    "rtf": lambda given: payload(given).rtf,
    "wiki": lambda given: template(reference(given)),
    "bibtex": lambda given: bibtex(reference(given)),
    "ris": lambda given: ris(reference(given)),
    "csl": lambda given: csl(reference(given)),
}


@pytest.mark.parametrize("vector", VECTORS, ids=[vector["id"] for vector in VECTORS])
def test_vector(vector: dict[str, Any]) -> None:
    assert CALLS[vector["call"]](vector["input"]) == vector["expect"]


def test_vectors_on_the_real_article(shared: Path) -> None:
    document = json.loads((shared / "data" / "rights" / "vectors_cite_seed.json").read_text(encoding="utf-8"))
    lines = [line for line in (shared / "seed" / "article.txt").read_text(encoding="utf-8").split("\n") if line.strip()]
    body = "\n".join(lines[4:-1])
    for vector in document["vectors"] if isinstance(document, dict) else document:
        call, given = vector["call"], vector["input"]
        if call.startswith("text_fragment"):
            limit = int(call.partition("limit=")[2].rstrip(")") or EXACT_LIMIT)
            found: object = text_fragment(body, Span(*given), limit=limit)
        else:
            found = CALLS[call](given)
        assert found == vector["expect"], vector["id"]
