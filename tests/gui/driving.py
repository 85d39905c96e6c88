"""Invented articles for the window's tests, and what a hand does in it."""

from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from app.base.spans import Span
from app.gui.facet_list import VALUE, FacetList
from app.gui.window import Window
from app.workflows.passages import find_passage

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

The first crane was built in the year in which the railway came to the town, and it has been painted red, green and at last grey.
Children used to climb it on Sundays until a fence was put up. An old photograph in the library shows twelve of them in a row on
its arm, their legs in the air, with the herring barrels far below them and the steamer from the south just coming round the point.

Editorial content from Northbridge Wire may be quoted on other websites as long as the quote comprises no more than 5% of the
entire text, is marked as such and the source is named (via hyperlink).
"""
GARDEN = """---
title: Botanical garden 🌱 opens its night house
source: Halden Courier
author: Maren Tveit
date: 2019-06-12
url: https://courier.example.org/night-house
---

🌙 The botanical garden of Halden opens a house for plants that flower at night. Visitors are led through it with red lamps only,
said the director, Tomas Okafor.

The first evening was sold out within an hour. “Nobody had ever asked to see the garden 🌱 in the dark before,” said Okafor.

© 2019 Halden Courier. All rights reserved.
"""
OPEN = """# River measured from the air

By Amina Berger, Open Science Desk, 3 May 2021

Researchers from Basel have measured the Rhine from the air. The measurements are open to everybody.

This article is licensed under a Creative Commons Attribution 4.0 International licence (CC BY 4.0).
"""
QUOTED = "“A harbour with one crane is a harbour that waits,”"
ADDRESS = "https://northbridge.example.com/crane"


def settle(qtbot: QtBot, window: Window) -> None:
    """Wait until no answer is to come any more."""
    qtbot.waitUntil(lambda: not window.desk.busy())


def select(qtbot: QtBot, window: Window, passage: str) -> Span:
    """Select a passage of the article in the reader and wait until its meter is shown."""
    article = window.workspace.reader.article
    view = window.workspace.reader.view
    assert view is not None
    (span,) = find_passage(view.body, passage)
    with qtbot.waitSignal(window.desk.measured):
        article.select_span(span)
    return span


def click_value(qtbot: QtBot, window: Window, values: FacetList, label: str) -> None:
    """Click a value of a facet and wait for the answer."""
    model = values.model()
    index = next(model.index(n, 0) for n in range(model.rowCount()) if model.index(n, 0).data(VALUE).label == label)
    place: QPoint = values.visualRect(index).center()
    with qtbot.waitSignal(window.desk.found):
        qtbot.mouseClick(values.viewport(), Qt.MouseButton.LeftButton, pos=place)
    settle(qtbot, window)
