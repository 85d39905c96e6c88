"""The sample archive's stock: every eighth annotated article as Markdown with its facts in front, under terms that the source is given."""

import re
from collections.abc import Iterator
from pathlib import Path

from app.base.text import fold
from tests.annotated import reading

FOLDER = Path(__file__).resolve().parents[2] / "resources" / "sample" / "stock"
EVERY = 8
NOTICES = (
    "",
    "© {source}. All rights reserved.",
    "Up to 100 words of this article may be quoted on websites if {source} is named and linked.",
    "This article is licensed under CC BY 4.0 (https://creativecommons.org/licenses/by/4.0/).",
    "You may quote no more than 10 % of this article. Quotations must be marked and {source} named as the source.",
)
_MARKDOWN = re.compile(r"[*_#<>`\\|~]|^\s*(?:[-+–—=:]|\d+[.)])", re.MULTILINE)


def stock() -> Iterator[tuple[str, str]]:
    """Yield file name and text of each article of the stock."""
    plain = [article for article in reading.articles("train") if not _MARKDOWN.search(article.body)]
    for article in plain[::EVERY]:
        yield f"{article.name}.md", written(article)


def written(article: reading.Annotated) -> str:
    """Return an article as a Markdown file; the same source always has the same terms."""
    heads = article.headers
    place = re.sub(r"[^a-z0-9]+", "-", fold(heads["source"])).strip("-")
    facts = {
        "title": heads["headline"], "source": heads["source"], "author": heads["author"], "date": heads["date"],
        "language": heads["language"], "url": f"https://{place}.example.org/{heads['date'][:4]}/{article.name}",
    }  # fmt: skip
    front = "\n".join(
        f'{name}: "{value}"' if ":" in value and name != "url" else f"{name}: {value}" for name, value in facts.items()
    )
    notice = NOTICES[sum(map(ord, place)) % len(NOTICES)].format(source=heads["source"])
    paragraphs = [line for line in article.body.split("\n") if line.strip()]
    return "---\n" + front + "\n---\n\n" + "\n\n".join([*paragraphs, notice] if notice else paragraphs) + "\n"


def write() -> int:
    """Write the stock anew and return how many files it has."""
    FOLDER.mkdir(exist_ok=True)
    for path in FOLDER.glob("*.md"):
        path.unlink()
    files = dict(stock())
    for name, text in files.items():
        (FOLDER / name).write_text(text, encoding="utf-8")
    return len(files)
