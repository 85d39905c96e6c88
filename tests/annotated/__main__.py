"""Check the annotated articles (`python -m tests.annotated [--doubts] [NAME…]`), or write them (`jsonl train|test`, `stock`)."""

import argparse
import json

from tests.annotated import reading, stock


def main() -> int:
    """Print faults, doubts or records; return 1 when there are faults."""
    parser = argparse.ArgumentParser(prog="python -m tests.annotated", description=__doc__)
    parser.add_argument("--doubts", action="store_true", help="also capitalised words and quotation marks without a mark")
    parser.add_argument("asked", nargs="*", help="names of articles; or: jsonl train, jsonl test, stock")
    given = parser.parse_args()
    if given.asked[:1] == ["jsonl"]:
        for part in given.asked[1:]:
            for article in reading.articles(part):
                print(json.dumps(article.record(), ensure_ascii=False))
        return 0
    if given.asked == ["stock"]:
        print(f"{stock.write()} articles written")
        return 0
    found = 0
    for part in ("train", "test"):
        for article in reading.articles(part):
            if given.asked and article.name not in given.asked:
                continue
            lines = [*reading.faults(article), *(reading.doubts(article) if given.doubts else ())]
            found += len(lines)
            for line in lines:
                print(f"{part}/{article.name}: {line}")
    return int(found > 0)


if __name__ == "__main__":
    raise SystemExit(main())
