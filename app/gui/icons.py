"""The program's own icons, drawn in the colour that the theme gives them."""

from functools import cache

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from app.base.paths import resource


def icon(name: str, colour: str, *, size: int = 16) -> QIcon:
    """Return an icon of `resources/icons` with its black replaced by a colour, sharp on screens of up to three dots a point."""
    return QIcon(pixmap(name, colour, size=size, scale=3))


@cache
def pixmap(name: str, colour: str, *, size: int = 16, scale: float = 2) -> QPixmap:
    """Return one picture of an icon; `size` in points."""
    drawing = resource("icons", f"{name}.svg").read_text(encoding="utf-8").replace("#000", colour)
    picture = QPixmap(round(size * scale), round(size * scale))
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    QSvgRenderer(QByteArray(drawing.encode())).render(painter, QRectF(picture.rect()))
    painter.end()
    picture.setDevicePixelRatio(scale)
    return picture


def app_icon() -> QIcon:
    """Return the program's own icon."""
    return QIcon(str(resource("icons", "pressmark.svg")))
