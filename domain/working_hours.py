"""When it is fair to make a phone ring, and which days count."""

from collections.abc import Container
from datetime import date, datetime, time, timedelta, tzinfo

from domain.frozen import frozen

SATURDAY = 5


@frozen
class WorkingHours:
    """A city's working hours.

    Attributes:
        opens: Local time at which the working day begins.
        closes: Local time at which it ends; that minute itself is outside.
        zone: The city's time zone.
        days_off: Public holidays, their eves and the city's own closing days.
    """

    opens: time
    closes: time
    zone: tzinfo
    days_off: Container[date]

    def local(self, at: datetime) -> datetime:
        """The instant on the city's own wall clock."""
        return at.astimezone(self.zone)

    def is_working_day(self, day: date) -> bool:
        """Whether people are at work on that day."""
        return day.weekday() < SATURDAY and day not in self.days_off

    def is_open(self, at: datetime) -> bool:
        """Whether a phone may ring at that instant."""
        local = self.local(at)
        return self.is_working_day(local.date()) and self.opens <= local.time() < self.closes

    def next_working_day(self, after: date) -> date:
        """The first working day after the given one."""
        day = after + timedelta(days=1)
        while not self.is_working_day(day):
            day += timedelta(days=1)
        return day

    def working_day_from(self, day: date) -> date:
        """The day itself where it is a working day, else the next that is."""
        return day if self.is_working_day(day) else self.next_working_day(day)

    def working_days_from(self, day: date, days: int) -> date:
        """So many working days after the day, or before it where negative; 0 is the first working day from it."""
        if days == 0:
            return self.working_day_from(day)
        step = timedelta(days=1 if days > 0 else -1)
        left = abs(days)
        while left:
            day += step
            left -= self.is_working_day(day)
        return day

    def opening_on(self, day: date) -> datetime:
        """When a working day opens."""
        return datetime.combine(day, self.opens, tzinfo=self.zone)

    def open_from(self, at: datetime) -> datetime:
        """The instant itself where it is in working hours, else the next opening."""
        return at if self.is_open(at) else self.next_opening(at)

    def last_open(self, at: datetime) -> datetime:
        """The instant itself where it is in working hours, else the last closing before it."""
        if self.is_open(at):
            return at
        local = self.local(at)
        day = local.date()
        while not self.is_working_day(day) or datetime.combine(day, self.closes, tzinfo=self.zone) > local:
            day -= timedelta(days=1)
        return datetime.combine(day, self.closes, tzinfo=self.zone)

    def next_opening(self, after: datetime) -> datetime:
        """The next instant at which a working day opens."""
        local = self.local(after)
        is_still_to_come = self.is_working_day(local.date()) and local.time() < self.opens
        day = local.date() if is_still_to_come else self.next_working_day(local.date())
        return self.opening_on(day)

    def one_working_day_later(self, at: datetime) -> datetime:
        """The same local time on the next working day, moved into working hours; in UTC-comparable form."""
        return self.working_days_later(at, 1)

    def working_days_later(self, at: datetime, days: int) -> datetime:
        """The same local time so many working days later, moved into working hours; with 0, the next open instant."""
        if days == 0:
            return self.open_from(at)
        local = self.local(at)
        moment = min(max(local.time(), self.opens), _minute_before(self.closes))
        return datetime.combine(self.working_days_from(local.date(), days), moment, tzinfo=self.zone)


def _minute_before(moment: time) -> time:
    return (datetime.combine(date.min + timedelta(days=1), moment) - timedelta(minutes=1)).time()
