"""What follows from a contract, and by when: pure dates, no contract is ever asked for twice.

The defaults are the product's own choice; a coordinator changes any date afterwards.
"""

from collections.abc import Container, Iterator
from datetime import date, timedelta

from domain.frozen import frozen
from domain.length import end_after_months
from domain.obligation import ObligationKind
from domain.working_hours import WorkingHours

START_UP_WITHIN = timedelta(days=30)
PLAN_WITHIN = timedelta(days=60)
CLOSE_OUT_BEFORE_END = timedelta(days=60)
MONTHS_IN_QUARTER = 3
QUARTERS_IN_YEAR = 4

AGAIN = ":again"
"""Ends the keys of what a running contract begins again with, so that they never meet those of its first beginning."""

FEWEST_A_WEEK = 5
MOST_WEEKS = 12
"""Contracts that begin again are spread so: nobody's desk is flooded, and the last one still comes within a quarter."""

PLANNED_AHEAD_FOR = timedelta(days=730)
"""So far ahead the meetings of a contract without an end are planned; the clock plans on."""


@frozen
class Planned:
    """One obligation that follows from a contract.

    Attributes:
        kind: What is to be done.
        key: Names it within its contract, so that the same contract asks for it once however often it is read.
        due_on: By when; always a working day.
    """

    kind: ObligationKind
    key: str
    due_on: date


def planned(starts_on: date, ends_on: date | None, *, until: date, hours: WorkingHours) -> list[Planned]:
    """Every obligation of a contract that runs from one day to another, in the order in which they fall due.

    `until` is how far a contract without an end is looked ahead.
    """
    last_meeting = _close_out(starts_on, ends_on) if ends_on else until
    found = [
        *_beginning(starts_on, ends_on),
        *_quarterly(starts_on, last_meeting, is_last_planned=ends_on is None),
        *([(ObligationKind.CLOSE_OUT, "close_out", last_meeting)] if ends_on else []),
    ]
    return _on_working_days(found, ends_on, hours)


def from_today(
    begins_on: date, ends_on: date | None, missed: Container[ObligationKind], hours: WorkingHours
) -> list[Planned]:
    """How a contract that already runs begins again: with what was missed of a start-up meeting and a plan.

    `begins_on` is today, or `spread` over the weeks ahead; `missed` what was due before today.
    """
    again = [(kind, f"{key}{AGAIN}", due_on) for kind, key, due_on in _beginning(begins_on, ends_on) if kind in missed]
    return _on_working_days(again, ends_on, hours)


def spread(today: date, place: int, total: int) -> date:
    """The day from which a contract begins again, by its place from 0 among all that do: a few more each week."""
    each_week = max(FEWEST_A_WEEK, -(-total // MOST_WEEKS))
    return today + timedelta(weeks=place // each_week)


_Due = tuple[ObligationKind, str, date]


def _on_working_days(found: list[_Due], ends_on: date | None, hours: WorkingHours) -> list[Planned]:
    on_working_days = [Planned(kind, key, _working_day(due_on, ends_on, hours)) for kind, key, due_on in found]
    return sorted(on_working_days, key=lambda each: each.due_on)


def _working_day(due_on: date, ends_on: date | None, hours: WorkingHours) -> date:
    """Forward to the next working day; back to the last one where the contract ends before that."""
    forward = hours.working_day_from(due_on)
    if ends_on is None or forward <= ends_on:
        return forward
    return hours.working_days_from(ends_on + timedelta(days=1), -1)


def _beginning(starts_on: date, ends_on: date | None) -> list[_Due]:
    due = [
        (ObligationKind.START_UP, "start_up", starts_on + START_UP_WITHIN),
        (ObligationKind.PLAN, "plan", starts_on + PLAN_WITHIN),
    ]
    return [each for each in due if ends_on is None or each[2] <= ends_on]


def _quarterly(starts_on: date, last: date, *, is_last_planned: bool) -> Iterator[_Due]:
    """A follow-up each quarter, every fourth of them the annual review, up to the last meeting of all."""
    number = 1
    while (due_on := _months_later(starts_on, number * MONTHS_IN_QUARTER)) < last or (
        is_last_planned and due_on == last
    ):
        if number % QUARTERS_IN_YEAR:
            yield ObligationKind.FOLLOW_UP, f"follow_up:{number}", due_on
        else:
            yield ObligationKind.ANNUAL_REVIEW, f"annual_review:{number // QUARTERS_IN_YEAR}", due_on
        number += 1


def _close_out(starts_on: date, ends_on: date) -> date:
    """Before the end, but never before a start-up meeting would be due nor after the end itself."""
    return min(max(ends_on - CLOSE_OUT_BEFORE_END, starts_on + START_UP_WITHIN), ends_on)


def _months_later(day: date, months: int) -> date:
    return end_after_months(day, months) + timedelta(days=1)
