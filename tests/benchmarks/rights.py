"""Time how terms are read: usual notices, and what nobody wrote as terms, which must be given up within 50 ms."""

import argparse
import json
import time
from collections.abc import Callable
from statistics import median

from app.model.captured import RightsFact
from app.rights import RightsEvidence, detect
from tests.quality.rights import STATEMENTS

GOAL_MS = 50
MEGABYTE = 1_000_000
REPEATS = 5
_SENTENCE = (
    "No more than 5 % of the article may be quoted without the permission of its author if the source is named with a link. "
)
HOSTILE = {
    "licence text": _SENTENCE * (MEGABYTE // len(_SENTENCE)),
    "without spaces": "x" * MEGABYTE,
    "“5 % ” again and again": "5 % " * (MEGABYTE // 4),
    "one word": "quote " * (MEGABYTE // 6),
    "brackets in brackets": "(" * (MEGABYTE // 2) + ")" * (MEGABYTE // 2),
    "a long page": "This agreement governs your account and all deliveries, and you pay what falls due under it.\n" * 3_100,
    "short lines": "a\n" * (MEGABYTE // 2),
    "lines and blanks": "a\n \n" * 49_000,
    "100,000 empty lines in a notice": _SENTENCE + "\n" * 100_000 + _SENTENCE,
    "lone surrogates": "\ud800" * MEGABYTE,
    "the longest that is read": _SENTENCE * 33,
    "the longest sentences that are read": (_SENTENCE.replace(". ", ", and ") * 5 + "so, if you please, on. No ") * 5,
    "numbers in words": "at most " + "one hundred " * 320,
    "signs": ('"“«(%©½-–' * 700)[:3_900],
}


def run(arguments: argparse.Namespace) -> int:
    """Print milliseconds of the processor; 0 when every hostile text is done within the goal, whether it is a notice or a fact."""
    began = time.perf_counter()
    detect(RightsEvidence("You may quote 5 % of this article."))
    told: dict[str, object] = {"first_ms": round((time.perf_counter() - began) * 1000)}
    files = [STATEMENTS, *(STATEMENTS.with_name(f"statements_{name}.json") for name in ("more", "heldout"))]
    notices = [entry for file in files for entry in json.loads(file.read_text(encoding="utf-8"))["statements"]]
    for entry in notices:
        detect(RightsEvidence(entry["text"], language=entry["lang"]))
    usual = sorted(_ms(lambda e=entry: detect(RightsEvidence(e["text"], language=e["lang"]))) for entry in notices)  # type: ignore[misc]
    told |= {"notices": len(usual), "median_ms": round(median(usual), 2), "p95_ms": round(usual[len(usual) * 95 // 100], 2)}
    hostile = {
        name: max(_ms(lambda t=text: detect(RightsEvidence(t))), _ms(lambda t=text: _as_fact(t)))
        for name, text in HOSTILE.items()
    }  # type: ignore[misc]
    told["hostile_ms"] = {name: round(ms, 1) for name, ms in hostile.items()}
    print(json.dumps(told, indent=1, ensure_ascii=False))
    return 0 if max(hostile.values()) <= arguments.goal else 1


def _as_fact(text: str) -> None:
    detect(RightsEvidence(facts=(RightsFact("usage_terms", text, ""),)))


def _ms(action: Callable[[], object]) -> float:
    times = []
    for _ in range(REPEATS):
        began = time.process_time()
        action()
        times.append((time.process_time() - began) * 1000)
    return median(times)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Tell the parser what this benchmark takes."""
    parser.add_argument("--goal", type=float, default=GOAL_MS, help="milliseconds that no text may take longer than")
