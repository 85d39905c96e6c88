"""How well terms are read: `python -m tests.quality.rights`."""

import json
from dataclasses import asdict
from pathlib import Path

from app.rights import RightsEvidence, detect

STATEMENTS = Path(__file__).resolve().parents[1] / "rights" / "statements.json"


def measure(*, verbose: bool = False) -> dict[str, float]:
    """Return caps_right, traps, kind, precision and recall over the committed statements (shares; traps: how many fell)."""
    statements = json.loads(STATEMENTS.read_text(encoding="utf-8"))["statements"]
    kinds = caps = traps = right = claimed = wanted = terms = 0
    for entry in statements:
        found = detect(RightsEvidence(notice=entry["text"], language=entry["lang"]))
        expect = entry["expect"]
        if entry["origin"] == "trap":
            traps += found.kind != "unknown"
            continue
        terms += 1
        kinds += found.kind == expect["kind"]
        ours = [(str(c.n), c.unit, c.of, c.op, c.position) for c in found.caps]
        theirs = [(str(c["n"]), c["unit"], c.get("of"), c["op"], c.get("position", "any")) for c in expect.get("caps", [])]
        caps += ours == theirs
        facts = {k: v for k, v in asdict(found).items() if k in expect or k in FIELDS}
        for name in FIELDS:
            value = list(facts[name]) if isinstance(facts[name], tuple) else facts[name]
            value = None if value == [] else value
            claimed += value is not None
            wanted += expect.get(name) is not None
            right += value is not None and value == expect.get(name)
            if verbose and value != expect.get(name):
                print(f"{entry['id']:<16}{name}: read {value!r}, wanted {expect.get(name)!r}")
        if verbose and (found.kind != expect["kind"] or ours != theirs):
            print(f"{entry['id']:<16}kind {found.kind} / {expect['kind']}; caps {ours} / {theirs}")
    return {
        "caps_right": caps / terms,
        "traps": traps,
        "kind": kinds / terms,
        "precision": right / claimed,
        "recall": right / wanted,
    }


FIELDS = (
    "spdx", "mark", "name_source", "source_name", "name_author", "link", "link_dofollow", "licence_link", "changes_notice", "media",
    "commercial", "advertising", "derivatives", "excluded", "holder", "year", "tracker",
)  # fmt: skip

if __name__ == "__main__":
    for name, value in measure(verbose=True).items():
        print(f"{name:<12}{value:.3f}")
