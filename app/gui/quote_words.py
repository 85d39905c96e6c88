"""An assessment in the words of the quote bar: how much is used, what is left, and what is in the way."""

from dataclasses import dataclass
from typing import Literal

from app.gui.meter import level
from app.messages.answers import UNITS, main_measure
from app.workflows.quote import needs_reason
from app.workflows.quoting import Assessment
from app.workflows.views import ArticleView

State = Literal["allowed", "refused", "link", "reason", "waiting"]


@dataclass(frozen=True, slots=True)
class SumWords:
    """The bar's first line: how much is used, with the role of its colour; what is left; the share of the text."""

    used: str
    role: str
    left: str
    share: str


def state_of(found: Assessment, view: ArticleView) -> State:
    """Return what the bar has to ask for: an address, a reason, nothing, or that it cannot be."""
    if found.reason == "link_missing":
        return "link"
    if found.verdict != "allowed":
        return "refused"
    return "reason" if needs_reason(found.basis, view.rights) else "allowed"


def sum_words(found: Assessment, publication: str) -> SumWords:
    """Return the first line; without a limit it tells the passage's size."""
    counted = main_measure(found)
    if counted is None:
        size = found.excerpt.words if found.excerpt.words is not None else found.excerpt.chars
        unit = "words" if found.excerpt.words is not None else "characters"
        return SumWords(f"{size:,} {unit}", "strong", _unlimited(found), "")
    name, measure = counted
    left = f"{measure.remaining:,} left for {publication}" if measure.remaining >= 0 else f"{-measure.remaining:,} too many"
    if found.binding not in (None, name) and level(found.measures[found.binding or name]) == "over":
        binding = found.measures[found.binding or name]
        left = f"but {binding.used:,} of {binding.cap:,} {UNITS[found.binding or name]}"
    elif measure.before:
        left = f"with what you quoted before · {left}"
    role = {"over": "over", "warn": "warn"}.get(level(measure), "strong")
    share = f"{measure.used / measure.total:.1%}" if measure.total else ""
    return SumWords(f"{measure.used:,} of {measure.cap:,} {UNITS[name]}", role, left, share)


def _unlimited(found: Assessment) -> str:
    if found.basis == "private_study":
        return "for your own study · counts for no publication"
    return "" if found.basis != "licence" or found.reason else "the terms set no limit"
