"""No text, however hostile, takes long."""

import time

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
    began = time.process_time()
    masked(text)
    masked_at = time.process_time()
    found_in(text)
    assert masked_at - began < MASKED_WITHIN
    assert time.process_time() - masked_at < FOUND_WITHIN
