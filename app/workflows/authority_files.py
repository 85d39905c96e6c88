"""Authority lists as files: CSV, and SKOS as JSON-LD. What is written is read back exactly.

CSV (UTF-8, RFC 4180, a heading row; only `kind` and `name` must be there): `uid`, `kind` (person, organisation, place), `name`, `status`
(auto, confirmed, rejected; confirmed unless said), `variants` (names that a person typed), `seen` (forms printed in articles), `titles`,
`dates`, `note`, `wikidata`, `viaf`, `gnd`, `lcnaf`, `isni`, `codes` (`scheme:code`). Several values of a cell are separated by ` | `.

SKOS (https://www.w3.org/TR/skos-reference/): prefLabel the name, altLabel typed variants, hiddenLabel seen ones, notation codes by
their scheme, exactMatch the addresses of identifiers, note; kinds as schema.org types; the rest in terms of our own.
"""

import csv
import io
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import quote, unquote

from app.base.cells import joined_cell, plain_cell, safe_cell, split_cell
from app.base.errors import ItemError
from app.model.identifiers import SCHEMES, identifier_address, scheme_of

COLUMNS = ("uid", "kind", "name", "status", "variants", "seen", "titles", "dates", "note", *SCHEMES, "codes")
_OURS = "urn:pressmark:"
_CODES = f"{_OURS}scheme:"
_TYPES = {"person": "schema:Person", "organisation": "schema:Organization", "place": "schema:Place"}
_CONTEXT = {
    "skos": "http://www.w3.org/2004/02/skos/core#", "schema": "http://schema.org/", "pressmark": _OURS,
    "exactMatch": {"@id": "skos:exactMatch", "@type": "@id"},
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Entry:
    """One record of a list as its file states it, nothing proved yet; `line` is its row or its place in the graph, from 1."""

    kind: str
    name: str
    uid: str = ""
    status: str = "confirmed"
    variants: tuple[str, ...] = ()
    seen: tuple[str, ...] = ()
    titles: tuple[str, ...] = ()
    dates: str = ""
    note: str = ""
    identifiers: Mapping[str, str] = field(default_factory=dict)
    codes: tuple[tuple[str, str], ...] = ()
    line: int = 0


def to_csv(entries: Iterable[Entry]) -> str:
    """Return a list as CSV."""
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow(COLUMNS)
    for each in entries:
        row = (
            each.uid, each.kind, each.name, each.status, joined_cell(each.variants), joined_cell(each.seen), joined_cell(each.titles),
            each.dates, each.note, *(each.identifiers.get(scheme, "") for scheme in SCHEMES),
            joined_cell(tuple(f"{_escaped(scheme)}:{code}" for scheme, code in each.codes)),
        )  # fmt: skip
        writer.writerow(map(safe_cell, row))
    return out.getvalue()


def from_csv(text: str, *, path: str) -> Iterator[Entry]:
    """Give the records of a CSV; ItemError when its heading does not name kind and name."""
    reader = csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline=""), strict=False)
    try:
        heading = [plain_cell(cell).strip().lower() for cell in next(reader, [])]
        if not {"kind", "name"} <= set(heading):
            raise ItemError("list-heading", path=path, columns=", ".join(COLUMNS))
        for cells in reader:
            values = {name: plain_cell(cell) for name, cell in zip(heading, cells, strict=False)}
            if any(value.strip() for value in values.values()):
                yield _of_row(values, reader.line_num)
    except csv.Error as error:
        raise ItemError("list-unreadable", path=path, reason=str(error)) from error


def _of_row(values: dict[str, str], line: int) -> Entry:
    codes = (_code(each) for each in split_cell(values.get("codes", "")))
    return Entry(
        kind=values["kind"].strip().lower(), name=values.get("name", ""), uid=values.get("uid", "").strip(),
        status=values.get("status", "").strip().lower() or "confirmed", variants=split_cell(values.get("variants", "")),
        seen=split_cell(values.get("seen", "")), titles=split_cell(values.get("titles", "")), dates=values.get("dates", ""),
        note=values.get("note", ""), identifiers={scheme: values[scheme] for scheme in SCHEMES if values.get(scheme, "").strip()},
        codes=tuple(codes), line=line,
    )  # fmt: skip


def _escaped(scheme: str) -> str:
    return quote(scheme, safe=" ")


def _code(text: str) -> tuple[str, str]:
    scheme, _, code = text.partition(":")
    return unquote(scheme), code


def to_skos(entries: Iterable[Entry]) -> str:
    """Return a list as SKOS in JSON-LD."""
    return (
        json.dumps({"@context": _CONTEXT, "@graph": [_concept(each) for each in entries]}, ensure_ascii=False, indent=2) + "\n"
    )


def _concept(each: Entry) -> dict[str, object]:
    stated: dict[str, object] = {
        "@id": f"urn:uuid:{each.uid}",
        "@type": ["skos:Concept", _TYPES[each.kind]],
        "skos:prefLabel": each.name,
        "skos:altLabel": list(each.variants),
        "skos:hiddenLabel": list(each.seen),
        "skos:notation": [{"@value": code, "@type": _CODES + quote(scheme, safe="")} for scheme, code in each.codes],
        "exactMatch": [
            identifier_address(scheme, each.identifiers[scheme]) for scheme in SCHEMES if scheme in each.identifiers
        ],
        "skos:note": each.note,
        "pressmark:status": each.status,
        "pressmark:title": list(each.titles),
        "pressmark:dates": each.dates,
    }
    return {name: value for name, value in stated.items() if value not in ("", [])}


def from_skos(text: str, *, path: str) -> Iterator[Entry]:
    """Give the records of a SKOS list in JSON-LD, compact as `to_skos` writes it; prefixes may be left out. ItemError when it is none."""
    try:
        document = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise ItemError("list-unreadable", path=path, reason=str(error)) from error
    graph = document.get("@graph", [document]) if isinstance(document, dict) else document
    if not isinstance(graph, list):
        raise ItemError("list-unreadable", path=path, reason="no @graph")
    for place, node in enumerate(graph, 1):
        if isinstance(node, dict) and any(_bare(name) == "prefLabel" for name in node):
            yield _of_concept({_bare(name): value for name, value in node.items()}, place)


def _bare(name: str) -> str:
    return name.rsplit("#", 1)[-1].rsplit("/", 1)[-1].rsplit(":", 1)[-1]


def _of_concept(node: dict[str, Any], place: int) -> Entry:
    types = {_bare(each) for each in _texts(node.get("@type"))}
    kinds = [kind for kind, name in _TYPES.items() if _bare(name) in types]
    matches = [scheme_of(address) for address in _texts(node.get("exactMatch"))]
    uid = str(node.get("@id", ""))
    return Entry(
        kind=kinds[0] if kinds else "", name=next(iter(_texts(node.get("prefLabel"))), ""),
        uid=uid.removeprefix("urn:uuid:") if uid.startswith("urn:uuid:") else "",
        status=next(iter(_texts(node.get("status"))), "confirmed"), variants=_texts(node.get("altLabel")),
        seen=_texts(node.get("hiddenLabel")), titles=_texts(node.get("title")), dates=next(iter(_texts(node.get("dates"))), ""),
        note=next(iter(_texts(node.get("note"))), ""), identifiers=dict(match for match in matches if match is not None),
        codes=tuple(_notations(node.get("notation"))), line=place,
    )  # fmt: skip


def _texts(value: object) -> tuple[str, ...]:
    """Return the texts of a value of JSON-LD: a text, an object with @value or @id, or a list of these."""
    listed = value if isinstance(value, list) else [value]
    found = (each.get("@value", each.get("@id")) if isinstance(each, dict) else each for each in listed)
    return tuple(each for each in found if isinstance(each, str))


def _notations(value: object) -> Iterator[tuple[str, str]]:
    for each in value if isinstance(value, list) else [value]:
        if isinstance(each, dict) and isinstance(each.get("@value"), str):
            kind = str(each.get("@type", ""))
            yield unquote(kind.removeprefix(_CODES)) if kind else "notation", each["@value"]
        elif isinstance(each, str):
            yield "notation", each
