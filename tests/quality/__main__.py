"""Measure quality: `python -m tests.quality {entities,linking,quotations,rights} [--data FILE] [--json] [--verbose]`; `train` makes the model."""

import argparse
import json
from pathlib import Path

SHARED = Path(__file__).resolve().parents[3] / "shared" / "data"
FILES = {
    "entities": SHARED / "ner" / "crossner_politics_test.jsonl.gz",
    "linking": Path("test.jsonl"),
    "quotations": SHARED / "quotes" / "polnear_dev.jsonl.gz",
    "rights": SHARED / "rights" / "statements.json",
    "train": SHARED / "ner",
}


def main() -> None:
    """Print what was measured."""
    parser = argparse.ArgumentParser(prog="python -m tests.quality", description=__doc__)
    parser.add_argument(
        "subject",
        choices=FILES,
        help="names; which names mean one person; direct speech and its speakers; terms in notices; the model of names",
    )
    parser.add_argument("--data", type=Path, help="a file, for `train` a folder")
    parser.add_argument("--verbose", action="store_true", help="print each difference")
    parser.add_argument("--json", action="store_true")
    asked = parser.parse_args()
    data = asked.data or FILES[asked.subject]
    if asked.subject == "train":
        _train(data)
        return
    report, differences = _measure(asked.subject, data)
    if asked.json:
        print(json.dumps(report))
        return
    for line in differences if asked.verbose else ():
        print(line)
    for name, value in report.items():
        if name != "fields":
            print(f"{name:<28}{_shown(value)}")


def _measure(subject: str, data: Path) -> tuple[dict[str, object], list[str]]:
    if subject == "entities":
        from tests.quality import entities

        names = entities.measure(data)
        return names.report(), names.errors
    if subject == "linking":
        from tests.quality import linking

        pairs = linking.measure(data)
        return dict(pairs.report()), pairs.errors
    if subject == "quotations":
        from tests.quality import quotations

        tally = quotations.measure(data)
        patterns = [f"{how:<16} right {right:4} wrong {wrong:3}" for how, (right, wrong) in sorted(tally.by_how.items())]
        return dict(tally.report()), [*tally.errors, *patterns]
    from tests.quality import rights

    score = rights.measure(data)
    return score.report(), score.differences


def _train(data: Path) -> None:
    from tests.quality import train

    train.train(train.all_documents(data), train.MODEL)


def _shown(value: object) -> str:
    if isinstance(value, dict):
        return "  ".join(f"{name} {share:.3f}" for name, share in value.items())
    return f"{value:.3f}" if isinstance(value, float) else str(value)


if __name__ == "__main__":
    main()
