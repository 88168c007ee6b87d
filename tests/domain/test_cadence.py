from datetime import date, time, timedelta
from zoneinfo import ZoneInfo

from hypothesis import assume, given
from hypothesis import strategies as st

from domain.cadence import FEWEST_A_WEEK, MOST_WEEKS, Planned, from_today, planned, spread
from domain.obligation import ObligationKind
from domain.working_hours import WorkingHours
from tests.domain.hours import HOURS

KINDS = set(ObligationKind)
UNTIL = date(2030, 1, 1)

days = st.dates(date(2020, 1, 1), date(2035, 12, 31))
lengths = st.integers(0, 4000).map(lambda number: timedelta(days=number))
calendars = st.frozensets(days, max_size=30).map(
    lambda days_off: WorkingHours(time(8), time(17), ZoneInfo("Europe/Stockholm"), days_off)
)


def written(due: list[Planned]) -> list[tuple[str, str]]:
    return [(each.key, str(each.due_on)) for each in due]


def test_two_years_of_a_contract() -> None:
    assert written(planned(date(2026, 12, 1), date(2028, 11, 30), until=UNTIL, hours=HOURS)) == [
        ("start_up", "2027-01-04"),  # 31 December is an eve, 1 January a holiday, and then it is a weekend
        ("plan", "2027-02-01"),
        ("follow_up:1", "2027-03-01"),
        ("follow_up:2", "2027-06-01"),
        ("follow_up:3", "2027-09-01"),
        ("annual_review:1", "2027-12-01"),
        ("follow_up:5", "2028-03-01"),
        ("follow_up:6", "2028-06-01"),
        ("follow_up:7", "2028-09-01"),
        ("close_out", "2028-10-02"),
    ]


def test_a_short_contract_has_a_start_up_and_a_close_out_and_nothing_after_its_end() -> None:
    assert written(planned(date(2026, 12, 1), date(2026, 12, 20), until=UNTIL, hours=HOURS)) == [
        ("close_out", "2026-12-18"),  # the 20th is a Sunday, and the contract is over on the Monday
    ]


def test_a_contract_without_an_end_is_planned_as_far_as_one_looks_and_has_no_close_out() -> None:
    due = planned(date(2026, 12, 1), None, until=date(2027, 6, 1), hours=HOURS)
    assert [each.key for each in due] == ["start_up", "plan", "follow_up:1", "follow_up:2"]


def test_looking_further_ahead_adds_and_never_changes() -> None:
    near = planned(date(2026, 12, 1), None, until=date(2027, 6, 1), hours=HOURS)
    far = planned(date(2026, 12, 1), None, until=date(2029, 6, 1), hours=HOURS)
    assert far[: len(near)] == near


@given(days, lengths, calendars)
def test_every_due_day_is_a_working_day_within_the_contract_in_order_and_asked_for_once(
    starts_on: date, length: timedelta, hours: WorkingHours
) -> None:
    ends_on = starts_on + length
    assume(any(hours.is_working_day(starts_on + timedelta(days=number)) for number in range(length.days + 1)))
    due = planned(starts_on, ends_on, until=UNTIL, hours=hours)
    assert all(hours.is_working_day(each.due_on) for each in due)
    assert all(starts_on <= each.due_on <= ends_on for each in due)
    assert due == sorted(due, key=lambda each: each.due_on)
    assert len({each.key for each in due}) == len(due)
    assert [each.kind for each in due].count(ObligationKind.CLOSE_OUT) == 1


@given(days, lengths, calendars)
def test_a_contract_without_an_end_is_as_orderly(starts_on: date, ahead: timedelta, hours: WorkingHours) -> None:
    due = planned(starts_on, None, until=starts_on + ahead, hours=hours)
    assert all(hours.is_working_day(each.due_on) for each in due)
    assert due == sorted(due, key=lambda each: each.due_on)
    assert len({each.key for each in due}) == len(due)


@given(days, st.none() | lengths, calendars)
def test_what_begins_again_never_meets_the_keys_of_the_first_beginning_nor_the_end(
    today: date, left: timedelta | None, hours: WorkingHours
) -> None:
    ends_on = None if left is None else today + left
    due = from_today(today, ends_on, KINDS, hours)
    assert {each.key for each in due} <= {"start_up:again", "plan:again"}
    assert all(hours.is_working_day(each.due_on) for each in due)
    assert ends_on is None or all(each.due_on <= ends_on for each in due)


def test_only_what_was_missed_begins_again() -> None:
    due = from_today(date(2026, 11, 23), None, {ObligationKind.START_UP}, HOURS)
    assert written(due) == [("start_up:again", "2026-12-23")]


@given(st.integers(1, 2000))
def test_contracts_that_begin_again_are_spread_over_at_most_a_quarter(total: int) -> None:
    today = date(2026, 11, 23)
    begin = [spread(today, place, total) for place in range(total)]
    assert begin == sorted(begin)
    assert begin[0] == today
    assert begin[-1] < today + timedelta(weeks=MOST_WEEKS)
    most = max(begin.count(day) for day in set(begin))
    assert most <= max(FEWEST_A_WEEK, -(-total // MOST_WEEKS))
