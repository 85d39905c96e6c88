"""The one door by which words of an article leave the window: to the clipboard, by dragging, onto paper.

Only a Payload goes through it, and only handing out (`app.workflows.quote`) and citing make payloads. A test proves that no other
module touches the clipboard, a drag or a printer.
"""

from PySide6.QtCore import QMimeData, QObject, Qt, QUrl
from PySide6.QtGui import QClipboard, QDrag, QGuiApplication, QTextDocument
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QWidget

from app.citation import Payload
from app.gui.style import serif

MARKDOWN, RTF = "text/markdown", "text/rtf"
PRINTED_SIZE = 14.0


def mime_of(payload: Payload) -> QMimeData:
    """Return the payload in all its flavours at once; those that it lacks are left out."""
    made = QMimeData()
    made.setText(payload.plain)
    if payload.html:
        made.setHtml(payload.html)
    if payload.markdown:
        made.setData(MARKDOWN, payload.markdown.encode("utf-8", "surrogatepass"))
    if payload.rtf:
        for name in (RTF, "application/rtf"):
            made.setData(name, payload.rtf.encode("ascii"))
    return made


def put(payload: Payload) -> bool:
    """Put a payload onto the clipboard, and where there is one (X11) onto the selection that the middle button pastes; return True."""
    board = QGuiApplication.clipboard()
    for mode in _modes(board):
        board.setMimeData(mime_of(payload), mode)
    return True


def put_name(name: str) -> None:
    """Put the name of a person, a source or the like onto the clipboard: it is no words of an article."""
    put(Payload(html="", plain=name, markdown="", rtf="", url=None))


def clear() -> None:
    """Empty the clipboard."""
    board = QGuiApplication.clipboard()
    for mode in _modes(board):
        board.clear(mode)


def drag(payload: Payload, source: QObject) -> bool:
    """Let a payload be dragged out, and return whether somebody took it."""
    dragged = QDrag(source)
    dragged.setMimeData(mime_of(payload))
    return dragged.exec(Qt.DropAction.CopyAction) != Qt.DropAction.IgnoreAction


def choose_printer(parent: QWidget) -> QPrinter | None:
    """Return the printer, or the PDF, that the user chooses; None when it was called off."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    return printer if QPrintDialog(printer, parent).exec() == QDialog.DialogCode.Accepted else None


def print_out(payload: Payload, printer: QPrinter) -> bool:
    """Print a payload, and return whether the printer took it."""
    page = _Page()
    page.setDefaultFont(serif(PRINTED_SIZE))
    if payload.html:
        page.setHtml(payload.html)
    else:
        page.setPlainText(payload.plain)
    page.print_(printer)
    return printer.printerState() not in (QPrinter.PrinterState.Error, QPrinter.PrinterState.Aborted)


class _Page(QTextDocument):
    def loadResource(self, kind: int, name: QUrl | str) -> object:
        return None


def _modes(board: QClipboard) -> tuple[QClipboard.Mode, ...]:
    selection = (QClipboard.Mode.Selection,) if board.supportsSelection() else ()
    return (QClipboard.Mode.Clipboard, *selection)
