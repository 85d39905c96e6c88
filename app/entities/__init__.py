"""Names of people, organisations and places, and direct speech with its speaker."""

from app.entities.given import GivenNames, KnownName
from app.entities.recogniser import Recogniser, load_recogniser

__all__ = ["GivenNames", "KnownName", "Recogniser", "load_recogniser"]
