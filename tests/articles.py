"""Invented articles that several tests read: a wire report with a cap, a page with all rights reserved, an open text."""

from pathlib import Path

_REPORT = """Economy

Harbour of Varnsund gets a second crane

Council votes for the loan

(Photo: Port Authority of Varnsund)
NORTHBRIDGE WIRE - The town council of Varnsund voted on Monday for a second crane in the harbour. Mayor Ingrid Solbakken called
the decision long overdue, and the fishermen on the quay rang the bell of the old customs house when they heard of it.

“A harbour with one crane is a harbour that waits,” said Mayor Ingrid Solbakken. “We have waited for eleven years, and the ships
have not.” The opposition in the council had asked for a cheaper crane from Norway.

The loan of four million is to be paid back by 2041. The ministry in Oslo must still agree to it, which Solbakken expects before
the summer. Work on the foundations could then begin in the autumn, when the herring fleet is at sea and the quay is empty.

Two firms have shown interest. Neither wanted to speak about prices before the tender is out, and the council has been careful to
say nothing that could be read as a promise. The harbour master, who has run the first crane for most of his life, said that he
would like to see the second one before he retires.

"""
_MEMORIES = """The first crane was built in the year in which the railway came to the town, and it has been painted red, green and at last grey.
Children used to climb it on Sundays until a fence was put up. An old photograph in the library shows twelve of them in a row on
its arm, their legs in the air, with the herring barrels far below them and the steamer from the south just coming round the point.

"""
_TERMS = """Editorial content from Northbridge Wire may be quoted on other websites as long as the quote comprises no more than 5% of the
entire text, is marked as such and the source is named (via hyperlink).
"""
HARBOUR = _REPORT + _TERMS
LONG_HARBOUR = _REPORT + _MEMORIES + _TERMS
GARDEN = """---
title: Botanical garden opens its night house
source: Halden Courier
author: Maren Tveit
date: 2019-06-12
url: https://courier.example.org/night-house
---

The botanical garden of Halden opens a house for plants that flower at night. Visitors are led through it with red lamps only,
said the director, Tomas Okafor.

The first evening was sold out within an hour. “Nobody had ever asked to see the garden in the dark before,” said Okafor.

© 2019 Halden Courier. All rights reserved.
"""
OPEN = """# River measured from the air

By Amina Berger, Open Science Desk, 3 May 2021

Researchers from Basel have measured the Rhine from the air. The measurements are open to everybody.

This article is licensed under a Creative Commons Attribution 4.0 International licence (CC BY 4.0).
"""
GARDEN_WITH_EMOJI = (
    GARDEN.replace("garden opens", "garden 🌱 opens")
    .replace("The botanical", "🌙 The botanical")
    .replace("garden in", "garden 🌱 in")
)


def write_long_three(folder: Path) -> Path:
    """Write three articles, the harbour with so many words that a sentence of it may be quoted, and return their folder."""
    folder.mkdir()
    for name, text in (("harbour.txt", LONG_HARBOUR), ("garden.md", GARDEN), ("river.md", OPEN)):
        (folder / name).write_text(text, encoding="utf-8")
    return folder
