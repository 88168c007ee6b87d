"""When a meeting is reminded of: five working days before, the working day before, and the same morning.

For a meeting before nine the last of them comes the working day before instead.
"""

from datetime import datetime, time
from enum import IntEnum

from domain.frozen import frozen
from domain.working_hours import WorkingHours

EARLY = time(9)
"""A meeting that begins before this has no morning to be reminded in."""

DAYS_BEFORE = 5


class MeetingReminder(IntEnum):
    """The reminders of a meeting, in their order."""

    NONE = 0
    WEEK_BEFORE = 1
    DAY_BEFORE = 2
    SAME_MORNING = 3


@frozen
class Moment:
    """A reminder, and the instant from which it is time for it."""

    reminder: MeetingReminder
    at: datetime


def moments(starts_at: datetime, hours: WorkingHours) -> list[Moment]:
    """Every reminder of a meeting, in order; each at the opening of a working day before the meeting begins."""
    local = hours.local(starts_at)
    day = local.date()
    found = [
        Moment(MeetingReminder.WEEK_BEFORE, hours.opening_on(hours.working_days_from(day, -DAYS_BEFORE))),
        Moment(MeetingReminder.DAY_BEFORE, hours.opening_on(hours.working_days_from(day, -1))),
    ]
    if local.time() >= EARLY and hours.is_working_day(day):
        found.append(Moment(MeetingReminder.SAME_MORNING, hours.opening_on(day)))
    return [moment for moment in found if moment.at < starts_at]


def next_moment(starts_at: datetime, reached: MeetingReminder, hours: WorkingHours) -> Moment | None:
    """The first reminder after the one that is reached; None where there is none left."""
    return next((moment for moment in moments(starts_at, hours) if moment.reminder > reached), None)


def reached_at(starts_at: datetime, now: datetime, hours: WorkingHours) -> MeetingReminder:
    """The last reminder whose time has come: an invitation or a new time that is sent now says as much."""
    passed = [moment.reminder for moment in moments(starts_at, hours) if moment.at <= now]
    return passed[-1] if passed else MeetingReminder.NONE


@frozen
class ReminderDue:
    """Which reminder is due now, and what is noted of it.

    Attributes:
        reminder: The one to send now; None where none is due.
        reached: The one that counts as reached from then on.
        next_at: When the next one is due; None where none is left.
    """

    reminder: MeetingReminder | None
    reached: MeetingReminder
    next_at: datetime | None


def reminder_due(starts_at: datetime, reached: MeetingReminder, now: datetime, hours: WorkingHours) -> ReminderDue:
    """Only the latest reminder whose time has come, and none once the meeting has begun; by the days off of now."""
    if starts_at <= now:
        return ReminderDue(None, reached, None)
    now_reached = max(reached, reached_at(starts_at, now, hours))
    coming = next_moment(starts_at, now_reached, hours)
    return ReminderDue(now_reached if now_reached > reached else None, now_reached, coming.at if coming else None)


def looks_ahead_to(now: datetime, hours: WorkingHours) -> datetime | None:
    """All reminders that are planned before this are looked at now; None outside working hours, where none is sent.

    That is the next opening: where a day has become a closing day since, what was to be said then is said before it.
    """
    return hours.next_opening(now) if hours.is_open(now) else None
