"""Whether a passage stays within the caps of its terms (specification of rights, §2).

Limits are exact integers: `used ≤ floor(p·total/q)` for "no more than", `(p·total − 1) // q` for "less than".
"""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from app.base.spans import Span
from app.model.rights import PURPOSES, Cap, RightsStatement
from app.rights.counting import CountedText, Totals
from app.rights.telling import is_for

MEASURES = ("words", "solid", "chars", "points", "sentences", "paragraphs")
"""All measures, in the order in which a tie is decided when the binding one is named."""

VerdictWord = Literal["allowed", "refused", "empty"]


@dataclass(frozen=True, slots=True)
class Measure:
    """One measure of an article: its total, the cap, what was used before and with the passage, and what then remains."""

    total: int
    cap: int
    before: int
    used: int

    @property
    def remaining(self) -> int:
        """Return what the cap leaves, negative by how much it is passed."""
        return self.cap - self.used


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the caps say to a passage. `binding` is the measure nearest to its cap, None without caps or passage.

    `spans` is the passage after snapping, `excerpt` its own sizes.
    """

    verdict: VerdictWord
    binding: str | None
    measures: dict[str, Measure]
    excerpt: Totals
    spans: tuple[Span, ...]


def judge(
    statement: RightsStatement,
    counted: CountedText,
    selection: Sequence[Span],
    prior: Sequence[Span],
    *,
    medium: str | None = None,
    purpose: str | None = None,
) -> Verdict:
    """Return the verdict on handing out `selection` after `prior` of the same text; without caps for the medium all is allowed.

    Shares are those of the text without what is struck out of it; a passage of that counts as used all the same.
    Where several caps limit one measure the smallest counts; while no medium is named, so does that of every medium.
    """
    spans = counted.snap(selection)
    measures: dict[str, Measure] = {}
    for cap in caps_for(statement, medium, purpose):
        for name, measure in _measures(cap, counted, spans, prior).items():
            known = measures.get(name)
            if known is None or (measure.remaining, -measure.used) < (known.remaining, -known.used):
                measures[name] = measure
    excerpt = counted.used(spans)
    if not spans:
        return Verdict("empty", None, measures, excerpt, spans)
    within = all(measure.used <= measure.cap for measure in measures.values())
    return Verdict("allowed" if within else "refused", _binding(measures), measures, excerpt, spans)


def caps_for(statement: RightsStatement, medium: str | None, purpose: str | None = None) -> tuple[Cap, ...]:
    """Return the caps that bind in a medium for a purpose: those for it, and those for none in particular.

    A cap for one of the `PURPOSES` takes the place of the general one of its unit for whoever names that purpose, and helps nobody
    else; where there are no others, all bind.
    """
    there = [cap for cap in statement.caps if cap.media is None or medium is None or is_for(cap.media, medium)]
    special = [cap for cap in there if purpose is not None and cap.purpose == purpose]
    general = [cap for cap in there if cap.purpose not in PURPOSES and all(cap.unit != other.unit for other in special)]
    return tuple(cap for cap in there if cap in special or cap in general) or tuple(there)


def limit(total: int, share: Fraction, op: Literal["le", "lt"]) -> int:
    """Return the most that a share allows of a total, in whole units; never below 0."""
    exact = share.numerator * total
    return max((exact - 1) // share.denominator if op == "lt" else exact // share.denominator, 0)


def _measures(cap: Cap, counted: CountedText, spans: Sequence[Span], prior: Sequence[Span]) -> dict[str, Measure]:
    earlier = () if cap.scope == "per_quote" else tuple(prior)
    together = (*earlier, *spans)
    if cap.position == "leading":
        # What may be taken from the start only is used up to the last place that is taken.
        earlier, together = _from_the_start(counted, earlier), _from_the_start(counted, together)
    names = _names(cap, counted)
    totals, before, used = (_sizes(counted, names, ranges) for ranges in (None, earlier, together))
    return {name: Measure(totals[name], _most(cap, totals[name]), before[name], used[name]) for name in names}


def _names(cap: Cap, counted: CountedText) -> tuple[str, ...]:
    """Return the measures that a cap limits: the one it names, else words, solid and chars, as far as the script has words."""
    has_words = counted.has_words and counted.entire.has_words
    match cap.unit:
        case "words":
            # A script without spaces has no words; the nearest that can be counted is a letter.
            return ("words",) if has_words else ("solid",)
        case "chars":
            return ("points",)
        case "sentences" | "paragraphs":
            return (cap.unit,)
        case _ if cap.of == "chars":
            return ("chars",)
        case _ if not has_words:
            return ("solid", "chars")
        case _:
            return ("words",) if cap.of == "words" else ("words", "solid", "chars")


def _most(cap: Cap, total: int) -> int:
    """Return the most that a cap allows of a measure with that total, in whole units; never below 0."""
    if cap.share is not None:
        return limit(total, cap.share, cap.op)
    whole = cap.n.numerator // cap.n.denominator
    return max(whole - 1 if cap.op == "lt" and cap.n.denominator == 1 else whole, 0)


def _from_the_start(counted: CountedText, spans: Sequence[Span]) -> tuple[Span, ...]:
    return (*counted.unstruck(max(span.end for span in spans)), *spans) if spans else ()


def _sizes(counted: CountedText, names: Sequence[str], spans: Sequence[Span] | None) -> dict[str, int]:
    """Return the sizes of the spans, or of the whole text, in these measures."""
    if names[0] in ("sentences", "paragraphs"):
        within = counted.entire if spans is None else counted
        ranges = (Span(0, len(within.text)),) if spans is None else spans
        return {name: within.sentences(ranges) if name == "sentences" else within.paragraphs(ranges) for name in names}
    found = counted.entire.totals if spans is None else counted.used(spans)
    return {name: getattr(found, name) or 0 for name in names}


def _binding(measures: dict[str, Measure]) -> str | None:
    def nearness(name: str) -> Fraction:
        return Fraction(measures[name].used, max(measures[name].cap, 1))

    ordered = [name for name in MEASURES if name in measures]
    return max(ordered, key=nearness, default=None)
