"""Names of people, organisations and places, and direct speech with its speaker."""

from app.entities.recogniser import KnownName, Recogniser, load_recogniser

__all__ = ["KnownName", "Recogniser", "load_recogniser"]
