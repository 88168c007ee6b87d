"""Months of full-time work, where a contract asks for them in all: one or more jobs, full or part time, make them up.

A month runs from a day to the same day of the next month; what is left over is a part of the month that it lies in. All
is exact: fractions, no rounding. The three quarters hold for employments alone, by the national terms (domain.md §3.4).
"""

from collections.abc import Callable, Iterable, Sequence
from datetime import date, timedelta
from fractions import Fraction

from domain.frozen import frozen
from domain.length import months_later
from domain.placement import EndReason
from domain.slot import SlotKind

FULL_TIME = 100
"""Per cent."""

EXCUSED = (EndReason.OWN_WISH, EndReason.JUST_CAUSE)
"""A job that ended early so is not the supplier's to make up for, once enough of what was agreed is done."""

ENOUGH = Fraction(3, 4)
"""Of the combined agreed time of all jobs, not of each."""

IS_EXCUSED_IN = (SlotKind.EMPLOYMENT,)

ONE_DAY = timedelta(days=1)
LONGEST_AHEAD = timedelta(days=3653)


@frozen
class Job:
    """Somebody's time in a place.

    Attributes:
        begun_on: Their first day.
        last_on: The last day as it is agreed.
        extent: Per cent of full time.
        ended_on: The last day as both sides have said; None while it goes on.
        early: Why it ended early; None where it did not.
        has_last_day: A last day is agreed; else `last_on` is only how far it is looked ahead, and it may go on beyond.
    """

    begun_on: date
    last_on: date
    extent: int = FULL_TIME
    ended_on: date | None = None
    early: EndReason | None = None
    has_last_day: bool = True

    def done(self, by: date) -> Fraction:
        """The months that are done by the end of that day."""
        last = self.ended_on or (self.last_on if self.has_last_day else by)
        return full_time(self.begun_on, min(last, by), self.extent)

    def agreed(self, by: date) -> Fraction:
        """The months that were agreed; where it ended as planned or went on beyond, those that are done."""
        planned = full_time(self.begun_on, self.last_on, self.extent)
        if self.ended_on is not None and self.early is None:
            return self.done(by)
        return max(planned, self.done(by))


@frozen
class Months:
    """Where the jobs stand on a day.

    Attributes:
        done: The months that are done.
        agreed: The months that were agreed, of all jobs together.
        excused: Of what is not done the part of jobs that ended early by their own wish or on just cause.
        ahead: What the jobs that go on will still add.
    """

    done: Fraction
    agreed: Fraction
    excused: Fraction
    ahead: Fraction

    @property
    def in_sight(self) -> Fraction:
        """What it comes to once all jobs have run as agreed."""
        return self.done + self.ahead

    def reaches(self, asked: int | Fraction) -> bool:
        """Whether what is asked for is met: done, or all that lacks is excused and three quarters are done."""
        if self.done >= asked:
            return True
        is_all_excused = self.excused > 0 and self.done + self.excused >= asked
        return is_all_excused and self.done >= ENOUGH * self.agreed


def months(first: date, last: date) -> Fraction:
    """How many months lie from the first day to the last, both counted; none where the last comes before the first."""
    end = last + ONE_DAY
    if end <= first:
        return Fraction(0)
    whole = (end.year - first.year) * 12 + end.month - first.month
    if months_later(first, whole) > end:
        whole -= 1
    begins, ends = months_later(first, whole), months_later(first, whole + 1)
    return whole + Fraction((end - begins).days, (ends - begins).days)


def full_time(first: date, last: date, extent: int) -> Fraction:
    """The same as months of full-time work."""
    return months(first, last) * extent / FULL_TIME


def counted(jobs: Iterable[Job], by: date, kind: SlotKind) -> Months:
    """Where these jobs stand at the end of that day."""
    done = agreed = excused = ahead = Fraction(0)
    for job in jobs:
        its, planned = job.done(by), job.agreed(by)
        done, agreed = done + its, agreed + planned
        if job.ended_on is None:
            ahead += planned - its
        elif job.early in EXCUSED and kind in IS_EXCUSED_IN:
            excused += planned - its
    return Months(done, agreed, excused, ahead)


def reached_on(jobs: Sequence[Job], asked: int, by: date, kind: SlotKind) -> date | None:
    """The first day after that one with whose end what is asked for is met if nothing changes; None where none is."""

    def is_met(day: date) -> bool:
        return counted(jobs, day, kind).reaches(asked)

    last = max((each.last_on for each in jobs if each.ended_on is None), default=by)
    if any(each.ended_on is None and not each.has_last_day for each in jobs):
        last = by + LONGEST_AHEAD
    return _first(is_met, by + ONE_DAY, last) if last > by and is_met(last) else None


def _first(holds: Callable[[date], bool], first: date, last: date) -> date:
    """The first of these days on which it holds; on the last it does, and after it has held once it goes on to."""
    while first < last:
        middle = first + (last - first) // 2
        first, last = (first, middle) if holds(middle) else (middle + ONE_DAY, last)
    return first
