"""A tryout: something that the city did in another way with some suppliers, to see what comes of it.

Nobody is drawn by lot for it, so it proves nothing: what came of it is told beside what came of the others, and never
as its effect.
"""

from datetime import date, timedelta
from enum import StrEnum

from domain.enough import are_enough
from domain.frozen import frozen

LONGEST_TRYOUT = 300

WEEKS_WATCHED = (4, 8, 12)
"""For so long one may watch: a supplier needs some weeks to see whom it can take, and after three months much else has
happened."""

FARTHEST = timedelta(days=366)
"""A tryout begins within a year from today, or has begun within one."""


class TryoutSort(StrEnum):
    """What was done in another way."""

    WORDING = "wording"
    DAY = "day"
    VISIT = "visit"
    CALL = "call"
    OTHER = "other"


@frozen
class Days:
    """Some days in a row.

    Attributes:
        first: The first of them.
        last: The last of them.
    """

    first: date
    last: date

    @property
    def before(self) -> "Days":
        """As many days right before them."""
        return Days(self.first - (self.last - self.first) - timedelta(days=1), self.first - timedelta(days=1))


def watched(begun_on: date, weeks: int) -> Days:
    """The days on which it is watched what comes of it: whole weeks from the first day on."""
    return Days(begun_on, begun_on + timedelta(weeks=weeks, days=-1))


def counted(watch: Days, today: date) -> Days | None:
    """The days that are counted so far, today with them; None before the first."""
    return Days(watch.first, min(watch.last, today)) if watch.first <= today else None


def is_over(watch: Days, today: date) -> bool:
    """Whether all its days have been."""
    return watch.last < today


@frozen
class Came:
    """What came from some suppliers in some days.

    Attributes:
        suppliers: How many they are.
        offering: How many of them offered something that they have not taken back.
        offers: How many offers these are.
        begun: In how many of the places offered then somebody has begun, as both sides say, until now.
    """

    suppliers: int
    offering: int
    offers: int
    begun: int


@frozen
class CameOfIt:
    """What came of a tryout, beside what came elsewhere.

    Attributes:
        tried: From those with whom it was tried.
        others: From all others that had a contract when it began, on the same days.
        before: From those with whom it was tried and that had a contract then, on as many days right before.
    """

    tried: Came
    others: Came
    before: Came

    @property
    def is_too_little(self) -> bool:
        """Whether they are too few for anything to be said."""
        return not are_enough(self.tried.suppliers, self.others.suppliers)

    @property
    def is_too_little_before(self) -> bool:
        """Whether too few of them were there before."""
        return not are_enough(self.tried.suppliers, self.before.suppliers)
