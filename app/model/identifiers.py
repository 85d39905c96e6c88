"""Identifiers of authority records elsewhere: their form, their check digits, and the bare identifier out of an address."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from app.base.errors import UsageError


@dataclass(frozen=True, slots=True)
class Scheme:
    """A scheme of identifiers: its name, where its addresses lie, what it looks like, and how its form is proved."""

    name: str
    address: "re.Pattern[str]"
    page: str
    example: str
    bare: Callable[[str], str | None]


def bare_identifier(scheme: str, text: str) -> str:
    """Return the identifier without address and spacing, "" for an empty text.

    UsageError `identifier-malformed` when it has not the form of its scheme, or its check digit is wrong.
    """
    known = SCHEMES[scheme]
    given = known.address.sub("", text.strip()).split("?", 1)[0].split("#", 1)[0].rstrip("/")
    if not given:
        return ""
    found = known.bare(given)
    if found is None:
        raise UsageError("identifier-malformed", text=text.strip(), scheme=known.name, example=known.example)
    return found


def identifier_address(scheme: str, identifier: str) -> str:
    """Return the address of an identifier."""
    return SCHEMES[scheme].page + identifier


def scheme_of(address: str) -> tuple[str, str] | None:
    """Return scheme and bare identifier of an address; None when it is of no scheme or malformed."""
    for name, scheme in SCHEMES.items():
        if scheme.address.match(address.strip()):
            try:
                return name, bare_identifier(name, address)
            except UsageError:
                return None
    return None


def _wikidata(text: str) -> str | None:
    found = text.upper()
    return found if re.fullmatch(r"Q[1-9][0-9]{0,14}", found) else None


def _viaf(text: str) -> str | None:
    return text if re.fullmatch(r"[1-9][0-9]{0,21}", text) else None


def _gnd(text: str) -> str | None:
    """Check digit: DNB, "Prüfziffernberechnung" (2012); numbers with a hyphen from before the GND have the other remainder."""
    found = text.upper().replace("–", "-")
    if not re.fullmatch(r"[1-9][0-9]{0,9}-?[0-9X]", found):
        return None
    digits, check = found[:-1].rstrip("-"), found[-1]
    remainder = sum(int(digit) * weight for weight, digit in enumerate(reversed(digits), 2)) % 11
    allowed = {(11 - remainder) % 11} | ({remainder} if "-" in found else set())
    return found if "0123456789X".index(check) in allowed else None


def _lcnaf(text: str) -> str | None:
    """Normalised as the Library of Congress does (https://www.loc.gov/marc/lccn-namespace.html): no blanks, six figures behind a hyphen."""
    found = re.sub(r"\s", "", text.lower()).removesuffix(".html")
    prefix, hyphen, serial = found.partition("-")
    if hyphen and serial.isdigit() and len(serial) <= 6:
        found = prefix + serial.zfill(6)
    return found if re.fullmatch(r"(n|nb|nn|no|nr|ns)([0-9]{8}|[0-9]{10})", found) else None


def _isni(text: str) -> str | None:
    """Check digit: ISO 7064 MOD 11-2, as ISO 27729 has it."""
    found = re.sub(r"[\s-]", "", text.upper().removeprefix("ISNI"))
    if not re.fullmatch(r"[0-9]{15}[0-9X]", found):
        return None
    total = 0
    for digit in found[:-1]:
        total = (total + int(digit)) * 2 % 11
    return found if (12 - total) % 11 == "0123456789X".index(found[-1]) else None


def _address(rest: str) -> "re.Pattern[str]":
    return re.compile(rf"(?i)^https?://(?:www\.)?{rest}")


SCHEMES: dict[str, Scheme] = {
    "wikidata": Scheme(
        "Wikidata", _address(r"(?:m\.)?wikidata\.org/(?:wiki|entity)/"), "http://www.wikidata.org/entity/", "Q42", _wikidata
    ),
    "viaf": Scheme("VIAF", _address(r"viaf\.org/(?:viaf/)?"), "http://viaf.org/viaf/", "113230702", _viaf),
    "gnd": Scheme("GND", _address(r"d-nb\.info/gnd/"), "https://d-nb.info/gnd/", "118540238", _gnd),
    "lcnaf": Scheme(
        "LCNAF", _address(r"(?:id\.loc\.gov/authorities/(?:names/)?|lccn\.loc\.gov/)"), "http://id.loc.gov/authorities/names/",
        "n79021164", _lcnaf,
    ),
    "isni": Scheme("ISNI", _address(r"isni\.org/(?:isni/)?"), "https://isni.org/isni/", "0000000121032683", _isni),
}  # fmt: skip
