"""Values as people read them in the window: counts, dates, places of files."""

from datetime import date

from app.base.dates import parse_edtf
from app.model.captured import Stated

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
)  # fmt: skip


def counted(number: int, one: str, many: str) -> str:
    """Return "1 article", "1,204 articles"."""
    return f"{number:,} {one if number == 1 else many}"


def seconds(took_ms: float) -> str:
    """Return a time in seconds, never as nothing: "0.004 s", "1.2 s"."""
    took = max(took_ms / 1000, 0.001)
    return f"{took:.1f} s" if took >= 1 else f"{took:.3f} s"


def long_date(edtf: str, *, inferred: bool = False) -> str:
    """Return an EDTF date in words, "≈ " before one that nobody stated, "undated" without one; what cannot be read stays."""
    if not edtf:
        return "undated"
    try:
        parsed = parse_edtf(edtf)
    except ValueError:
        return edtf
    about = "≈ " if inferred or edtf[-1] in "~?%" else ""
    first, last = parsed.first, parsed.last
    if last == date.max or first == date.min:
        return about + date_range(first if last == date.max else None, last if first == date.min else None)
    if first == last:
        return f"{about}{day(first)}"
    if (first.day, first.month) == (1, 1) and (last.day, last.month) == (31, 12):
        years = f"{first.year}" if first.year == last.year else f"{first.year} – {last.year}"
        return f"{about}{years}"
    if first.day == 1 and (first.year, first.month) == (last.year, last.month):
        return f"{about}{MONTHS[first.month - 1]} {first.year}"
    return f"{about}{day(first)} – {day(last)}"


def day(when: date) -> str:
    """Return "4 March 2022"."""
    return f"{when.day} {MONTHS[when.month - 1]} {when.year}"


def date_range(first: date | None, last: date | None) -> str:
    """Return a range of days in few words: "2021", "Jan 2021 – Jun 2022", "since 4 March 2022"."""
    if first is None or last is None:
        return f"since {day(first)}" if first else f"until {day(last)}" if last else ""
    if first == last:
        return day(first)
    return long_date(f"{first.isoformat()}/{last.isoformat()}")


def stated_value(stated: Stated) -> str:
    """Return a value with a mark before it when it was inferred."""
    return f"≈ {stated.value}" if stated.how == "inferred" else stated.value


def size(count: int) -> str:
    """Return a size of a file: "812 bytes", "12.4 kB", "3.1 MB"."""
    if count < 1000:
        return counted(count, "byte", "bytes")
    return f"{count / 1000:.1f} kB" if count < 1_000_000 else f"{count / 1_000_000:.1f} MB"
