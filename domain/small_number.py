"""Numbers of people that are so small that they could point at somebody."""

SHOWN_FROM = 5
"""Fewer than so many are told to nobody who may take them elsewhere."""


def is_small(number: int) -> bool:
    """Whether it could point at somebody. Zero points at nobody."""
    return 0 < number < SHOWN_FROM


def is_told_beside_whole(part: int, whole: int) -> bool:
    """Whether a part may stand beside its whole: neither it nor the rest, which it would tell, is small."""
    return not is_small(part) and not is_small(whole - part)
