"""SQLite's FTS5, facets by joins over indexed tables."""

import sqlite3
from collections.abc import Sequence
from pathlib import Path

from app.index.document import IndexDocument
from tests.benchmarks.cases import FACETS, SNIPPETS, TOP, VALUES, Answer, Case

SCHEMA = """
CREATE VIRTUAL TABLE text USING fts5(headline, body, tokenize = 'unicode61', prefix = '3 4');
"""

VERSION = sqlite3.sqlite_version


class Engine:
    """A database in a folder."""

    def __init__(self, folder: Path, documents: Sequence[IndexDocument]) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        fresh = not (folder / "fts5.db").exists()
        self._db = sqlite3.connect(folder / "fts5.db")
        if fresh:
            self._fill(documents)

    def _fill(self, documents: Sequence[IndexDocument]) -> None:
        self._db.executescript(SCHEMA)
        for name in FACETS:
            self._db.execute(
                f"CREATE TABLE {name} (article INTEGER, value INTEGER, PRIMARY KEY (article, value)) WITHOUT ROWID"
            )
            self._db.execute(f"CREATE INDEX {name}_value ON {name} (value, article)")
        for d in documents:
            self._db.execute("INSERT INTO text (rowid, headline, body) VALUES (?, ?, ?)", (d.article_id, d.headline, d.body))
            for name, values in FACETS.items():
                self._db.executemany(f"INSERT INTO {name} VALUES (?, ?)", [(d.article_id, value) for value in values(d)])
        self._db.execute("INSERT INTO text (text) VALUES ('optimize')")
        self._db.commit()

    def answer(self, case: Case) -> Answer:
        db, match = self._db, _text(case)
        db.execute("CREATE TEMP TABLE IF NOT EXISTS found (article INTEGER PRIMARY KEY)")
        db.execute("DELETE FROM found")
        if match:
            db.execute("INSERT INTO found SELECT rowid FROM text WHERE text MATCH ?", (match,))
        else:
            db.execute("INSERT INTO found SELECT article FROM year")
        if case.kind == "person":
            db.execute("DELETE FROM found WHERE article NOT IN (SELECT article FROM person WHERE value = ?)", (case.person,))
        if case.kind == "years":
            db.execute(
                "DELETE FROM found WHERE article NOT IN (SELECT article FROM year WHERE value BETWEEN ? AND ?)", case.years
            )
        (total,) = db.execute("SELECT count(*) FROM found").fetchone()
        if match:
            best = "SELECT rowid FROM text WHERE text MATCH ? AND rowid IN found ORDER BY bm25(text, 3.0, 1.0) LIMIT ?"
            ids = [row[0] for row in db.execute(best, (match, TOP))]
            pieces = "SELECT snippet(text, 1, '[', ']', '…', 24) FROM text WHERE text MATCH ? AND rowid = ?"
            shown = [db.execute(pieces, (match, article)).fetchone() for article in ids[:SNIPPETS]]
        else:
            ids = [row[0] for row in db.execute("SELECT article FROM found LIMIT ?", (TOP,))]
            shown = [
                db.execute("SELECT substr(body, 1, 200) FROM text WHERE rowid = ?", (a,)).fetchone() for a in ids[:SNIPPETS]
            ]
        counts = {
            name: [row[0] for row in db.execute(f"SELECT count(*) AS n FROM found JOIN {name} USING (article) GROUP BY value ORDER BY n DESC LIMIT {VALUES if name != 'year' else 100}")]
            for name in FACETS
        }  # fmt: skip
        return Answer(total, ids, counts, len(shown))

    def close(self) -> None:
        self._db.close()


def _text(case: Case) -> str:
    match case.kind:
        case "any":
            return " OR ".join(case.words)
        case "phrase":
            return f'"{" ".join(case.words)}"'
        case "prefix":
            return f"{case.words[0]}*"
        case _:
            return " AND ".join(case.words)
