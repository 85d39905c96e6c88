"""The time of day as rows keep it."""

from datetime import UTC, datetime

from app.base.clock import utc_now


def test_time_is_utc_in_whole_seconds() -> None:
    before = datetime.now(UTC).replace(microsecond=0)
    told = datetime.fromisoformat(utc_now())
    assert before <= told <= datetime.now(UTC)
    assert utc_now().endswith("+00:00")
    assert "." not in utc_now()
