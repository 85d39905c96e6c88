"""SQLite's FTS5, facets by joins over indexed tables."""

import sqlite3
from collections.abc import Sequence
from pathlib import Path

from app.index.document import IndexDocument
from tests.benchmarks.cases import SNIPPETS, TOP, VALUES, Answer, Case

SCHEMA = """
CREATE VIRTUAL TABLE text USING fts5(headline, body, tokenize = 'unicode61', prefix = '3 4');
CREATE TABLE person (article INTEGER, value INTEGER, PRIMARY KEY (article, value)) WITHOUT ROWID;
CREATE INDEX person_value ON person (value, article);
CREATE TABLE organisation (article INTEGER, value INTEGER, PRIMARY KEY (article, value)) WITHOUT ROWID;
CREATE TABLE year (article INTEGER PRIMARY KEY, value INTEGER);
CREATE INDEX year_value ON year (value);
"""


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
        for d in documents:
            self._db.execute("INSERT INTO text (rowid, headline, body) VALUES (?, ?, ?)", (d.article_id, d.headline, d.body))
            self._db.executemany("INSERT INTO person VALUES (?, ?)", [(d.article_id, p) for p in d.persons])
            self._db.executemany("INSERT INTO organisation VALUES (?, ?)", [(d.article_id, o) for o in d.organisations])
            self._db.execute("INSERT INTO year VALUES (?, ?)", (d.article_id, d.first.year if d.first else None))
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
            name: [row[0] for row in db.execute(f"SELECT count(*) AS n FROM found JOIN {name} USING (article) GROUP BY value ORDER BY n DESC LIMIT {VALUES}")]
            for name in ("person", "organisation", "year")
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
