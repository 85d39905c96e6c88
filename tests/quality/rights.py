"""How well terms are read from notices: `python -m tests.quality rights [--data FILE] [--json] [--verbose]`.

The file has the format of `tests/rights/statements.json`: `text`, `lang`, `origin` and `expect` of each statement. A field counts
where the reader or the file states it; kind and caps are scored apart. A trap is prose that must yield no terms.
"""

import json
from dataclasses import dataclass, field
from fractions import Fraction
from pathlib import Path
from typing import Any

from app.model.rights import Cap, RightsStatement
from app.rights import RightsEvidence, detect

STATEMENTS = Path(__file__).resolve().parents[1] / "rights" / "statements.json"
FIELDS = (
    "spdx", "mark", "name_source", "source_name", "name_author", "link", "link_target", "link_position", "link_dofollow", "licence_link",
    "licence_notice", "changes_notice", "credit_text", "notify", "tracker", "media", "commercial", "advertising", "derivatives",
    "full_republication", "partial_only", "permission_beyond", "excluded", "holder", "year", "expiry_days", "jurisdiction", "statute",
)  # fmt: skip


@dataclass(slots=True)
class Score:
    """What was right, claimed and wanted, and each difference in words."""

    terms: int = 0
    kinds: int = 0
    caps: int = 0
    traps: int = 0
    fallen: int = 0
    right: int = 0
    claimed: int = 0
    wanted: int = 0
    by_field: dict[str, list[int]] = field(default_factory=lambda: {name: [0, 0, 0] for name in FIELDS})
    differences: list[str] = field(default_factory=list)

    def report(self) -> dict[str, Any]:
        """Return shares (0..1), and counts of statements and traps."""
        return {
            "n": self.terms + self.traps,
            "kind_accuracy": self.kinds / max(self.terms, 1),
            "caps_accuracy": self.caps / max(self.terms, 1),
            "traps": self.traps,
            "traps_fallen_for": self.fallen,
            "precision": self.right / max(self.claimed, 1),
            "recall": self.right / max(self.wanted, 1),
            "fields": {
                name: {
                    "precision": right / claimed if claimed else None,
                    "recall": right / wanted if wanted else None,
                    "n": wanted,
                }
                for name, (right, claimed, wanted) in self.by_field.items()
                if claimed or wanted
            },
        }


def measure(path: Path = STATEMENTS) -> Score:
    """Return the score of the reader on a file of statements."""
    score = Score()
    for entry in json.loads(path.read_text(encoding="utf-8"))["statements"]:
        found = detect(RightsEvidence(notice=entry["text"], language=entry.get("lang")))
        if entry["expect"].get("kind") is None:
            score.traps += 1
            score.fallen += found.kind != "unknown"
            if found.kind != "unknown":
                score.differences.append(f"{entry['id']}: fell for it, {found.kind}")
        else:
            _compare(score, entry, found)
    return score


def _compare(score: Score, entry: dict[str, Any], found: RightsStatement) -> None:
    expect = entry["expect"]
    score.terms += 1
    score.kinds += found.kind == expect["kind"]
    if found.kind != expect["kind"]:
        score.differences.append(f"{entry['id']}: kind {found.kind}, wanted {expect['kind']}")
    ours, theirs = [_ours(cap) for cap in found.caps], [_theirs(cap) for cap in expect.get("caps", [])]
    score.caps += ours == theirs
    if ours != theirs:
        score.differences.append(f"{entry['id']}: caps {ours}, wanted {theirs}")
    for name in FIELDS:
        value, wanted = _value(found, name), expect.get(name)
        if name == "credit_text" and wanted is True:
            value = True if value else None
        counts = score.by_field[name]
        right = value is not None and _plain(value) == _plain(wanted)
        for place, amount in enumerate((right, value is not None, wanted is not None)):
            counts[place] += amount
        score.right += right
        score.claimed += value is not None
        score.wanted += wanted is not None
        if value != wanted and not right:
            score.differences.append(f"{entry['id']}: {name} {value!r}, wanted {wanted!r}")


def _value(found: RightsStatement, name: str) -> object:
    value = getattr(found, name)
    return (list(value) or None) if isinstance(value, tuple) else value


def _plain(value: object) -> object:
    return sorted(value) if isinstance(value, list) else value


def _ours(cap: Cap) -> tuple[object, ...]:
    return (cap.n, cap.unit, cap.of, cap.op, cap.position, cap.scope)


def _theirs(cap: dict[str, Any]) -> tuple[object, ...]:
    return (
        Fraction(str(cap["n"])), cap["unit"], cap.get("of"), cap.get("op", "le"), cap.get("position", "any"), cap.get("scope", "cumulative")
    )  # fmt: skip
