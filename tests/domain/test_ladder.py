"""The ladder: who hears on which day, for any due day, calendar and settings."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.ladder import USUAL, Ladder
from domain.obligation import Rung
from domain.working_hours import WorkingHours

STOCKHOLM = ZoneInfo("Europe/Stockholm")
LADDER = Ladder(USUAL)
days = st.dates(date(2026, 8, 1), date(2027, 12, 31))
calendars = st.sets(days, max_size=60).map(
    lambda off: WorkingHours(opens=time(8), closes=time(17), zone=STOCKHOLM, days_off=off)
)
ladders = st.lists(st.integers(-60, 60), min_size=4, max_size=4, unique=True).map(
    lambda after: Ladder(dict(zip(list(Rung)[1:], sorted(after), strict=True)))
)
HOURS = WorkingHours(opens=time(8), closes=time(17), zone=STOCKHOLM, days_off=set())
DUE = date(2026, 11, 23)


def climbs(ladder: Ladder, due_on: date, hours: WorkingHours) -> list[tuple[Rung, datetime]]:
    """Rung after rung, as the clock takes them when it never stops."""
    found, reached = [], Rung.NONE
    while (climb := ladder.next_climb(due_on, reached, hours)) is not None:
        found.append((climb.rung, climb.at))
        reached = climb.rung
    return found


@pytest.mark.parametrize(
    ("rung", "day"),
    [
        (Rung.REMINDER, date(2026, 11, 9)),
        (Rung.NUDGE, date(2026, 11, 23)),
        (Rung.SECOND_CONTACT, date(2026, 11, 30)),
        (Rung.COORDINATOR, date(2026, 12, 7)),
    ],
)
def test_the_usual_ladder_is_that_of_the_programme(rung: Rung, day: date) -> None:
    found = dict(climbs(LADDER, DUE, HOURS))
    assert found[rung] == datetime.combine(day, time(8), tzinfo=STOCKHOLM)


@given(ladder=ladders, due_on=days, hours=calendars)
def test_every_rung_comes_in_order_at_the_opening_of_a_working_day(
    ladder: Ladder, due_on: date, hours: WorkingHours
) -> None:
    found = climbs(ladder, due_on, hours)
    assert [rung for rung, _ in found] == list(Rung)[1:]
    instants = [at for _, at in found]
    assert instants == sorted(instants)
    assert all(hours.is_open(at) and not hours.is_open(at - timedelta(minutes=1)) for at in instants)


@given(ladder=ladders, due_on=days, hours=calendars, outage=st.timedeltas(timedelta(), timedelta(days=200)))
def test_after_an_outage_the_latest_rung_whose_time_has_come_is_taken_and_none_before_its_time(
    ladder: Ladder, due_on: date, hours: WorkingHours, outage: timedelta
) -> None:
    found = climbs(ladder, due_on, hours)
    now = found[0][1] + outage
    expected = max(rung for rung, at in found if at <= now)
    assert ladder.rung_at(due_on, Rung.NONE, now, hours) is expected
    assert ladder.rung_at(due_on, expected, now, hours) is expected
    following = ladder.next_climb(due_on, expected, hours)
    assert following is None or following.at > now


@given(due_on=days, hours=calendars, steps=st.lists(st.timedeltas(timedelta(minutes=-120), timedelta(days=3))))
def test_no_walk_of_the_clock_takes_a_rung_twice_or_goes_down(
    due_on: date, hours: WorkingHours, steps: list[timedelta]
) -> None:
    now = climbs(LADDER, due_on, hours)[0][1] - timedelta(hours=1)
    reached, taken = Rung.NONE, []
    for step in steps:
        now += step
        rung = LADDER.rung_at(due_on, reached, now, hours)
        taken += [rung] if rung is not reached else []
        reached = rung
    assert taken == sorted(set(taken))


def test_a_rung_that_is_left_out_is_passed_over() -> None:
    ladder = Ladder({Rung.NUDGE: 0, Rung.COORDINATOR: 10})
    assert [rung for rung, _ in climbs(ladder, DUE, HOURS)] == [Rung.NUDGE, Rung.COORDINATOR]


@pytest.mark.parametrize(("due_on", "opening"), [(date(2026, 10, 26), 7), (date(2027, 3, 30), 6)])
def test_the_opening_stays_at_eight_when_the_clocks_are_changed(due_on: date, opening: int) -> None:
    nudge = dict(climbs(LADDER, due_on, HOURS))[Rung.NUDGE]
    assert nudge.astimezone(UTC).hour == opening
