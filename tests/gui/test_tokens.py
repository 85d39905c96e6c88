"""What is printed can be read: every ink on every ground it is used on."""

import pytest

from app.gui.tokens import DARK, LIGHT, Colours

LEAST = 4.5
"""WCAG 2.2, 1.4.3, contrast of text, level AA."""
GROUNDS = ("ground", "surface", "panel", "soft")
INKS = ("ink", "ink2", "ink3", "accent", "person", "organisation", "place", "ok", "warn", "over")


def luminance(colour: str) -> float:
    """Return the relative luminance of WCAG 2.2."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(first: str, second: str) -> float:
    lighter, darker = sorted((luminance(first), luminance(second)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("dress", [LIGHT, DARK], ids=lambda dress: dress.name)
@pytest.mark.parametrize("ink", INKS)
def test_inks_are_read_on_all_grounds(dress: Colours, ink: str) -> None:
    told = {ground: contrast(getattr(dress, ink), getattr(dress, ground)) for ground in GROUNDS}
    assert min(told.values()) >= LEAST, told


@pytest.mark.parametrize("dress", [LIGHT, DARK], ids=lambda dress: dress.name)
def test_text_is_read_on_marks_and_buttons(dress: Colours) -> None:
    pairs = [(dress.ink, dress.hit), (dress.ink, dress.selection), (dress.ink, dress.used), (dress.on_accent, dress.accent)]
    assert min(contrast(ink, ground) for ink, ground in pairs) >= LEAST
