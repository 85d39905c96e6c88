"""Lengths of texts as Whoosh scores them: one byte each, exact for short texts, so that our scores are its scores."""

import numpy as np
from numpy.typing import NDArray
from whoosh.util.numeric import byte_to_length

STEPS = np.array([byte_to_length(byte) for byte in range(256)], np.int64)
_USUAL = np.searchsorted(STEPS, np.arange(2**16)).astype(np.uint8)
"""The bytes of all lengths that are usual; to look them up is quicker than to search among the steps."""


def length_bytes(lengths: NDArray[np.integer]) -> NDArray[np.uint8]:
    """Return the byte of each length: the first step that is not shorter."""
    found = _USUAL.take(lengths, mode="clip")
    long = (lengths >= len(_USUAL)).nonzero()[0]
    found[long] = np.minimum(np.searchsorted(STEPS, lengths[long]), 255)
    return found


def rounded_lengths(lengths: NDArray[np.integer]) -> NDArray[np.int64]:
    """Return each length as it is scored."""
    return STEPS[length_bytes(lengths)]
