"""Sentences on queries."""

SENTENCES: dict[str, str] = {
    "name-unknown": "No {kind} in this archive is called “{name}”.",
}
