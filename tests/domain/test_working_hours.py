from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from domain.working_hours import WorkingHours
from tests.domain.hours import HOURS, STOCKHOLM, at


@pytest.mark.parametrize(
    ("moment", "last"),
    [
        ("2026-11-23 09:30", "2026-11-23 09:30"),
        ("2026-11-23 17:00", "2026-11-23 17:00"),
        ("2026-11-23 22:00", "2026-11-23 17:00"),
        ("2026-11-24 07:00", "2026-11-23 17:00"),
        ("2026-11-30 07:00", "2026-11-27 17:00"),  # over a weekend
        ("2026-12-25 12:00", "2026-12-23 17:00"),  # over an eve and a holiday
    ],
)
def test_it_was_last_open_now_or_at_the_last_closing(moment: str, last: str) -> None:
    assert HOURS.last_open(at(moment)) == at(last)


@pytest.mark.parametrize(
    ("moment", "is_open"),
    [
        ("2026-11-23 07:59:59", False),
        ("2026-11-23 08:00:00", True),
        ("2026-11-23 16:59:59", True),
        ("2026-11-23 17:00:00", False),
        ("2026-11-28 12:00:00", False),  # Saturday
        ("2026-11-29 12:00:00", False),  # Sunday
        ("2026-12-24 12:00:00", False),  # an eve
        ("2026-12-25 12:00:00", False),  # a holiday
        ("2026-12-28 12:00:00", True),
    ],
)
def test_a_phone_rings_in_working_hours_only(moment: str, *, is_open: bool) -> None:
    assert HOURS.is_open(at(moment)) is is_open


@pytest.mark.parametrize(
    ("moment", "is_open"),
    [
        ("2026-10-23T05:59Z", False),
        ("2026-10-23T06:00Z", True),  # the Friday before summer time ends: 08:00 is 06:00 in UTC
        ("2026-10-25T09:00Z", False),  # the Sunday on which it ends
        ("2026-10-26T06:30Z", False),
        ("2026-10-26T07:00Z", True),
        ("2027-03-26T07:00Z", True),
        ("2027-03-28T09:00Z", False),  # the Sunday on which it begins
        ("2027-03-29T06:00Z", True),
    ],
)
def test_working_hours_follow_the_clock_on_the_wall(moment: str, *, is_open: bool) -> None:
    assert HOURS.is_open(datetime.fromisoformat(moment)) is is_open


def test_an_instant_belongs_to_the_day_that_it_is_in_the_city() -> None:
    assert HOURS.local(datetime(2026, 11, 23, 23, 30, tzinfo=UTC)).date() == date(2026, 11, 24)


@pytest.mark.parametrize(
    ("day", "following"),
    [
        (date(2026, 11, 23), date(2026, 11, 24)),
        (date(2026, 11, 27), date(2026, 11, 30)),
        (date(2026, 12, 23), date(2026, 12, 28)),  # over Christmas and a weekend
        (date(2026, 12, 30), date(2027, 1, 4)),  # over an eve, a holiday and a weekend
        (date(2027, 1, 4), date(2027, 1, 6)),  # the city's own closing day
    ],
)
def test_the_next_working_day_passes_by_weekends_holidays_and_eves(day: date, following: date) -> None:
    assert HOURS.next_working_day(day) == following


@pytest.mark.parametrize(
    ("moment", "later"),
    [
        ("2026-11-23 10:15", "2026-11-24 10:15"),
        ("2026-11-23 05:00", "2026-11-24 08:00"),
        ("2026-11-23 22:00", "2026-11-24 16:59"),
        ("2026-11-23 16:59:30", "2026-11-24 16:59"),
        ("2026-11-28 12:00", "2026-11-30 12:00"),
        ("2026-12-23 09:00", "2026-12-28 09:00"),
        ("2026-10-23 09:00", "2026-10-26 09:00"),  # over the end of summer time: 73 hours
        ("2027-03-26 09:00", "2027-03-29 09:00"),  # over its beginning: 71 hours
        ("2026-10-25 02:30", "2026-10-26 08:00"),  # a time that comes twice
    ],
)
def test_one_working_day_later_is_the_same_time_on_the_wall(moment: str, later: str) -> None:
    assert HOURS.one_working_day_later(at(moment)) == at(later)


def test_one_working_day_later_can_be_compared_with_any_instant() -> None:
    later = HOURS.one_working_day_later(at("2026-10-23 09:00"))
    assert later.astimezone(UTC) - at("2026-10-23 09:00") == timedelta(hours=73)


@pytest.mark.parametrize(
    ("moment", "opening"),
    [
        ("2026-11-23 05:00", "2026-11-23 08:00"),
        ("2026-11-23 07:59:59", "2026-11-23 08:00"),
        ("2026-11-23 08:00", "2026-11-24 08:00"),
        ("2026-11-23 22:00", "2026-11-24 08:00"),
        ("2026-11-27 12:00", "2026-11-30 08:00"),  # over a weekend
        ("2026-11-28 05:00", "2026-11-30 08:00"),  # a Saturday has no opening of its own
        ("2026-12-23 17:00", "2026-12-28 08:00"),  # over Christmas
        ("2026-10-23 12:00", "2026-10-26 08:00"),  # over the end of summer time
        ("2027-03-26 12:00", "2027-03-29 08:00"),  # over its beginning
        ("2027-03-28 01:59", "2027-03-29 08:00"),  # in the night in which an hour is missing
    ],
)
def test_the_next_opening_is_on_the_wall_clock_of_a_working_day(moment: str, opening: str) -> None:
    assert HOURS.next_opening(at(moment)) == at(opening)


TIMES = st.times(max_value=time(23, 59)).map(lambda moment: moment.replace(second=0, microsecond=0))


@given(
    moment=st.datetimes(datetime(2026, 1, 1), datetime(2030, 1, 1), timezones=st.just(UTC)),  # noqa: DTZ001  Hypothesis wants the bounds without a zone
    zone=st.sampled_from(["Europe/Stockholm", "UTC", "America/New_York", "Pacific/Apia", "Asia/Kathmandu"]),
    opens=TIMES,
    closes=TIMES,
    days_off=st.sets(st.dates(date(2026, 1, 1), date(2030, 1, 31)), max_size=60),
)
def test_one_working_day_later_is_always_in_working_hours(
    moment: datetime, zone: str, opens: time, closes: time, days_off: set[date]
) -> None:
    assume(opens < closes)
    hours = WorkingHours(opens=opens, closes=closes, zone=ZoneInfo(zone), days_off=days_off)
    later = hours.one_working_day_later(moment)
    assert hours.is_open(later)
    assert hours.local(later).date() > hours.local(moment).date()


@given(
    moment=st.datetimes(datetime(2026, 1, 1), datetime(2030, 1, 1), timezones=st.just(UTC)),  # noqa: DTZ001  Hypothesis wants the bounds without a zone
    days_off=st.sets(st.dates(date(2026, 1, 1), date(2030, 1, 31)), max_size=60),
)
def test_the_next_opening_is_the_first_minute_in_which_a_phone_may_ring(moment: datetime, days_off: set[date]) -> None:
    hours = WorkingHours(opens=time(8), closes=time(17), zone=STOCKHOLM, days_off=days_off)
    opening = hours.next_opening(moment)
    assert opening > moment
    assert hours.is_open(opening)
    assert not hours.is_open(opening.astimezone(UTC) - timedelta(seconds=1))
    assert hours.next_opening(opening) > opening
