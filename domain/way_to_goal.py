"""How far it is to a year's goal: what offers came to lately, and how many that leaves to find. No model."""

from collections.abc import Sequence
from datetime import date, timedelta
from statistics import median_high

from domain.enough import are_enough
from domain.frozen import frozen
from domain.goal_state import GoalStates


@frozen
class Yielded:
    """What became of the places that were offered in a year.

    Attributes:
        year: Which.
        offered: How many there were.
        begun: In how many of them somebody began, as both sides say: the n behind all that is reckoned.
    """

    year: int
    offered: int
    begun: int


@frozen
class WayToGoal:
    """What is left, and what it takes.

    Attributes:
        left: Residents between those who count and the goal; 0 once it is reached.
        in_sight: How many more there will be of what is begun, matched and offered, if it goes as it did.
        to_find: Places that are still to find.
        by: The last day on which a place can be offered and still begin in the year.
        days: How long from an offer to its start, for half of them; None where too few are known, and `by` is the
            year's last day.
        basis: By what it is reckoned.
    """

    left: int
    in_sight: int
    to_find: int
    by: date
    days: int | None
    basis: Yielded


def basis_of(years: Sequence[Yielded]) -> Yielded | None:
    """The first of these years that has starts enough to reckon by; None where none has: then nothing is said."""
    return next((each for each in years if are_enough(each.begun)), None)


def way_to(goal: int, states: GoalStates, year: int, basis: Yielded, days_from_offer: Sequence[int]) -> WayToGoal:
    """How far it is, if it goes on as in that basis.

    `days_from_offer` are the days from each offer to its start, of what began in the basis's year.
    """
    left = max(goal - states.confirmed, 0)
    # Whoever has begun is there; of what is matched or offered a part comes to something, rounded down.
    in_sight = states.begun + (states.matched + states.offered) * basis.begun // basis.offered
    lacking = max(left - in_sight, 0)
    by, days = _last_day(year, days_from_offer)
    return WayToGoal(left, in_sight, -(-lacking * basis.offered // basis.begun), by, days, basis)


def _last_day(year: int, days_from_offer: Sequence[int]) -> tuple[date, int | None]:
    end = date(year, 12, 31)
    if not are_enough(len(days_from_offer)):
        return end, None
    days = max(median_high(days_from_offer), 0)
    return end - timedelta(days=days), days
