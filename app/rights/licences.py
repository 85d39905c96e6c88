"""Open licences and dedications that a notice names: by address, by short form, or by their names in many languages."""

import re
from dataclasses import dataclass
from typing import Literal

from app.model.rights import Derivatives, RightsKind

_CC_PARTS = (
    ("BY", r"attribution|namensnennung|paternité|atribuci[oó]n|attribuzione|atribuição|naamsvermelding|uznanie autorstwa|"
           r"атрибуция|с указанием авторства|із зазначенням авторства|erkännande|navngivelse|kreditering|uveďte (?:původ|autora)|reconeixement|reconocimiento"),
    ("NC", r"non-?\s?commerci|nicht-?\s?kommerziell|pas d['’]utilisation commerciale|no-?\s?comercial|não-?\s?comercial|niet-?\s?commercieel|"
           r"użycie niekomercyjne|некоммерческ|некомерційн|icke-?\s?kommersiell|ikke-?\s?kommerciel|ikke-?\s?kommersiell|neužívejte (?:dílo )?komerčně|nekomerční"),
    ("ND", r"no-?\s?deriv|keine bearbeitung|pas de modification|sin\s?(?:obra\s?)?derivad|non opere derivate|sem\s?deriva|geen\s?afgeleide|"
           r"bez utworów zależnych|без производных|без похідних|inga\s?bearbetningar|ingen bearbejdelse|ingen bearbeidelse|nezasahujte|sense\s?obra?\s?derivad"),
    ("SA", r"share-?\s?alike|weitergabe unter gleichen|partage dans les mêmes|compartir-?\s?igual|condividi allo stesso|compartilha-?\s?igual|partilha nos mesmos|"
           r"gelijk\s?delen|na tych samych warunkach|с сохранением условий|на тех же условиях|поширення на тих самих|dela\s?lika|del på samme|zachovejte licenci|compartir\s?igual"),
)  # fmt: skip
_CC_NAMES = tuple((part, re.compile(names, re.I)) for part, names in _CC_PARTS)
_CC = re.compile(r"Creative[ -]Commons", re.I)
_VERSION = re.compile(r"(?<![\d.])(?P<v>[1-4]\.[05])(?!\d)")
_CC_URL = re.compile(
    r"creativecommons\.org/(?:licenses/(?P<kind>by(?:-nc)?(?:-nd|-sa)?)|publicdomain/(?P<pd>zero|mark))(?:/(?P<v>\d\.\d))?",
    re.I,
)
_CC_SHORT = re.compile(r"\bCC[ -]?(?P<kind>BY(?:[ -–]NC)?(?:[ -–](?:ND|SA))?)(?:[ -](?P<v>\d\.\d))?\b(?!-)")
_CC0 = re.compile(r"\bCC[ -]?0\b|CC Zero|waived all copyright", re.I)
_OGL = re.compile(r"Open Government Licen[cs]e(?:\s*(?:v|version)?\.?\s*(?P<v>\d(?:\.\d)?))?", re.I)
_ETALAB = re.compile(
    r"licence ouverte(?: ?/ ?open licence)?(?: etalab)?(?:\s*(?:v|version)?\.?\s*(?P<v>\d(?:\.\d)?))?|\betalab\b", re.I
)
_DL_DE = re.compile(
    r"Datenlizenz Deutschland[ ,–-]*(?P<how>Namensnennung|Zero)[ ,–-]*(?:Version )?(?P<v>\d\.\d)?|\bdl-de/(?P<short>by|zero)-2-0",
    re.I,
)
_BY_NAME = 90
"""Characters around "Creative Commons" in which its conditions are named."""


@dataclass(frozen=True, slots=True)
class Licence:
    """A licence that a notice names, and what that licence itself asks for and allows."""

    kind: RightsKind
    spdx: str | None = None
    uri: str | None = None
    commercial: bool | None = None
    derivatives: Derivatives | None = None
    named_by_formula: bool = False


def find_licence(text: str) -> Licence | None:
    """Return the open licence or dedication that a notice names, None when it names none.

    `named_by_formula`: the licence's own deed or formula, so that its own conditions (name, link, changes) are stated by it.
    """
    if (match := _CC_URL.search(text)) is not None:
        if match["pd"]:
            return _dedication(match["pd"])
        return creative_commons(match["kind"].upper(), match["v"])
    if (match := _CC_SHORT.search(text)) is not None:
        return creative_commons(re.sub(r"[^A-Z]", "-", match["kind"].upper()), match["v"])
    if _CC0.search(text):
        return _dedication("zero")
    if (match := _CC.search(text)) is not None:
        around = text[max(match.start() - _BY_NAME, 0) : match.end() + _BY_NAME]
        parts = [part for part, names in _CC_NAMES if names.search(around)]
        if parts[:1] == ["BY"] and not {"ND", "SA"} <= set(parts):
            number = _VERSION.search(text, match.start(), match.end() + _BY_NAME)
            return creative_commons("-".join(parts), number["v"] if number else None)
    if (match := _OGL.search(text)) is not None:
        version = _dotted(match["v"] or "3")
        uri = f"https://www.nationalarchives.gov.uk/doc/open-government-licence/version/{version[0]}/"
        return Licence("open_licence", f"OGL-UK-{version}", uri, commercial=True, derivatives="allowed", named_by_formula=True)
    if (match := _ETALAB.search(text)) is not None:
        uri = "https://www.etalab.gouv.fr/licence-ouverte-open-licence/"
        return Licence(
            "open_licence",
            f"etalab-{_dotted(match['v'] or '2')}",
            uri,
            commercial=True,
            derivatives="allowed",
            named_by_formula=True,
        )
    if (match := _DL_DE.search(text)) is not None:
        how = "ZERO" if (match["how"] or match["short"]).lower() == "zero" else "BY"
        uri = f"https://www.govdata.de/dl-de/{how.lower()}-2-0"
        return Licence(
            "open_licence",
            f"DL-DE-{how}-{match['v'] or '2.0'}",
            uri,
            commercial=True,
            derivatives="allowed",
            named_by_formula=True,
        )
    return None


def creative_commons(parts: str, version: str | None) -> Licence:
    """Return a Creative Commons licence; `parts` like BY-NC-ND, `version` like 4.0 or None where it is not stated."""
    spdx = f"CC-{parts}" + (f"-{version}" if version else "")
    derivatives: Literal["none", "share_alike", "allowed"] = (
        "none" if "ND" in parts else "share_alike" if "SA" in parts else "allowed"
    )
    uri = f"https://creativecommons.org/licenses/{parts.lower()}/{version or '4.0'}/" if version else None
    return Licence("open_licence", spdx, uri, commercial="NC" not in parts, derivatives=derivatives, named_by_formula=True)


def _dedication(which: str) -> Licence:
    if which.lower() == "mark":
        return Licence("public_domain", None, "https://creativecommons.org/publicdomain/mark/1.0/")
    uri = "https://creativecommons.org/publicdomain/zero/1.0/"
    return Licence("public_domain", "CC0-1.0", uri, commercial=True, derivatives="allowed")


def _dotted(version: str) -> str:
    return version if "." in version else f"{version}.0"
