"""How far the city is in a year, counted for whoever looks."""

from collections.abc import Collection
from datetime import date

from domain.frozen import frozen
from domain.funnel import Funnel
from domain.goal_state import GoalStates
from domain.slot import SlotKind
from domain.way_to_goal import WayToGoal, Yielded, basis_of, way_to
from handlers.handling.work import Work
from storage.overview import counts, towards_goal
from storage.overview import goal as goals
from storage.overview.goal import Goal
from storage.overview.scope import the_year
from storage.results import earlier_result


@frozen
class CityYear:
    """A year of the city.

    Attributes:
        goal: None where none is set; then all kinds that bring somebody into occupation are counted.
        states: Earlier results are among the confirmed.
        earlier: How many they are.
    """

    year: int
    today: date
    goal: Goal | None
    kinds: tuple[SlotKind, ...]
    states: GoalStates
    earlier: int


async def of_city(work: Work, year: int) -> CityYear:
    """Where the city stands."""
    today, goal = work.city.today(work.now), await goals.in_force(work.session, year)
    kinds = goals.kinds_of(goal)
    counted = await towards_goal.towards_goal(work.session, year, kinds, today=today, zone=work.city.hours.zone)
    by_kind = await earlier_result.count_by_kind(work.session, year)
    earlier = sum(by_kind.get(kind, 0) for kind in kinds)
    states = GoalStates(
        confirmed=counted.confirmed + earlier, begun=counted.begun, matched=counted.matched, offered=counted.offered
    )
    return CityYear(year, today, goal, kinds, states, earlier)


async def way_of(work: Work, city: CityYear) -> WayToGoal | None:
    """How far it is; None in a year that is over, without a goal, and where too few have begun to reckon by."""
    if city.goal is None or city.year != city.today.year:
        return None
    basis = await _basis(work, city)
    if basis is None:
        return None
    times = await counts.lead_times(work.session, basis.year, city.kinds, zone=work.city.hours.zone)
    days = [(begun_on - work.city.today(reported_at)).days for reported_at, begun_on in times]
    return way_to(city.goal.number, city.states, city.year, basis, days)


async def _basis(work: Work, city: CityYear) -> Yielded | None:
    """By last year; else by this one. What became of a year's places is a long count, so no more than is needed."""
    last_year = basis_of([await _yielded(work, city.year - 1, city.kinds)])
    return last_year or basis_of([await _yielded(work, city.year, city.kinds)])


async def _yielded(work: Work, year: int, kinds: Collection[SlotKind]) -> Yielded:
    by_kind = await counts.funnel(work.session, the_year(year, work.city.hours.zone))
    counted = sum((of for kind, of in by_kind.items() if kind in kinds), Funnel())
    return Yielded(year, counted.offered, counted.confirmed)
