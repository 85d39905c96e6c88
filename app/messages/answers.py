"""What the terms said to a quotation, in sentences with the arithmetic."""

from app.base.errors import Param
from app.messages import sentence
from app.messages.terms import MEDIA_NAMES, purpose_name
from app.model.rights import RightsStatement
from app.rights import Measure, media_of, purposes_of
from app.workflows.quoting import Assessment
from app.workflows.trims import Trim, TrimKind

UNITS = {
    "words": "words", "chars": "characters", "solid": "characters without spaces", "points": "characters", "sentences": "sentences",
    "paragraphs": "paragraphs",
}  # fmt: skip


_TRIM_NAMES: dict[TrimKind, str] = {
    "sentences": "Whole sentences", "clause": "Part of a sentence", "speech": "Direct speech alone", "words": "First words"
}  # fmt: skip


def trim_name(trim: Trim) -> str:
    """Return what a shorter passage is, in a few words."""
    return "Part with […]" if len(trim.spans) > 1 else _TRIM_NAMES[trim.kind]


def size_of(trim: Trim) -> str:
    """Return how long a shorter passage is: "11 words", "1 character"."""
    return f"{trim.size:,} {trim.unit if trim.size != 1 else trim.unit.removesuffix('s')}"


def left_over(found: Assessment, publication: str) -> str:
    """Return how much may still be quoted, in words where they count."""
    if found.basis == "private_study":
        return "Recorded in the ledger as private study, which counts for no publication."
    counted = main_measure(found)
    if counted is None:
        return f"Recorded in the ledger for {publication} (basis: {found.basis.replace('_', ' ')})."
    name, measure = counted
    return f"{measure.used:,} of {measure.cap:,} {UNITS[name]} used · {measure.remaining:,} left for {publication}"


def main_measure(found: Assessment) -> tuple[str, Measure] | None:
    """Return the measure to tell people, with its name: words where they count, else the one nearest to its cap."""
    name = "words" if "words" in found.measures else found.binding
    measure = found.measures.get(name) if name else None
    return (name, measure) if name and measure is not None and measure.cap is not None else None


def remarks_of(found: Assessment, publication: str) -> tuple[str, ...]:
    """Return what to look at before a passage is used, one sentence each."""
    params: dict[str, Param] = {"credits": "; ".join(found.third_party), "publication": publication}
    return tuple(sentence(f"remark-{remark.replace('_', '-')}", params) for remark in found.remarks)


def refusal_of(found: Assessment, terms: RightsStatement, *, medium: str, publication: str) -> str:
    """Return why a passage is refused by its terms, with the arithmetic; "" when it is not."""
    if found.verdict == "allowed":
        return ""
    if found.verdict == "empty":
        return sentence("quote-empty")
    if found.reason == "over_cap":
        return _over_cap(found, publication)
    params: dict[str, Param] = {
        "media": ", ".join(_plural(name) for name in media_of(terms)), "medium": _plural(medium), "publication": publication,
        "clause": found.clause, "purposes": " or ".join(purpose_name(name) for name in purposes_of(terms)),
    }  # fmt: skip
    return sentence(f"quote-{(found.reason or 'empty').replace('_', '-')}", params)


def _plural(medium: str) -> str:
    return MEDIA_NAMES.get(medium, medium)


def _over_cap(found: Assessment, publication: str) -> str:
    if found.nothing_quotable:
        return sentence("quote-nothing-quotable", {"clause": found.clause})
    name = found.binding or next(iter(found.measures))
    measure = found.measures[name]
    numbers = {"cap": measure.cap, "total": measure.total, "before": measure.before, "used": measure.used}
    return sentence("quote-over-cap", {**numbers, "unit": UNITS[name], "publication": publication})
