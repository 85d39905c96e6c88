"""Time how names, direct speech and speakers are found in articles of 750 words, one process; and how long the model takes to load."""

import argparse
import json
import resource
import subprocess
import sys
import time
from statistics import median

from app.entities import load_recogniser
from app.model.captured import SourceText
from tests.annotated import reading

WORDS = 750
REPEATS = 5
GOAL = 60.0
_LOAD = "import time; began = time.perf_counter(); from app.entities import load_recogniser; load_recogniser(); print(time.perf_counter() - began)"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of this benchmark."""
    parser.add_argument("--goal", type=float, default=GOAL, help="articles a second, below which the benchmark fails")


def run(arguments: argparse.Namespace) -> int:
    """Print articles a second of the processor's time (median of five rounds), seconds to load, megabytes; 0 when fast enough."""
    texts = [SourceText(body=body) for body in articles()]
    recogniser = load_recogniser()
    rates = []
    for _ in range(REPEATS):
        began = time.process_time()
        for text in texts:
            recogniser.recognise(text)
        rates.append(len(texts) / (time.process_time() - began))
    loads = [
        float(subprocess.run([sys.executable, "-c", _LOAD], capture_output=True, check=True, text=True).stdout)
        for _ in range(3)
    ]
    told = {
        "articles": len(texts), "articles_per_s": round(median(rates), 1), "fastest": round(max(rates), 1),
        "load_s": round(median(loads), 2), "memory_mb": round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024),
    }  # fmt: skip
    print(json.dumps(told, indent=1))
    return 0 if median(rates) >= arguments.goal else 1


def articles() -> list[str]:
    """Return bodies of some 750 words, put together from the annotated articles in their order."""
    found: list[str] = []
    parts: list[str] = []
    for article in reading.articles("train"):
        parts.append(article.body)
        if sum(len(part.split()) for part in parts) >= WORDS:
            found.append("\n\n".join(parts))
            parts = []
    return found
