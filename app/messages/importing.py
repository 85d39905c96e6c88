"""Sentences on imported items, and what the user can do about each."""

SENTENCES: dict[str, str] = {}

REMEDIES: dict[str, str] = {}
