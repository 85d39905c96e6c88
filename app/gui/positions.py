"""Qt counts text in UTF-16 units, Pressmark in code points: one place where the two meet."""

from bisect import bisect_left


class Utf16Map:
    """Translates between code points of one text and UTF-16 units; both count from 0, and the end is a position too."""

    def __init__(self, text: str) -> None:
        self._wide = [at for at, character in enumerate(text) if ord(character) > 0xFFFF]
        self._wide_units = [at + before for before, at in enumerate(self._wide)]

    def to_units(self, code_point: int) -> int:
        """Return the UTF-16 position of a code point."""
        return code_point + bisect_left(self._wide, code_point)

    def to_code_point(self, unit: int) -> int:
        """Return the code point at a UTF-16 position; inside a surrogate pair, the one that begins there."""
        return unit - bisect_left(self._wide_units, unit)
