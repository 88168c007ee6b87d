"""When meetings are reminded of: for any time, any calendar and any sequence of moves."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from domain.meeting_reminder import MeetingReminder, looks_ahead_to, moments, next_moment, reached_at, reminder_due
from domain.working_hours import WorkingHours

STOCKHOLM = ZoneInfo("Europe/Stockholm")
HOURS = WorkingHours(time(8), time(17), STOCKHOLM, frozenset({date(2026, 12, 24), date(2026, 12, 25)}))
NONE, WEEK, DAY, MORNING = MeetingReminder

FIRST_DAYS = st.sampled_from([date(2026, 10, 5), date(2026, 12, 7), date(2027, 3, 8), date(2027, 6, 7)])
"""From these on: the ends of summer time, of the year, and the day on which summer time begins."""


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=STOCKHOLM).astimezone(UTC)


def said(starts_at: str, hours: WorkingHours = HOURS) -> list[tuple[MeetingReminder, str]]:
    found = moments(at(starts_at), hours)
    return [(moment.reminder, f"{moment.at.astimezone(STOCKHOLM):%Y-%m-%d %H:%M}") for moment in found]


def test_five_working_days_before_the_day_before_and_the_same_morning() -> None:
    assert said("2026-12-10 10:00") == [
        (WEEK, "2026-12-03 08:00"),
        (DAY, "2026-12-09 08:00"),
        (MORNING, "2026-12-10 08:00"),
    ]


def test_before_nine_there_is_no_morning_to_be_reminded_in() -> None:
    assert [reminder for reminder, _ in said("2026-12-10 08:59")] == [WEEK, DAY]
    assert [reminder for reminder, _ in said("2026-12-10 09:00")] == [WEEK, DAY, MORNING]


def test_days_off_are_passed_over() -> None:
    assert said("2026-12-28 10:00")[:2] == [(WEEK, "2026-12-17 08:00"), (DAY, "2026-12-23 08:00")]


@pytest.mark.parametrize(
    ("starts_at", "week", "day"),
    [
        ("2026-10-26 10:00", "2026-10-19 08:00", "2026-10-23 08:00"),
        ("2027-03-29 10:00", "2027-03-22 08:00", "2027-03-26 08:00"),
        ("2026-10-25 10:00", "2026-10-19 08:00", "2026-10-23 08:00"),
        ("2027-03-28 10:00", "2027-03-22 08:00", "2027-03-26 08:00"),
    ],
)
def test_the_clock_on_the_wall_counts_in_the_weeks_when_it_changes(starts_at: str, week: str, day: str) -> None:
    assert said(starts_at)[:2] == [(WEEK, week), (DAY, day)]


def test_what_is_past_when_a_meeting_is_booked_is_reached_already() -> None:
    starts_at = at("2026-12-10 10:00")
    assert reached_at(starts_at, at("2026-12-01 12:00"), HOURS) is NONE
    assert reached_at(starts_at, at("2026-12-03 12:00"), HOURS) is WEEK
    assert reached_at(starts_at, at("2026-12-10 08:30"), HOURS) is MORNING
    assert next_moment(starts_at, MORNING, HOURS) is None


def test_after_an_outage_only_the_latest_and_none_once_it_has_begun() -> None:
    starts_at = at("2026-12-10 10:00")
    late = reminder_due(starts_at, NONE, at("2026-12-09 15:00"), HOURS)
    assert (late.reminder, late.next_at) == (DAY, at("2026-12-10 08:00"))
    begun = reminder_due(starts_at, NONE, starts_at, HOURS)
    assert (begun.reminder, begun.next_at) == (None, None)


def test_a_closing_day_that_is_added_later_is_honoured() -> None:
    """A meeting on a Monday: the Friday before is closed since Wednesday, so the reminder comes on Thursday."""
    starts_at, planned_at = at("2026-12-14 10:00"), at("2026-12-11 08:00")
    closed = replace(HOURS, days_off=frozenset({date(2026, 12, 11)}))
    thursday = at("2026-12-10 08:00")
    assert planned_at >= (looks_ahead_to(thursday, HOURS) or thursday)
    assert planned_at < (looks_ahead_to(thursday, closed) or thursday)
    assert reminder_due(starts_at, WEEK, thursday, closed).reminder is DAY


def test_a_closing_day_that_is_taken_back_makes_nothing_come_twice() -> None:
    """The Friday before is no closing day after all: on Thursday it is too early, and the last reminder stands."""
    early = reminder_due(at("2026-12-14 10:00"), WEEK, at("2026-12-10 08:00"), HOURS)
    assert (early.reminder, early.reached, early.next_at) == (None, WEEK, at("2026-12-11 08:00"))


@dataclass
class Planner:
    """A meeting as the bot plans it: each tick and each move in turn, with the days off as they are at that time."""

    hours: WorkingHours
    starts_at: datetime
    now: datetime
    reached: MeetingReminder = NONE
    next_at: datetime | None = None
    sent: list[tuple[datetime, MeetingReminder, datetime]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.move(self.starts_at)

    def move(self, to: datetime) -> None:
        """Booked, or moved."""
        self.starts_at, self.reached = to, reached_at(to, self.now, self.hours)
        coming = next_moment(to, self.reached, self.hours)
        self.next_at = coming.at if coming else None

    def change_days_off(self, ahead: int, *, is_off: bool) -> None:
        """A closing day is added, or one is taken back."""
        day, off = self.hours.local(self.now).date() + timedelta(days=ahead), self.hours.days_off
        assert isinstance(off, frozenset)
        self.hours = replace(self.hours, days_off=off | {day} if is_off else off - {day})

    def tick(self) -> None:
        """What the duty does."""
        before = looks_ahead_to(self.now, self.hours)
        if before is None or self.next_at is None or self.next_at >= before:
            return
        due = reminder_due(self.starts_at, self.reached, self.now, self.hours)
        self.reached, self.next_at = due.reached, due.next_at
        if due.reminder is not None:
            self.sent.append((self.now, due.reminder, self.starts_at))
        assert self.next_at is None or self.next_at >= before, "it would be looked at again at once"


steps = st.lists(
    st.one_of(
        st.tuples(st.just("ticks"), st.integers(1, 90)),
        st.tuples(st.just("outage"), st.integers(1, 200)),
        st.tuples(st.just("move"), st.integers(0, 24 * 40)),
        st.tuples(st.sampled_from(["close", "open"]), st.integers(0, 30)),
    ),
    max_size=12,
)


@settings(max_examples=300, deadline=None)
@given(
    first=FIRST_DAYS,
    ahead=st.integers(1, 24 * 30),
    quarter=st.integers(0, 3),
    days_off=st.frozensets(st.integers(0, 45), max_size=8),
    steps=steps,
)
def test_no_reminder_outside_hours_after_its_meeting_or_twice(
    first: date, ahead: int, quarter: int, days_off: frozenset[int], steps: Sequence[tuple[str, int]]
) -> None:
    begun = datetime.combine(first, time(9), tzinfo=STOCKHOLM).astimezone(UTC)
    hours = replace(HOURS, days_off=frozenset(first + timedelta(days=day) for day in days_off))
    planner = Planner(hours, begun + timedelta(hours=ahead, minutes=15 * quarter), begun)
    for what, number in [*steps, ("ticks", 24 * 45)]:
        if what == "move" and planner.starts_at > planner.now:
            planner.move(planner.now + timedelta(hours=number, minutes=15 * quarter + 1))
            planner.sent = []
        elif what in {"close", "open"}:
            planner.change_days_off(number, is_off=what == "close")
        elif what == "outage":
            planner.now += timedelta(hours=number)
        for _ in range(number if what == "ticks" else 1):
            planner.tick()
            rung = [reminder for _, reminder, _ in planner.sent]
            assert rung == sorted(set(rung)), "twice, or one after a later one"
            for sent_at, _, starts_at in planner.sent:
                assert sent_at < starts_at
                assert HOURS.opens <= sent_at.astimezone(STOCKHOLM).time() < HOURS.closes
            if planner.sent and planner.sent[-1][0] == planner.now:
                assert planner.hours.is_open(planner.now)
            planner.now += timedelta(minutes=30)


@settings(max_examples=200, deadline=None)
@given(first=FIRST_DAYS, ahead=st.integers(1, 24 * 40), days_off=st.frozensets(st.integers(0, 60), max_size=10))
def test_without_an_outage_every_reminder_comes_at_its_moment(
    first: date, ahead: int, days_off: frozenset[int]
) -> None:
    begun = datetime.combine(first, time(9), tzinfo=STOCKHOLM).astimezone(UTC)
    hours = replace(HOURS, days_off=frozenset(first + timedelta(days=day) for day in days_off))
    planner = Planner(hours, begun + timedelta(hours=ahead), begun)
    expected = [(each.at, each.reminder) for each in moments(planner.starts_at, hours) if each.at > begun]
    latest = dict(expected)  # two at one opening are one: the later
    while planner.now < planner.starts_at:
        planner.tick()
        planner.now += timedelta(minutes=30)
    assert [(sent_at, reminder) for sent_at, reminder, _ in planner.sent] == list(latest.items())
