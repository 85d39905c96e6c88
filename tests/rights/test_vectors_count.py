"""`pressmark-count/1` against its vectors."""

import json
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from app.base.spans import Span
from app.model.rights import Cap, RightsStatement
from app.rights import CountedText, judge

VECTORS = json.loads(Path(__file__).with_name("vectors_count.json").read_text(encoding="utf-8"))["vectors"]


def statement(rule: dict[str, Any]) -> RightsStatement:
    if rule["share"] is not None:
        op = "lt" if rule["strict"] else "le"
        cap = Cap(Fraction(rule["share"]) * 100, "percent", of=rule["unit"], op=op)  # type: ignore[arg-type]
    else:
        unit = {"points": "chars"}.get(rule["unit"], rule["unit"])
        cap = Cap(Fraction(rule["absolute"]), unit)
    return RightsStatement(kind="quote_cap", caps=(cap,))


def spans(pairs: list[list[int]]) -> list[Span]:
    """A selection made backwards is the same selection."""
    return [Span(min(pair), max(pair)) for pair in pairs]


def check(vector: dict[str, Any], text: str) -> None:
    found = judge(statement(vector["rule"]), CountedText(text), spans(vector["spans"]), spans(vector["prior"]))
    expected = vector["expect"]
    measures = {
        name: {"total": m.total, "cap": m.cap, "before": m.before, "used": m.used, "remaining": m.remaining}
        for name, m in found.measures.items()
    }
    assert measures == expected["measures"]
    assert (found.verdict, found.binding) == (expected["verdict"], expected.get("binding"))


@pytest.mark.parametrize("vector", VECTORS, ids=[vector["id"] for vector in VECTORS])
def test_vector(vector: dict[str, Any]) -> None:
    check(vector, vector["text"])


def test_vectors_on_the_real_article(shared: Path) -> None:
    path = shared / "data" / "rights" / "vectors_count_seed.json"
    document = json.loads(path.read_text(encoding="utf-8"))
    paragraphs = (shared / "seed" / "article.txt").read_text(encoding="utf-8").split("\n")
    lines = [line for line in paragraphs if line.strip()]
    body = "\n".join(lines[4:-1])
    for vector in document["vectors"]:
        check(vector, body)
