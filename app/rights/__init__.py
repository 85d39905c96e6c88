"""Terms of articles: read, counted against, told. Nothing here is legal advice."""

from app.rights.counting import COUNTING, CountedText, Totals, count
from app.rights.judging import Measure, Verdict, judge, limit

__all__ = ["COUNTING", "CountedText", "Measure", "Totals", "Verdict", "count", "judge", "limit"]
