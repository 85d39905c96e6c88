"""What is known of an article for a citation, and dates as each language writes them."""

from dataclasses import dataclass

from app.base.dates import parse_edtf
from app.base.text import fold

_MONTHS = {
    "en": "January February March April May June July August September October November December",
    "de": "Januar Februar März April Mai Juni Juli August September Oktober November Dezember",
    "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "es": "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
    "it": "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
    "pt": "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
    "nl": "januari februari maart april mei juni juli augustus september oktober november december",
    "pl": "stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia",
    "ru": "января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
    "sv": "januari februari mars april maj juni juli augusti september oktober november december",
    "da": "januar februar marts april maj juni juli august september oktober november december",
    "cs": "ledna února března dubna května června července srpna září října listopadu prosince",
}
_DAY = {"de": "{d}. {m} {y}", "es": "{d} de {m} de {y}", "pt": "{d} de {m} de {y}", "cs": "{d}. {m} {y}", "da": "{d}. {m} {y}"}


@dataclass(frozen=True, slots=True)
class Reference:
    """An article as a citation names it; None means unknown, and is left out. Only facts, nothing inferred.

    `published` is EDTF, `accessed` an ISO day, `speaker` who says the quoted passage.
    """

    headline: str
    authors: tuple[str, ...] = ()
    source: str | None = None
    published: str | None = None
    url: str | None = None
    accessed: str | None = None
    language: str = "en"
    section: str | None = None
    speaker: str | None = None

    @property
    def names_itself(self) -> bool:
        """Return whether the source itself is the author, so that it is not named twice."""
        return len(self.authors) == 1 and self.source is not None and fold(self.authors[0]) == fold(self.source)

    @property
    def iso_day(self) -> str | None:
        """Return the date as far as it is known: YYYY-MM-DD, YYYY-MM or YYYY."""
        if not self.published:
            return None
        known = parse_edtf(self.published)
        length = {"day": 10, "month": 7, "year": 4}.get(known.precision)
        return known.first.isoformat()[:length] if length else None

    @property
    def year(self) -> str | None:
        """Return the year, None when it is not sure."""
        day = self.iso_day
        return day[:4] if day else None


def long_date(iso_day: str | None, language: str) -> str | None:
    """Return a day, month or year in words: "4 March 2022", "4. März 2022", "March 2022", "2022"; None for None."""
    if iso_day is None:
        return None
    tag = language.split("-", maxsplit=1)[0].lower()
    parts = iso_day.split("-")
    if len(parts) == 1:
        return parts[0]
    months = _MONTHS.get(tag)
    if months is None:
        return iso_day
    month = months.split()[int(parts[1]) - 1]
    if len(parts) == 2:
        return f"{month} {parts[0]}"
    return _DAY.get(tag, "{d} {m} {y}").format(d=int(parts[2]), m=month, y=parts[0])


def ended(text: str) -> str:
    """Return a text with a full stop, unless it ends with a mark of its own."""
    return text if text.endswith((".", "?", "!", "…")) else f"{text}."
