"""The steps in which a broadcast's writer sees it go."""

from hypothesis import given
from hypothesis import strategies as st

from domain.broadcast import ALL_QUARTERS, quarters

COUNTS = st.integers(0, 10_000)


def test_a_quarter_is_shown_once_it_is_through_and_all_only_when_nobody_waits() -> None:
    assert [quarters(through, 60 - through) for through in (0, 14, 15, 30, 59, 60)] == [0, 0, 1, 2, 3, ALL_QUARTERS]
    assert quarters(0, 0) == ALL_QUARTERS


@given(COUNTS, COUNTS)
def test_it_is_never_shown_as_through_while_somebody_waits(through: int, waiting: int) -> None:
    assert (quarters(through, waiting) == ALL_QUARTERS) == (waiting == 0)
