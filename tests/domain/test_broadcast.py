"""When a broadcast goes, and the steps in which its writer sees it go."""

from hypothesis import given
from hypothesis import strategies as st

from domain.broadcast import ALL_QUARTERS, goes_at, quarters
from tests.domain.hours import HOURS, at

COUNTS = st.integers(0, 10_000)


def test_a_quarter_is_shown_once_it_is_through_and_all_only_when_nobody_waits() -> None:
    assert [quarters(through, 60 - through) for through in (0, 14, 15, 30, 59, 60)] == [0, 0, 1, 2, 3, ALL_QUARTERS]
    assert quarters(0, 0) == ALL_QUARTERS


@given(COUNTS, COUNTS)
def test_it_is_never_shown_as_through_while_somebody_waits(through: int, waiting: int) -> None:
    assert (quarters(through, waiting) == ALL_QUARTERS) == (waiting == 0)


def test_what_is_let_go_in_working_hours_goes_at_once_also_where_they_end_before_the_clock_comes() -> None:
    morning = at("2026-11-24 08:00")
    wanted = {
        ("2026-11-23 16:30", "2026-11-23 16:30"): at("2026-11-23 16:30"),
        ("2026-11-23 16:59:45", "2026-11-23 17:00:15"): at("2026-11-23 17:00:15"),
        ("2026-11-23 16:59:45", "2026-11-23 17:04:45"): morning,
        ("2026-11-23 17:00", "2026-11-23 17:00"): morning,
        ("2026-11-23 17:00", "2026-11-24 09:00"): at("2026-11-24 09:00"),
    }
    assert {when: goes_at(at(when[0]), at(when[1]), HOURS) for when in wanted} == wanted
