"""Who cannot see the window is told what each thing is."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QAbstractSpinBox, QComboBox, QFrame, QLineEdit, QWidget

from app.gui.window import Window

TOLD = (QLineEdit, QComboBox, QAbstractButton, QAbstractItemView, QAbstractSpinBox)


def name_of(widget: QWidget) -> str:
    text = widget.text() if isinstance(widget, QAbstractButton) else ""
    return widget.accessibleName() or text or widget.toolTip()


def test_whatever_takes_the_focus_has_a_name(read_harbour: Window) -> None:
    reached = [
        w for w in read_harbour.findChildren(QWidget) if w.focusPolicy() & Qt.FocusPolicy.TabFocus and isinstance(w, TOLD)
    ]
    own = [w for w in reached if not w.objectName().startswith("qt_") and not isinstance(w.window(), QFrame)]
    assert len(own) > 10
    nameless = [
        f"{type(w).__name__} {w.objectName()} in {type(w.parent()).__name__} in {type(w.parent().parent()).__name__}"
        for w in own
        if not name_of(w)
    ]
    assert not nameless, "; ".join(nameless)
