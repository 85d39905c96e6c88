"""What is known of an article for a citation, and dates as each language writes them."""

from dataclasses import dataclass

from app.base.dates import parse_edtf
from app.base.text import fold
from app.citation.words import DAY, MONTH, MONTHS, MONTHS_ALONE, in_language


@dataclass(frozen=True, slots=True)
class Reference:
    """An article as a citation names it; None means unknown, and is left out. Only facts, nothing inferred.

    `published` is EDTF, `accessed` an ISO day, `speaker` who says the quoted passage. `told_in` is the language of the credit
    line in newsroom styles where it is not the article's own; manuals are in English.
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
    told_in: str | None = None

    @property
    def tongue(self) -> str:
        """Return the language of a newsroom's credit line."""
        return self.told_in or self.language

    @property
    def names_itself(self) -> bool:
        """Return whether the source itself is the author, so that it is not named twice."""
        return len(self.authors) == 1 and self.source is not None and fold(self.authors[0]) == fold(self.source)

    @property
    def iso_day(self) -> str | None:
        """Return the date as far as it is known: YYYY-MM-DD, YYYY-MM or YYYY; None where it is only about that, or no date."""
        if not self.published:
            return None
        try:
            known = parse_edtf(self.published)
        except ValueError:
            return None
        if known.approximate:
            return None
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
    parts = iso_day.split("-")
    months = in_language(MONTHS if len(parts) == 3 else MONTHS_ALONE, language)
    if len(parts) == 1 or months is None:
        return iso_day
    month = months.split()[int(parts[1]) - 1]
    if len(parts) == 2:
        return (in_language(MONTH, language) or "{m} {y}").format(m=month, y=parts[0])
    return (in_language(DAY, language) or "{d} {m} {y}").format(d=int(parts[2]), m=month, y=parts[0])


def ended(text: str) -> str:
    """Return a text with a full stop, unless it ends with a mark of its own; the stop stands before closing quotation marks."""
    bare = text.rstrip("”’") if "“" in text or "‘" in text else text
    if bare.endswith((".", "?", "!", "…")):
        return text
    return f"{bare}.{text[len(bare) :]}"
