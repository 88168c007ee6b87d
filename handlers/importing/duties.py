"""What the contracts of a sheet make somebody do, counted before they are taken in and made when they are."""

import asyncio
from collections.abc import Mapping, Sequence
from datetime import date

from domain.cadence import Planned, from_today, spread
from domain.frozen import frozen
from domain.obligation import BY_RULE, ObligationKind
from handlers.handling.work import Work
from handlers.importing.comparing import Changed, Comparison, NewContract
from handlers.importing.requirements import planned
from handlers.importing.terms import Terms
from handlers.obligations import planning
from storage.obligations import obligation

DAYS_IN_WEEK = 7
AT_ONCE = 200
"""Contracts at a stretch, before others have their turn."""

ByRow = Mapping[int, Sequence[Planned]]
"""What falls due, by the contracts' rows."""

BEGINNING = (ObligationKind.START_UP, ObligationKind.PLAN)


@frozen
class Duties:
    """How many obligations there will be to do.

    Attributes:
        coming: Those that fall due from today on.
        again: What comes on top where the contracts that run already begin again.
        running: How many contracts run already, and began so long ago that something was due before today.
        weeks: Over how many weeks they would begin again.
    """

    coming: int
    again: int
    running: int
    weeks: int


@frozen
class Plans:
    """What follows from contracts that are new.

    Attributes:
        new: The contracts.
        by_rules: What follows from their dates.
        again: What those that run already would begin again with.
        coming: How many obligations fall due from today on, unless any begins again.
    """

    new: tuple[NewContract, ...]
    by_rules: ByRow
    again: ByRow
    coming: int


async def plans_for(work: Work, new: tuple[NewContract, ...]) -> Plans:
    """Work out what follows, by and by: however many they are, nobody waits for all of them."""
    by_rules: dict[int, Sequence[Planned]] = {}
    coming = 0
    for place, each in enumerate(new):
        if place % AT_ONCE == 0:
            await asyncio.sleep(0)
        by_rules[each.listed.row] = planning.by_dates(work, each.terms.starts_on, each.terms.ends_on)
        coming += _count_coming(work, [*by_rules[each.listed.row], *required(work, each)])
    return Plans(new, by_rules, await begun_again(work, new, by_rules), coming)


async def count(work: Work, comparison: Comparison, plans: Plans) -> Duties:
    """Count what taking it in would make."""
    coming = plans.coming + await _count_of_changed(work, comparison.changed)
    total = len(plans.again)
    today = work.city.today(work.now)
    weeks = (spread(today, total - 1, total) - today).days // DAYS_IN_WEEK + 1 if total else 0
    return Duties(coming, sum(map(len, plans.again.values())), total, weeks)


def required(work: Work, new: NewContract) -> list[Planned]:
    """What a contract asks for in numbers."""
    return [planned(each, work.city.hours) for each in new.requirements]


async def begun_again(work: Work, new: Sequence[NewContract], by_rules: ByRow) -> ByRow:
    """What the contracts that run already would begin again with."""
    today = work.city.today(work.now)
    missed = {each.listed.row: _missed(each.terms, by_rules[each.listed.row], today) for each in new}
    running = [each for each in new if missed[each.listed.row]]
    again: dict[int, Sequence[Planned]] = {}
    for place, each in enumerate(running):
        if place % AT_ONCE == 0:
            await asyncio.sleep(0)
        row, begins_on = each.listed.row, spread(today, place, len(running))
        again[row] = from_today(begins_on, each.terms.ends_on, missed[row], work.city.hours)
    return again


def _missed(terms: Terms, due: Sequence[Planned], today: date) -> set[ObligationKind]:
    """What of a running contract's beginning was due before today; nothing where it has ended."""
    if terms.ends_on is not None and terms.ends_on < today:
        return set()
    return {each.kind for each in due if each.kind in BEGINNING and each.due_on < today}


async def _count_of_changed(work: Work, changed: Sequence[Changed]) -> int:
    """What changed contracts ask for that they did not before."""
    redated = [each for each in changed if each.has_other_days]
    existing = await obligation.of_contracts(work.session, [each.contract.id for each in redated], *BY_RULE)
    due: list[Planned] = []
    for each in redated:
        keys = {known_one.key for known_one in existing.get(each.contract.id, ())}
        due += [new for new in _by_new_days(work, each) if new.key not in keys]
    for each in changed:
        due += [planned(requirement, work.city.hours) for requirement in each.requirements.new]
    return _count_coming(work, due)


def _by_new_days(work: Work, changed: Changed) -> list[Planned]:
    return planning.by_dates(work, changed.terms.starts_on, changed.terms.ends_on, changed.contract.planned_until)


def _count_coming(work: Work, due: Sequence[Planned]) -> int:
    today = work.city.today(work.now)
    return sum(each.due_on >= today for each in due)
