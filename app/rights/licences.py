"""Open licences and dedications that a notice names: by address, by short form, or by their names in many languages.

Creative Commons is known by its parts; the others are data: `resources/rights/licences.toml`.
"""

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from typing import Literal

from app.base.paths import resource
from app.base.phrases import phrases
from app.model.rights import Derivatives, RightsKind

Asked = Literal["name_source", "name_author", "licence_link", "changes_notice"]

_CC_PARTS = (
    ("BY", r"attribution|namensnennung|paternité|atribuci[oó]n|attribuzione|atribuição|naamsvermelding|uznanie autorstwa|"
           r"атрибуция|с указанием авторства|із зазначенням авторства|erkännande|navngivelse|kreditering|uveďte (?:původ|autora)|reconeixement|reconocimiento|"
           r"nevezd meg|atribuire|αναφορά|nimeä|nimi mainittava|atıf|表示|署名|姓名標示|저작자\s?표시|نسب المصنف|ייחוס|imenovanje|ауторство|autorstvo|"
           r"uvedenie autora|признание|priznanje avtorstva|priskyrimas|atsauc|autorile viitamine"),
    ("NC", r"non-?\s?commerci|nicht-?\s?kommerziell|pas d['’]utilisation commerciale|no-?\s?comercial|não-?\s?comercial|niet-?\s?commercieel|"
           r"użycie niekomercyjne|некоммерческ|некомерційн|icke-?\s?kommersiell|ikke-?\s?kommerciel|ikke-?\s?kommersiell|neužívejte (?:dílo )?komerčně|nekomerční|"
           r"ne add el|necomercial|μη εμπορικ|ei-?kaupallinen|gayri ?ticari|非営利|非商业|非商業|비영리|غير تجاري|לא מסחרי|nekomer[cč]|nekomerci|некомерсиал|некомерциј|mitteärili"),
    ("ND", r"no-?\s?deriv|keine bearbeitung|pas de modification|sin\s?(?:obra\s?)?derivad|non opere derivate|sem\s?deriva|geen\s?afgeleide|"
           r"bez utworów zależnych|без производных|без похідних|inga\s?bearbetningar|ingen bearbejdelse|ingen bearbeidelse|nezasahujte|sense\s?obra?\s?derivad|"
           r"ne változtasd|fără modificări|όχι παράγωγ|ei muutoksia|türetilemez|改変禁止|禁止演绎|禁止改作|변경\s?금지|منع الاشتقاق|ללא יצירות נגזרות|bez prera|без прерада|žiadne odvoden|без производни|brez predelav|"
           r"jokių išvestin|bez atvasin|tuletiste keeld"),
    ("SA", r"share-?\s?alike|weitergabe unter gleichen|partage dans les mêmes|compartir-?\s?igual|condividi allo stesso|compartilha-?\s?igual|partilha nos mesmos|"
           r"gelijk\s?delen|na tych samych warunkach|с сохранением условий|на тех же условиях|поширення на тих самих|dela\s?lika|del på samme|zachovejte licenci|compartir\s?igual|"
           r"így add tovább|distribuire în condiții|παρόμοια διανομή|jaa samoin|aynı lisansla|継承|相同方式|동일\s?조건|الترخيص بالمثل|שיתוף זהה|dijeli pod|deliti pod|делити под|rovnaké šírenie|споделяне на споделен|deljenje pod|"
           r"analogiškas platinimas|līdzīgi noteikum|jagamine samadel"),
)  # fmt: skip
_CC_NAMES = tuple((part, re.compile(names, re.I)) for part, names in _CC_PARTS)
_CC = re.compile(
    r"Creative[ -]Commons|クリエイティブ・?\s?コモンズ|知识共享|創用\s?CC|创用\s?CC|크리에이티브\s?커먼즈|المشاع الإبداعي|קריאייטיב קומונס|криейтив комънс|"
    r"кријејтив комонс|креатив комонс|креативно заједничко", re.I,
)  # fmt: skip
_VERSION = re.compile(r"(?<![\d.])(?P<v>[1-4]\.[05])(?:\s(?P<igo>IGO)\b)?(?!\d)")
_CC_URL = re.compile(
    r"creativecommons\.org/(?:licenses/(?P<kind>by(?:-nc)?(?:-nd|-sa)?)|publicdomain/(?P<pd>zero|mark))(?:/(?P<v>\d\.\d)(?:/(?P<igo>igo))?)?",
    re.I,
)
_CC_SHORT = re.compile(
    r"\b(?:CC|Creative[ -]Commons)[ -]?(?P<kind>BY(?:[ ‑–-]NC)?(?:[ ‑–-](?:ND|SA))?)(?:[ -](?P<v>\d\.\d)(?:[ -](?P<igo>IGO))?)?\b(?!-)"
)
_CC0 = re.compile(r"\bCC[ -]?0\b|CC Zero|waived all copyright", re.I)
_LATER = re.compile(r"or (?:any )?later|oder (?:jede )?spätere|ou (?:toute version )?ultérieure", re.I)
_BY_NAME = 90
"""Characters around "Creative Commons" in which its conditions are named."""
_PLAIN = re.compile(r"[\W_]+")
_PLAIN_VERSION = re.compile(r"\s?(?:v|version |versión |versione |versão |ver )?(?P<major>\d)(?: (?P<minor>\d))?\b")


@dataclass(frozen=True, slots=True)
class Licence:
    """A licence that a notice names, what it allows, and what it asks for by itself."""

    kind: RightsKind
    spdx: str | None = None
    uri: str | None = None
    commercial: bool | None = None
    derivatives: Derivatives | None = None
    asks: tuple[Asked, ...] = ()


def find_licence(text: str) -> Licence | None:
    """Return the open licence or dedication that a text names, None when it names none."""
    return _creative_commons_in(text) or _other_in(text)


def without_names(text: str) -> str:
    """Return the text with the names of a Creative Commons licence's conditions blanked: "Attribution" there asks for nothing more."""
    for match in _CC.finditer(text):
        start, end = max(match.start() - _BY_NAME, 0), match.end() + _BY_NAME
        around = text[start:end]
        for _, names in _CC_NAMES:
            around = names.sub(lambda found: " " * len(found[0]), around, count=1)
        text = text[:start] + around + text[end:]
    return text


def creative_commons(parts: str, version: str | None) -> Licence:
    """Return a Creative Commons licence; `parts` like BY-NC-ND, `version` like 4.0 or 3.0-IGO, or None where it is not stated."""
    spdx = f"CC-{parts}" + (f"-{version}" if version else "")
    changeable = "ND" not in parts
    derivatives: Derivatives = "share_alike" if "SA" in parts else "allowed" if changeable else "none"
    path = version.lower().replace("-", "/") if version else None
    uri = f"https://creativecommons.org/licenses/{parts.lower()}/{path}/" if path else None
    asks: tuple[Asked, ...] = (
        ("name_author", "licence_link", "changes_notice") if changeable else ("name_author", "licence_link")
    )
    return Licence("open_licence", spdx, uri, commercial="NC" not in parts, derivatives=derivatives, asks=asks)


def _creative_commons_in(text: str) -> Licence | None:
    if (match := _CC_URL.search(text)) is not None:
        return _dedication(match["pd"]) if match["pd"] else creative_commons(match["kind"].upper(), _version(match))
    if (match := _CC_SHORT.search(text)) is not None:
        return creative_commons(re.sub(r"[^A-Z]", "-", match["kind"].upper()), _version(match))
    if _CC0.search(text):
        return _dedication("zero")
    if (match := _CC.search(text)) is not None:
        around = text[max(match.start() - _BY_NAME, 0) : match.end() + _BY_NAME]
        parts = [part for part, names in _CC_NAMES if names.search(around)]
        if parts[:1] == ["BY"] and not {"ND", "SA"} <= set(parts):
            number = _VERSION.search(text, match.start(), match.end() + _BY_NAME)
            return creative_commons("-".join(parts), _version(number) if number else None)
    return None


def _version(match: "re.Match[str]") -> str | None:
    return f"{match['v']}-IGO" if match["igo"] else match["v"]


def _dedication(which: str) -> Licence:
    if which.lower() == "mark":
        return Licence("public_domain", None, "https://creativecommons.org/publicdomain/mark/1.0/")
    uri = "https://creativecommons.org/publicdomain/zero/1.0/"
    return Licence("public_domain", "CC0-1.0", uri, commercial=True, derivatives="allowed")


@dataclass(frozen=True, slots=True)
class _Known:
    """One licence of the data file."""

    spdx: str
    names: "re.Pattern[str]"
    version: str
    uri: str
    kind: RightsKind
    derivatives: Derivatives
    asks: tuple[Asked, ...]


@cache
def _known() -> tuple[_Known, ...]:
    document = tomllib.loads(resource("rights", "licences.toml").read_text(encoding="utf-8"))
    return tuple(
        _Known(
            entry["spdx"], phrases(entry["names"]), entry["version"], entry["uri"], entry.get("kind", "open_licence"),
            entry.get("derivatives", "allowed"), tuple(entry.get("asks", ())),
        )
        for entry in document["licence"]
    )  # fmt: skip


def _other_in(text: str) -> Licence | None:
    plain = _PLAIN.sub(" ", text)
    for known in _known():
        match = known.names.search(plain)
        if match is not None:
            version = _version_after(plain[match.end() :]) or known.version
            spdx = known.spdx.format(v=version) + (
                "-or-later" if "GFDL" in known.spdx and _LATER.search(plain, match.end()) else ""
            )
            uri = known.uri.format(v=version, major=version[0])
            return Licence(known.kind, spdx, uri, commercial=True, derivatives=known.derivatives, asks=known.asks)
    return None


def _version_after(plain: str) -> str | None:
    match = _PLAIN_VERSION.match(plain.lower()) or re.match(
        r".{0,24}?\bversion (?P<major>\d)(?: (?P<minor>\d))?\b", plain.lower()
    )
    return f"{match['major']}.{match['minor'] or '0'}" if match else None
