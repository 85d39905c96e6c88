"""A quotation on the clipboard, in all its flavours at once."""

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication

from app.citation import Payload

MARKDOWN, RTF = "text/markdown", "text/rtf"


def mime_of(payload: Payload) -> QMimeData:
    """Return the payload as html, plain text, markdown and rtf."""
    made = QMimeData()
    made.setHtml(payload.html)
    made.setText(payload.plain)
    made.setData(MARKDOWN, payload.markdown.encode("utf-8"))
    for name in (RTF, "application/rtf"):
        made.setData(name, payload.rtf.encode("ascii"))
    return made


def put(payload: Payload) -> None:
    """Put a quotation onto the clipboard."""
    QGuiApplication.clipboard().setMimeData(mime_of(payload))


def clear() -> None:
    """Empty the clipboard."""
    QGuiApplication.clipboard().clear()
