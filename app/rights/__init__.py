"""Terms of articles: read, counted against, told. Nothing here is legal advice."""

from app.rights.counting import COUNTING, CountedText, Totals, count
from app.rights.detecting import RightsEvidence, detect
from app.rights.judging import Measure, Verdict, judge, limit
from app.rights.telling import badge, covers_medium, from_json, summary, to_json

__all__ = [
    "COUNTING", "CountedText", "Measure", "RightsEvidence", "Totals", "Verdict", "badge", "count", "covers_medium", "detect",
    "from_json", "judge", "limit", "summary", "to_json",
]  # fmt: skip
