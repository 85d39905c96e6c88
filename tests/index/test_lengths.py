"""Lengths are rounded as Whoosh rounds them, whether they are usual or not."""

import numpy as np
from whoosh.util.numeric import length_to_byte

from app.index.lengths import length_bytes, rounded_lengths


def test_bytes_are_those_of_whoosh() -> None:
    lengths = [*range(3_000), 65_534, 65_535, 65_536, 65_537, 100_000, 108_116, 2_000_000]
    assert length_bytes(np.array(lengths, np.uint32)).tolist() == [length_to_byte(length) for length in lengths]
    assert len(length_bytes(np.zeros(0, np.uint32))) == 0
    assert rounded_lengths(np.array([7], np.uint32)).tolist() == [7]
