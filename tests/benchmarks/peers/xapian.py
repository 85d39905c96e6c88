"""Xapian through Debian's binding, which belongs to the system's Python: `apt-get install python3-xapian`."""

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from app.index.document import IndexDocument
from tests.benchmarks.cases import FACETS, MOST_VALUES, SNIPPETS, TOP, VALUES, Answer, Case

sys.path.append("/usr/lib/python3/dist-packages")
xapian: Any = __import__("xapian")
sys.path.pop()

PREFIXES = {"headline": "H", "body": "B"}
SLOTS = {name: range(at * MOST_VALUES, (at + 1) * MOST_VALUES) for at, name in enumerate(FACETS)}
"""Xapian counts one value a slot: an article's first, second … value lie in slots of their own."""
VERSION = xapian.version_string()


class Engine:
    """A database in a folder."""

    def __init__(self, folder: Path, documents: Sequence[IndexDocument]) -> None:
        fresh = not folder.exists()
        if fresh:
            folder.mkdir(parents=True)
            self._fill(str(folder / "db"), documents)
        self._db = xapian.Database(str(folder / "db"))

    def _fill(self, path: str, documents: Sequence[IndexDocument]) -> None:
        db = xapian.WritableDatabase(path, xapian.DB_CREATE_OR_OPEN)
        terms = xapian.TermGenerator()
        for d in documents:
            made = xapian.Document()
            terms.set_document(made)
            terms.set_termpos(0)
            for name, prefix in PREFIXES.items():
                terms.index_text(getattr(d, name), 1, prefix)
                terms.increase_termpos()
            for name, values in FACETS.items():
                for slot, value in zip(SLOTS[name], values(d), strict=False):
                    made.add_value(slot, xapian.sortable_serialise(value))
                    made.add_boolean_term(f"X{name.upper()}{value}")
            made.set_data(d.body)
            db.add_document(made)
        db.commit()
        db.close()

    def _query(self, case: Case) -> Any:
        query = xapian.Query
        match case.kind:
            case "everything":
                return query.MatchAll
            case "phrase":
                return query(query.OP_OR, [query(query.OP_PHRASE, [p + w for w in case.words]) for p in PREFIXES.values()])
            case "prefix":
                return query(query.OP_OR, [self._beginning(p + case.words[0]) for p in PREFIXES.values()])
        words = [query(query.OP_OR, [query(p + word) for p in PREFIXES.values()]) for word in case.words]
        found = query(query.OP_OR if case.kind == "any" else query.OP_AND, words)
        if case.kind == "person":
            return query(query.OP_FILTER, found, query(f"XPERSON{case.person}"))
        if case.kind == "years":
            years = [query(f"XYEAR{year}") for year in range(case.years[0], case.years[1] + 1)]
            return query(query.OP_FILTER, found, query(query.OP_OR, years))
        return found

    def _beginning(self, prefix: str) -> Any:
        # The binding cannot make a wildcard query from an operator and a text, its query parser can.
        parser = xapian.QueryParser()
        parser.set_database(self._db)
        return parser.parse_query(prefix[1:] + "*", parser.FLAG_WILDCARD, prefix[:1])

    def answer(self, case: Case) -> Answer:
        asked = xapian.Enquire(self._db)
        asked.set_query(self._query(case))
        spies = {slot: xapian.ValueCountMatchSpy(slot) for slots in SLOTS.values() for slot in slots}
        for name, slots in SLOTS.items():
            for slot in slots if name in ("person", "organisation", "place") else slots[:1]:
                asked.add_matchspy(spies[slot])
        found = asked.get_mset(0, TOP, self._db.get_doccount())
        counts = {name: self._counted([spies[slot] for slot in slots]) for name, slots in SLOTS.items()}
        counts = {name: held if name == "year" else held[:VALUES] for name, held in counts.items()}
        hits = list(found)
        shown = [found.snippet(hit.document.get_data(), 200) for hit in hits[:SNIPPETS]]
        return Answer(found.get_matches_estimated(), [hit.docid for hit in hits], counts, len(shown))

    @staticmethod
    def _counted(spies: list[Any]) -> list[int]:
        counts: dict[bytes, int] = {}
        for spy in spies:
            for value in spy.values():
                counts[value.term] = counts.get(value.term, 0) + value.termfreq
        return sorted(counts.values(), reverse=True)

    def close(self) -> None:
        self._db.close()
