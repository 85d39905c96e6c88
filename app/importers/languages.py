"""The language of a text."""

from functools import cache
from typing import Any

from app.importers.values import language_tag
from app.model.captured import Stated, Warning

MIN_LETTERS = 40
SURE = 0.9


def language_of(text: str, declared: str | None, where: str = "") -> tuple[Stated | None, tuple[Warning, ...]]:
    """Return the language: the declared one as stated, else the detected one as inferred, none for a very short text.

    A warning keeps the disagreement of the two.
    """
    stated = language_tag(declared) if declared else None
    detected = detected_language(text)
    if stated is not None:
        if detected is not None and detected != stated:
            return Stated(stated, "stated", where), (
                Warning("language-disagrees", (("declared", stated), ("detected", detected))),
            )
        return Stated(stated, "stated", where), ()
    return (Stated(detected, "inferred", "text") if detected else None), ()


def detected_language(text: str) -> str | None:
    """Return the language that a text reads as, None when that is not sure."""
    sample = text[:4000]
    if sum(character.isalpha() for character in sample) < MIN_LETTERS:
        return None
    language, probability = _identifier().classify(sample)
    return str(language) if probability >= SURE else None


@cache
def _identifier() -> Any:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
