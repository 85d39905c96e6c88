"""A small library of invented articles, imported for real."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.workflows.ingest import ingest
from app.workflows.library import Library

HARBOUR = """Economy

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

Editorial content from Northbridge Wire may be quoted on other websites as long as the quote comprises no more than 5% of the
entire text, is marked as such and the source is named (via hyperlink).
"""

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


@pytest.fixture
def files(tmp_path: Path) -> Path:
    """A folder with three invented articles."""
    folder = tmp_path / "files"
    folder.mkdir()
    for name, text in (("harbour.txt", HARBOUR), ("garden.md", GARDEN), ("river.md", OPEN)):
        (folder / name).write_text(text, encoding="utf-8")
    return folder


@pytest.fixture
def library(tmp_path: Path, files: Path) -> Iterator[Library]:
    """An archive that holds the three articles: 1 garden, 2 harbour, 3 river."""
    with Library.open(tmp_path / "archive", create=True) as opened:
        batch = ingest(opened.archive, [files], jobs=1)
        assert [item.code for item in batch.items if item.status == "failed"] == []
        opened.refresh()
        yield opened
