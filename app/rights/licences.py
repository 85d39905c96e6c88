"""Names of licences, and the kind of terms that a notice states."""

import re
from dataclasses import dataclass
from typing import Literal

from app.model.rights import Derivatives, RightsKind

_CC_WORDS = {"attribution": "BY", "noncommercial": "NC", "noderivatives": "ND", "noderivs": "ND", "sharealike": "SA"}
_CC_URL = re.compile(
    r"creativecommons\.org/(?:licenses/(?P<kind>by(?:-nc)?(?:-nd|-sa)?)|publicdomain/(?P<pd>zero|mark))(?:/(?P<v>\d\.\d))?",
    re.I,
)
_CC_SHORT = re.compile(r"\bCC[ -](?P<kind>BY(?:-NC)?(?:-ND|-SA)?)(?:[ -](?P<v>\d\.\d))?\b")
_CC_LONG = re.compile(
    r"Creative[ -]Commons[ ,:-]+(?P<words>(?:Attribution|Non-?Commercial|No-?Deriv(?:ative)?s?(?:atives)?|Share-?Alike|[ -])+)"
    r"\s*(?:Licen[cs]e\s*)?(?P<v>\d\.\d)?",
    re.I,
)  # fmt: skip
_CC0 = re.compile(r"\bCC ?0\b|waived all copyright", re.I)
_OGL = re.compile(r"Open Government Licen[cs]e(?:\s*v?(?P<v>\d(?:\.\d)?))?", re.I)
_PUBLIC_DOMAIN = re.compile(
    r"\b(?:is|are|lies?) in the public domain|\bgemeinfrei\b|domaine public|dominio público|pubblico dominio|domínio público|"
    r"publiek domein",
    re.I,
)  # fmt: skip
_RESERVED = re.compile(
    r"(?:^|[.;]\s*|©[^.]{0,80}\W)(?:all rights reserved|alle rechte vorbehalten|tous droits réservés|todos los derechos reservados|"
    r"tutti i diritti riservati|todos os direitos reservados|alle rechten voorbehouden|все права защищены)",
    re.I,
)  # fmt: skip
_REPUBLISH = re.compile(
    r"\b(?:may|can)\b[^.]{0,40}\b(?:be )?(?:freely |free )?(?:republish|reprint|reproduce)|freely (?:reprinted|used|reproduced)|"
    r"(?:nachdruck|übernahme|weiterverbreitung)[^.]{0,40}(?:erlaubt|gestattet|frei)|"
    r"(?:reproduction|reprise)[^.]{0,30}(?:autorisée|libre|permise)|reproducción[^.]{0,30}(?:permit|autoriza|libre)|"
    r"riproduzione[^.]{0,30}(?:consentita|libera)|reprodução[^.]{0,30}(?:permitida|livre|autorizada)|"
    r"перепечатка разрешена|(?:можна|можно) (?:выкарыстоўваць|использовать)",
    re.I,
)  # fmt: skip
_QUOTING_ONLY = re.compile(
    r"\b(?:partial|brief|short) (?:quot|cit)\w+[^.]{0,40}(?:allowed|permitted)|допускается частичное цитирование", re.I
)


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
        return creative_commons(match["kind"].upper(), match["v"])
    if _CC0.search(text):
        return _dedication("zero")
    if (match := _CC_LONG.search(text)) is not None:
        parts = [
            _CC_WORDS[w] for w in re.findall(r"attribution|noncommercial|noderiv(?:ative)?s|sharealike", _bare(match["words"]))
        ]
        if parts[:1] == ["BY"]:
            return creative_commons("-".join(dict.fromkeys(parts)), match["v"])
    if (match := _OGL.search(text)) is not None:
        version = f"{match['v'] or '3'}".removesuffix(".0") + ".0"
        uri = f"https://www.nationalarchives.gov.uk/doc/open-government-licence/version/{version[0]}/"
        return Licence("open_licence", f"OGL-UK-{version}", uri, commercial=True, derivatives="allowed", named_by_formula=True)
    if _PUBLIC_DOMAIN.search(text):
        return Licence("public_domain")
    return None


def creative_commons(parts: str, version: str | None) -> Licence:
    """Return a Creative Commons licence; `parts` like BY-NC-ND, `version` like 4.0 or None where it is not stated."""
    spdx = f"CC-{parts}" + (f"-{version}" if version else "")
    derivatives: Literal["none", "share_alike", "allowed"] = (
        "none" if "ND" in parts else "share_alike" if "SA" in parts else "allowed"
    )
    uri = f"https://creativecommons.org/licenses/{parts.lower()}/{version or '4.0'}/" if version else None
    return Licence("open_licence", spdx, uri, commercial="NC" not in parts, derivatives=derivatives, named_by_formula=True)


def find_kind(text: str, *, has_caps: bool) -> RightsKind | None:
    """Return the kind of terms of a notice that names no licence; None when it states none at all."""
    if has_caps or _QUOTING_ONLY.search(text):
        return "quote_cap"
    if _RESERVED.search(text):
        return "all_rights_reserved"
    if _REPUBLISH.search(text):
        return "republish"
    if re.search(r"(?:©|\bcopyright\b)\s*(?:\(c\)\s*)?\d{4}", text, re.I):
        return "all_rights_reserved"
    return None


def _dedication(which: str) -> Licence:
    if which.lower() == "mark":
        return Licence("public_domain", None, "https://creativecommons.org/publicdomain/mark/1.0/")
    uri = "https://creativecommons.org/publicdomain/zero/1.0/"
    return Licence("public_domain", "CC0-1.0", uri, commercial=True, derivatives="allowed")


def _bare(words: str) -> str:
    return re.sub(r"[ -]", "", words).lower().replace("noderivatives", "noderivatives")
