"""The look in numbers: colours by their role in a light and a dark dress, sizes of type, spaces and corners."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Colours:
    """Colours by role, as `#RRGGBB`. Every ink on every ground it is used on has a contrast of at least 4.5:1."""

    name: str
    ground: str
    surface: str
    panel: str
    line: str
    ink: str
    ink2: str
    ink3: str
    accent: str
    on_accent: str
    soft: str
    hit: str
    selection: str
    used: str
    person: str
    organisation: str
    place: str
    ok: str
    warn: str
    over: str


LIGHT = Colours(
    name="light",
    ground="#FBFAF7", surface="#FFFFFF", panel="#F5F3EE", line="#E4E0D7", ink="#1F1D1A", ink2="#57524A", ink3="#6E685E",
    accent="#1F4E79", on_accent="#FFFFFF", soft="#E4EDF5", hit="#FFE8A3", selection="#BBD6F0", used="#EFEBE1",
    person="#8A4B08", organisation="#1F6B4F", place="#5B3F8C", ok="#2E6B3A", warn="#8A5A00", over="#A3261B",
)  # fmt: skip
DARK = Colours(
    name="dark",
    ground="#171614", surface="#1E1D1A", panel="#1A1917", line="#34312B", ink="#ECE8E0", ink2="#B7B1A6", ink3="#9F988B",
    accent="#8DB8E2", on_accent="#10202E", soft="#22303D", hit="#5E4B12", selection="#2F4D6B", used="#2A2823",
    person="#E0A766", organisation="#7CC7A4", place="#B9A1E6", ok="#86C793", warn="#E0B45C", over="#F08A7E",
)  # fmt: skip

SANS = "Inter"
SERIF = "Source Serif Pro"

CAPTION, SECONDARY, BODY, TITLE, QUERY, READING, HEADLINE = 11.5, 12.5, 13.0, 14.0, 15.0, 16.5, 26.0
"""Sizes of type in pixels that do not depend on the device."""

FACETS_WIDTH, RESULTS_WIDTH = 264, 420
READING_LINE = 1.62
READING_CHARACTERS = 75
