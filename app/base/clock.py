"""The time of day as rows keep it."""

from datetime import UTC, datetime


def utc_now() -> str:
    """Return the time as ISO 8601 in UTC, in whole seconds: "2026-03-04T12:30:05+00:00"."""
    return datetime.now(UTC).isoformat(timespec="seconds")
