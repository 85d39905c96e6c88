"""Terms of articles: read, counted against, told. Nothing here is legal advice."""

from app.rights.boilerplate import likely_boilerplate, paragraph_spans
from app.rights.counting import COUNTING, CountedText, Totals, count, counted_text
from app.rights.credits import third_party_credits
from app.rights.detecting import RightsEvidence, detect
from app.rights.exporting import odrl, schema_org
from app.rights.judging import Measure, Verdict, judge, limit
from app.rights.profiles import profile_of
from app.rights.telling import badge, covers_medium, from_json, is_unconfirmed, media_of, purposes_of, summary, to_json

__all__ = [
    "COUNTING", "CountedText", "Measure", "RightsEvidence", "Totals", "Verdict", "badge", "count", "counted_text", "covers_medium", "detect",
    "from_json", "is_unconfirmed", "judge", "likely_boilerplate", "limit", "media_of", "odrl", "paragraph_spans", "profile_of", "purposes_of", "schema_org",
    "summary", "third_party_credits", "to_json",
]  # fmt: skip
