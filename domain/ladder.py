"""The ladder of an obligation that is not fulfilled: who hears of it, and on which day."""

from collections.abc import Mapping
from datetime import date, datetime

from domain.frozen import frozen
from domain.obligation import Rung
from domain.working_hours import WorkingHours

USUAL = {Rung.REMINDER: -10, Rung.NUDGE: 0, Rung.SECOND_CONTACT: 5, Rung.COORDINATOR: 10}
"""Working days from the due day."""


@frozen
class Climb:
    """A rung, and the instant from which it is time for it."""

    rung: Rung
    at: datetime


@frozen
class Ladder:
    """A city's ladder.

    Attributes:
        days: Working days from the due day to each rung; a rung that is not there is left out.
    """

    days: Mapping[Rung, int]

    def next_climb(self, due_on: date, reached: Rung, hours: WorkingHours) -> Climb | None:
        """The next rung above the one that is reached, at the opening of its day; None at the top."""
        above = [rung for rung in sorted(self.days) if rung > reached]
        return self._climb(above[0], due_on, hours) if above else None

    def rung_at(self, due_on: date, reached: Rung, now: datetime, hours: WorkingHours) -> Rung:
        """The highest rung whose time has come: after an outage the ones between are left out."""
        passed = [rung for rung in sorted(self.days) if rung > reached and self._climb(rung, due_on, hours).at <= now]
        return passed[-1] if passed else reached

    def _climb(self, rung: Rung, due_on: date, hours: WorkingHours) -> Climb:
        return Climb(rung, hours.opening_on(hours.working_days_from(due_on, self.days[rung])))
