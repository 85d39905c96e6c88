"""Values of fields: dates as EDTF, languages as short tags, names of people."""

import re
from datetime import datetime

from app.base.dates import parse_edtf

_MONTHS = {
    name: number
    for number, names in enumerate(
        ("january jan januar janvier enero gennaio janeiro januari", "february feb februar février fevrier febrero febbraio fevereiro februari",
         "march mar märz mars marzo março maart", "april apr avril abril aprile", "may mai mayo maggio maio mei",
         "june jun juni juin junio giugno junho", "july jul juli juillet julio luglio julho", "august aug août aout agosto augustus",
         "september sep sept septembre septiembre settembre setembro", "october oct oktober okt octobre octubre ottobre outubro",
         "november nov novembre noviembre novembro", "december dec dezember dez décembre diciembre dicembre dezembro"), start=1)
    for name in names.split()
}  # fmt: skip
_WORDS = re.compile(
    r"(?:(?P<d>\d{1,2})(?:\.|st|nd|rd|th|er|º)?\s+(?:de\s+)?)?(?P<m>[^\W\d]{3,})\.?,?\s+(?:de\s+)?(?:(?P<d2>\d{1,2})(?:st|nd|rd|th)?,\s+)?(?P<y>\d{4})"
)
_NUMERIC = re.compile(r"(?P<y>\d{4})[-/.](?P<m>\d{1,2})(?:[-/.](?P<d>\d{1,2}))?")
_DOTTED = re.compile(r"(?P<d>\d{1,2})\.(?P<m>\d{1,2})\.(?P<y>\d{4})")
_BY = re.compile(r"^(?:by|von|par|por|di|door|text:)\s+(?P<names>[^\d]{3,120}?)(?:,.*)?$", re.IGNORECASE)
_BETWEEN = re.compile(r"\s*;\s*|\s*,?\s*(?:\b(?:and|und|et|en)\b|&)\s*|\s*,?\s+[ye]\s+(?=\S+\s+\S)")
"""What stands between names; "y" and "e" also join two surnames of one person, but before a name of two words."""
_GIVEN = re.compile(r"[^\W\d_][\w'’.-]*(?:\s+[^\W\d_]\.)*")
"""One given name, with initials: behind a single word and a comma it is that surname's."""
_NAME_SUFFIX = re.compile(r"(?:Jr|Sr)\.?|II|III|IV")
_LANGUAGES = {
    "english": "en",
    "german": "de",
    "deutsch": "de",
    "french": "fr",
    "français": "fr",
    "spanish": "es",
    "español": "es",
}


def edtf(text: str) -> str | None:
    """Return a date as EDTF, as precise as it is written; None when it is none or no such day exists.

    ISO 8601 with time and zone stays as it is. "4 March 2022", "March 2022", "2022" and "04.03.2022" (day first, with dots) are read;
    forms such as 03/04/2022, whose order nobody can know, are not.
    """
    text = text.strip()
    for candidate in (text, _iso(text), _named(text)):
        if candidate:
            try:
                return parse_edtf(candidate).text
            except ValueError:
                continue
    return None


def _iso(text: str) -> str | None:
    match = re.fullmatch(r"(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2}(?::\d{2})?)(?:\.\d+)?\s*(Z|[+-]\d{2}:?\d{2})?", text)
    if match:
        return f"{match[1]}T{match[2]}{match[3] or ''}"
    try:
        return datetime.strptime(text, "%a, %d %b %Y %H:%M:%S %z").isoformat()
    except ValueError:
        return None


def _named(text: str) -> str | None:
    if match := _DOTTED.fullmatch(text):
        return f"{match['y']}-{int(match['m']):02d}-{int(match['d']):02d}"
    if match := _NUMERIC.fullmatch(text):
        day = f"-{int(match['d']):02d}" if match["d"] else ""
        return f"{match['y']}-{int(match['m']):02d}{day}"
    match = _WORDS.fullmatch(text.removeprefix("den ").strip())
    month = _MONTHS.get(match["m"].lower()) if match else None
    if match is None or month is None:
        return None
    day = match["d"] or match["d2"]
    return f"{match['y']}-{month:02d}" + (f"-{int(day):02d}" if day else "")


def people(text: str) -> tuple[str, ...]:
    """Return the names in a list of authors: "A, B and C" holds three."""
    text = re.sub(r"^(?:by|von|par|por|di|door)\s+", "", text.strip(), flags=re.IGNORECASE)
    parts = _one_by_one(text)
    return tuple(part for part in parts if 2 < len(part) < 80)


def _one_by_one(text: str) -> list[str]:
    """Return what stands between commas and words for "and", but a surname with its given names, its suffix or its second surname."""
    groups = [group for group in _BETWEEN.split(text) if group]
    if len(groups) > 1 and ";" in text:
        return groups
    found: list[str] = []
    for group in groups:
        pieces = [piece for piece in re.split(r"\s*,\s*", group) if piece]
        turned = len(pieces) == 2 and " " not in pieces[0] and _GIVEN.fullmatch(pieces[1])
        for piece in [", ".join(pieces)] if turned else pieces:
            if found and _NAME_SUFFIX.fullmatch(piece):
                found[-1] += f", {piece}"
            else:
                found.append(piece)
    return found


def byline_names(line: str) -> tuple[str, ...]:
    """Return the authors of a "By …" line, none when the line is no such."""
    match = _BY.match(line.strip())
    if match is None or not all(
        word[:1].isupper() or word in ("and", "und", "et", "y", "e", "en", "de", "von", "van")
        for word in match["names"].split()
    ):
        return ()
    return people(match["names"])


def language_tag(text: str) -> str | None:
    """Return the primary subtag of a language ("en-GB", "en_US" and "English" are "en"), None for what is none."""
    named = _LANGUAGES.get(text.strip().lower())
    if named:
        return named
    match = re.fullmatch(r"([A-Za-z]{2,3})(?:[-_].*)?", text.strip())
    return match[1].lower() if match else None
