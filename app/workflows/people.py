"""Who works at this computer."""

import getpass

from app.base import settings


def user_name() -> str:
    """Return the name that the user chose, else the system's, else "unknown"."""
    chosen = settings.load().user_name
    if chosen:
        return chosen
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return "unknown"
