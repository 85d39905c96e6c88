"""Which record of the archive a record of a list is: by its identifier, a code, its own number, or its name."""

from collections.abc import Iterable

from sqlmodel import Session, col, select

from app.base.errors import UsageError
from app.base.text import fold
from app.model.identifiers import SCHEMES
from app.model.tables import Authority, AuthorityCode, AuthorityName
from app.workflows.authority_files import Entry

Identifier = tuple[str, str]


class Shelf:
    """The records of an archive as they stand while a list is taken in."""

    def __init__(self, session: Session) -> None:
        self._rows: dict[int, Authority] = {}
        self._stands: dict[int, int] = {}
        self._by_uid: dict[str, int] = {}
        self._by_identifier: dict[Identifier, set[int]] = {}
        self._by_name: dict[tuple[str, str], set[int]] = {}
        self._seen: set[tuple[int, str]] = set()
        self._typed: set[tuple[int, str]] = set()
        self._codes: set[Identifier] = set()
        self._facts: dict[tuple[int, str], str] = {}
        for row in session.exec(select(Authority).order_by(col(Authority.id))):
            self.add(row)
        for code in session.exec(select(AuthorityCode)):
            self.add_code(code.authority_id, (code.scheme, code.code))
        for name in session.exec(select(AuthorityName)):
            self._seen.add((name.authority_id, name.folded))
            if name.origin == "typed":
                self.type_name(name.authority_id, name.name)

    def add(self, row: Authority) -> None:
        """Take in a record."""
        number = row.id or 0
        self._rows[number] = row
        self._stands[number] = row.merged_into or number
        self._by_uid[row.uid] = number
        self._by_name.setdefault((row.kind, fold(row.preferred)), set()).add(number)
        self._by_name.setdefault((row.kind, row.folded), set()).add(number)
        for scheme in SCHEMES:
            if value := getattr(row, scheme):
                self._by_identifier.setdefault((scheme, value), set()).add(number)

    def match(self, entry: Entry) -> tuple[int | None, str]:
        """Return the record that an entry is, and by what; None when it is new. UsageError when that cannot be decided or does not fit."""
        by_identifier = self._standing(n for key in self._keys(entry) for n in self._by_identifier.get(key, ()))
        own = self._standing([self._by_uid[entry.uid]] if entry.uid in self._by_uid else [])
        by_name = self._standing(self._by_name.get((entry.kind, fold(entry.name)), ()))
        for found, how in ((by_identifier, "list-by-identifier"), (own, "list-by-uid"), (by_name, "list-by-name")):
            if len(found) > 1:
                listed = ", ".join(map(str, sorted(found)))
                code = "list-two-names" if how == "list-by-name" else "list-two-records"
                raise UsageError(code, name=entry.name, records=listed)
            for record in found:
                self._prove(record, entry)
                return record, how
        return None, ""

    def _standing(self, records: Iterable[int]) -> set[int]:
        return {self._stands[record] for record in records}

    @staticmethod
    def _keys(entry: Entry) -> list[Identifier]:
        return [*entry.identifiers.items(), *entry.codes]

    def _prove(self, record: int, entry: Entry) -> None:
        row = self._rows[record]
        if row.kind != entry.kind:
            raise UsageError(
                "list-other-kind", name=entry.name, kind=entry.kind, record=record, other=row.preferred, other_kind=row.kind
            )
        if row.status == "rejected" and entry.status != "rejected":
            raise UsageError("record-rejected", record=record, name=row.preferred)
        for scheme, value in entry.identifiers.items():
            known = self.fact(record, scheme)
            if known and known != value:
                raise UsageError(
                    "list-disagrees", name=entry.name, scheme=SCHEMES[scheme].name, value=value, record=record, known=known
                )

    def status(self, record: int) -> str:
        """Return the status of a record."""
        return self._rows[record].status

    def fact(self, record: int, name: str) -> str:
        """Return a fact of a record, "" when nothing is known of it."""
        value = self._facts.get((record, name)) or getattr(self._rows[record], name)
        return "" if value in (None, "[]") else str(value)

    def take_facts(self, record: int, facts: dict[str, str]) -> None:
        """Note what a record gets, so that later lines find it by that; the record itself follows from the log."""
        for name, value in facts.items():
            self._facts[record, name] = value
            if name in SCHEMES:
                self._by_identifier.setdefault((name, value), set()).add(record)

    def raise_status(self, record: int, status: str, *, added: bool) -> str:
        """Return the status that a list gives to a record that has none from a person yet, "" when that changes nothing."""
        known = self._rows[record].status
        if added or (known == "auto" and status == "confirmed"):
            return status
        return ""

    def type_name(self, record: int, name: str) -> bool:
        """Note a variant that a person typed; return whether it is new."""
        return self._add_name(self._typed, record, name)

    def add_name(self, record: int, name: str) -> bool:
        """Note a variant that was seen; return whether it is new."""
        return (record, fold(name)) not in self._typed and self._add_name(self._seen, record, name, known=False)

    def _add_name(self, names: set[tuple[int, str]], record: int, name: str, *, known: bool = True) -> bool:
        folded = fold(name)
        if not folded or (record, folded) in names or folded == fold(self._rows[record].preferred):
            return False
        names.add((record, folded))
        if known:
            self._by_name.setdefault((self._rows[record].kind, folded), set()).add(record)
        return True

    def add_code(self, record: int, code: Identifier) -> bool:
        """Note a code; return whether it is new."""
        self._by_identifier.setdefault(code, set()).add(record)
        new = code not in self._codes
        self._codes.add(code)
        return new
