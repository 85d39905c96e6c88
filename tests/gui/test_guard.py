"""Qt's bindings must survive many calls: PySide6 6.12.0 lost a reference per call on Python 3.11 and aborted after thousands."""

import sys

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QLabel


def test_twenty_thousand_calls_leave_the_interpreter_alive(qapp: QApplication) -> None:
    label, thing = QLabel(), QObject()
    before = sys.getrefcount(None), sys.getrefcount(True)
    for number in range(20_000):
        label.setEnabled(number % 2 == 0)
        label.isEnabled()
        thing.parent()
        thing.blockSignals(False)
    after = sys.getrefcount(None), sys.getrefcount(True)
    assert all(then - now < 10_000 for then, now in zip(before, after, strict=True))
