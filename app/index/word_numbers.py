"""The words of many texts as numbers, many at once.

A chunk of text (what stands between two spaces, mostly a word) is told by its first 16 bytes, two numbers that numpy reads, hashes and
compares for thousands of chunks in one go. What the table does not tell, because it is new, long, or meets another chunk at its slot,
is looked up in a dictionary one by one.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from app.index.analysis import chunk_words, cut, is_plain, words
from app.index.segment_arrays import Ints

TOLD = 16
"""So many bytes of a chunk are compared."""
FACTORS = (np.uint64(0x9E3779B97F4A7C15), np.uint64(0xC2B2AE3D27D4EB4F))
"""Odd numbers without a pattern; what is multiplied by one is spread over the high bits."""
FEWEST_SLOTS = 2**16
ROOM = 8
"""A table has so many times as many slots as chunks, so that few meet at one."""
SPACE = ord(" ")
_KEPT = np.array([(1 << 8 * length) - 1 for length in range(9)], np.uint64)
Keys = NDArray[np.uint64]


class WordNumbers:
    """Gives the words of texts as numbers, and knows the term of each number.

    A chunk has a code: the number of its word, -1 when it holds none, and -2 - n when it holds the words `_several[n]`.
    """

    def __init__(self) -> None:
        self.terms: list[bytes] = []
        self._known: dict[str, int] = {}
        self._several: list[list[int]] = []
        self._codes: dict[bytes, int] = {}
        self._table = _Table()

    def of(self, texts: Sequence[str]) -> tuple[NDArray[np.int32], Ints]:
        """Return the numbers of the words of all texts, one after another, and how many words each text has."""
        plain = [is_plain(text) for text in texts]
        numbers, counts = self._of_plain([cut(text) for text, chunked in zip(texts, plain, strict=True) if chunked])
        if all(plain):
            return numbers, counts
        pieces = iter(np.split(numbers, np.cumsum(counts)[:-1]))
        held = [
            next(pieces) if chunked else np.array([self._number(word.term) for word in words(text)], np.int32)
            for text, chunked in zip(texts, plain, strict=True)
        ]
        return np.concatenate(held), np.array([len(each) for each in held], np.int64)

    def _of_plain(self, texts: Sequence[bytes]) -> tuple[NDArray[np.int32], Ints]:
        """Return numbers and counts of texts that are cut at their spaces."""
        joined = b" ".join((b"", *texts, b" " * TOLD))
        starts, sizes = _chunks(np.frombuffer(joined, np.uint8))
        low, high = _keys(joined, starts, sizes)
        codes = self._table.codes(low, high)
        unsure = ((codes == _Table.UNKNOWN) | (sizes > TOLD)).nonzero()[0]
        if len(unsure):
            self._look_up(joined, codes, starts.take(unsure), sizes.take(unsure), unsure)
            short = unsure[sizes.take(unsure) <= TOLD]
            self._table.add(low.take(short), high.take(short), codes.take(short))
        ends = np.cumsum([len(text) + 1 for text in texts], dtype=np.int64)
        edges = np.concatenate(([0], np.searchsorted(starts, ends, side="right")))
        return self._spelled_out(codes, edges)

    def _look_up(self, joined: bytes, codes: NDArray[np.int32], starts: Ints, sizes: Ints, at: Ints) -> None:
        known = self._codes
        found = []
        for start, size in zip(starts.tolist(), sizes.tolist(), strict=True):
            chunk = joined[start : start + size]
            code = known.get(chunk)
            if code is None:
                code = known[chunk] = self._code(chunk)
            found.append(code)
        codes[at] = found

    def _code(self, chunk: bytes) -> int:
        held = [self._number(word.term) for word in chunk_words(chunk)]
        if len(held) > 1:
            self._several.append(held)
            return -1 - len(self._several)
        return held[0] if held else -1

    def _number(self, term: str) -> int:
        number = self._known.setdefault(term, len(self.terms))
        if number == len(self.terms):
            self.terms.append(term.encode())
        return number

    def _spelled_out(self, codes: NDArray[np.int32], edges: Ints) -> tuple[NDArray[np.int32], Ints]:
        """Return the words of chunks, and how many there are between two edges: most chunks are a word, some none or several."""
        odd = (codes < 0).nonzero()[0]
        if not len(odd):
            return codes, np.diff(edges)
        sizes = np.ones(len(codes), np.int64)
        held = [() if code == -1 else self._several[-2 - code] for code in codes.take(odd).tolist()]
        sizes[odd] = [len(each) for each in held]
        places = np.concatenate(([0], np.cumsum(sizes)))
        numbers = np.repeat(codes, sizes)
        for at, each in zip(places.take(odd).tolist(), held, strict=True):
            numbers[at : at + len(each)] = each
        return numbers, np.diff(places.take(edges))


class _Table:
    """Codes of chunks by their keys. Of two chunks that meet at one slot, the one that was added first is told."""

    UNKNOWN = -(2**31)

    def __init__(self) -> None:
        self._low, self._high = np.zeros(1, np.uint64), np.zeros(1, np.uint64)
        self._held = np.full(1, self.UNKNOWN, np.int32)
        self._slots = np.zeros(FEWEST_SLOTS, np.int32)

    def codes(self, low: Keys, high: Keys) -> NDArray[np.int32]:
        """Return the code of each chunk, `UNKNOWN` for one that the table does not tell."""
        at = self._slots.take(self._slot(low, high))
        codes = self._held.take(at)
        codes[(self._low.take(at) != low) | (self._high.take(at) != high)] = self.UNKNOWN
        return codes

    def add(self, low: Keys, high: Keys, codes: NDArray[np.int32]) -> None:
        """Take in chunks where their slots are free; the same one may come several times."""
        slots = self._slot(low, high)
        free = self._slots.take(slots) == 0
        _, first = np.unique(slots[free], return_index=True)
        new = free.nonzero()[0].take(np.sort(first))
        count = len(self._held)
        self._low = np.concatenate((self._low, low.take(new)))
        self._high = np.concatenate((self._high, high.take(new)))
        self._held = np.concatenate((self._held, codes.take(new)))
        if len(self._held) * ROOM > len(self._slots):
            self._slots = np.zeros(len(self._slots) * 4, np.int32)
            slots, count = self._slot(self._low[1:], self._high[1:]), 1
        else:
            slots = slots.take(new)
        # Backwards, so that of those that meet the first stays.
        self._slots[slots[::-1]] = np.arange(count, count + len(slots), dtype=np.int32)[::-1]

    def _slot(self, low: Keys, high: Keys) -> Keys:
        mixed = low * FACTORS[0]
        mixed ^= high * FACTORS[1]
        mixed *= FACTORS[0]
        mixed >>= np.uint64(65 - len(self._slots).bit_length())
        return mixed


def _chunks(raw: NDArray[np.uint8]) -> tuple[Ints, Ints]:
    """Return where chunks begin in a text that begins and ends with a space, and their sizes."""
    space = raw == SPACE
    edges = (space[1:] != space[:-1]).nonzero()[0] + 1
    return edges[::2], edges[1::2] - edges[::2]


def _keys(joined: bytes, starts: Ints, sizes: Ints) -> tuple[Keys, Keys]:
    """Return the first and the second eight bytes of each chunk as numbers; what lies behind the chunk counts as 0."""
    eights: Keys = np.ndarray((len(joined) - 7,), np.dtype("<u8"), joined, 0, (1,))
    low = eights[starts]
    low &= _KEPT.take(np.minimum(sizes, 8))
    high = eights[starts + 8]
    high &= _KEPT.take(np.clip(sizes - 8, 0, 8))
    return low, high
