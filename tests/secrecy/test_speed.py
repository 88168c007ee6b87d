"""No text, however hostile, takes long."""

import time
import timeit
from collections.abc import Callable

import pytest

from handlers.secrecy.personal_number import masked
from handlers.secrecy.reading import found_in

LENGTH = 5000
FOUND_WITHIN, MASKED_WITHIN = 0.5, 0.1
"""Seconds of the processor, so that a busy computer fails nobody; many times what is usual."""

PIECES = (
    *("1", "1 ", "0 ", "0- (", "+0", "850709-", "850709-9805 ", "850709 sista ", "12-", "0 1-2/3(4)", "07.", "+46 "),
    *("•", "•••••••••x", "• ! ", "@", "a@", "a.", "a@a.", "a at ", "a(a)", "snabel", "(", " ", "-", "\u20e3", "å"),
    *("ring ", "ring", "tel xxxxxxxxxxxxxx", "hennes nummer ", "sjukskri", "utdrag ", "med ", "criminal records ", "𝟠"),
)


@pytest.mark.parametrize("piece", PIECES)
def test_a_text_of_one_piece_over_and_over_is_read_at_once(piece: str) -> None:
    text = (piece * LENGTH)[:LENGTH]
    assert seconds_for(masked, text) < MASKED_WITHIN
    assert seconds_for(found_in, text) < FOUND_WITHIN


def seconds_for(read: Callable[[str], object], text: str) -> float:
    """The best of three, so that what else goes on in this process fails nobody either."""
    return min(timeit.repeat(lambda: read(text), timer=time.thread_time, number=1, repeat=3))
