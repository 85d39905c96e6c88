"""Profiles of sources: data that says where it is from, found by host or name, never more than the source allows."""

from dataclasses import replace

import pytest

from app.rights import badge, from_json, profile_of, to_json
from app.rights.profiles import Profile, profiles

ALL = profiles()


def test_there_are_profiles_enough() -> None:
    assert len(ALL) >= 25


@pytest.mark.parametrize("profile", ALL, ids=lambda profile: profile.name)
def test_profile_says_what_it_rests_on(profile: Profile) -> None:
    assert profile.source.startswith("http")
    assert len(profile.statement.statement_text) > 20
    assert profile.statement.origin == "profile"
    assert profile.statement.kind != "unknown"
    assert badge(profile.statement).endswith(" (unconfirmed)")
    assert "unconfirmed" not in badge(replace(profile.statement, confirmed_at="2026-01-01"))
    assert from_json(to_json(profile.statement)) == profile.statement


def test_hosts_are_of_one_profile_each() -> None:
    hosts = [host for profile in ALL for host in profile.hosts]
    assert len(hosts) == len(set(hosts))


@pytest.mark.parametrize(
    ("url", "source", "name"),
    [
        ("https://www.criticalblast.com/a", None, "Critical Blast"),
        ("https://evil-criticalblast.com/a", None, None),
        ("https://criticalblast.com.evil.example/a", None, None),
        ("https://elsewhere.example/a", "Critical Blast", None),
        (None, "critical blast", "Critical Blast"),
        (None, "BWNS", "Bahá’í World News Service"),
        (None, None, None),
        ("https://[broken", "", None),
    ],
)
def test_profile_is_found_by_host_or_else_by_name(url: str | None, source: str | None, name: str | None) -> None:
    found = profile_of(url, source)
    assert (found.name if found else None) == name
