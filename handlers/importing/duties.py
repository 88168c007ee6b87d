"""What the contracts of a sheet make somebody do, counted before they are taken in and made when they are."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from domain.cadence import Planned, from_today, spread
from domain.obligation import BY_RULE, ObligationKind
from handlers.handling.work import Work
from handlers.importing.already_here import AlreadyHere
from handlers.importing.comparing import Changed, Comparison
from handlers.importing.listed import ListedContract
from handlers.importing.requirements import difference, planned
from handlers.obligations import planning
from storage.obligations import obligation

DAYS_IN_WEEK = 7
ByNumber = Mapping[str, Sequence[Planned]]
"""What falls due, by the contracts' registry numbers."""

BEGINNING = (ObligationKind.START_UP, ObligationKind.PLAN)


@dataclass(frozen=True)
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


async def count(work: Work, comparison: Comparison, known: AlreadyHere) -> Duties:
    """Count what taking it in would make."""
    by_rules = by_rule(work, comparison.new)
    coming = _count_coming(work, [due for each in comparison.new for due in by_rules[each.registry_number]])
    coming += _count_coming(work, [due for each in comparison.new for due in required(work, each)])
    coming += await _count_of_changed(work, comparison.changed, known)
    again = begun_again(work, comparison.new, by_rules)
    total = len(again)
    today = work.city.today(work.now)
    weeks = (spread(today, total - 1, total) - today).days // DAYS_IN_WEEK + 1 if again else 0
    return Duties(coming, sum(map(len, again.values())), total, weeks)


def by_rule(work: Work, listed: Sequence[ListedContract]) -> ByNumber:
    """What follows from each contract's dates."""
    return {each.registry_number: planning.by_dates(work, each.starts_on, each.ends_on) for each in listed}


def required(work: Work, listed: ListedContract) -> list[Planned]:
    """What a contract asks for in numbers."""
    return [planned(each, work.city.hours) for each in listed.requirements]


def begun_again(work: Work, new: Sequence[ListedContract], by_rules: ByNumber) -> ByNumber:
    """What the contracts that run already would begin again with."""
    today = work.city.today(work.now)
    missed = {each.registry_number: _missed(each, by_rules[each.registry_number], today) for each in new}
    running = [each for each in new if missed[each.registry_number]]
    return {
        each.registry_number: from_today(
            spread(today, place, len(running)), each.ends_on, missed[each.registry_number], work.city.hours
        )
        for place, each in enumerate(running)
    }


def _missed(listed: ListedContract, due: Sequence[Planned], today: date) -> set[ObligationKind]:
    """What of a running contract's beginning was due before today; nothing where it has ended."""
    if listed.ends_on is not None and listed.ends_on < today:
        return set()
    return {each.kind for each in due if each.kind in BEGINNING and each.due_on < today}


async def _count_of_changed(work: Work, changed: Sequence[Changed], known: AlreadyHere) -> int:
    """What changed contracts ask for that they did not before."""
    redated = [each for each in changed if each.has_other_days]
    existing = await obligation.of_contracts(work.session, [each.contract.id for each in redated], *BY_RULE)
    due: list[Planned] = []
    for each in redated:
        keys = {known_one.key for known_one in existing.get(each.contract.id, ())}
        due += [new for new in _by_new_days(work, each) if new.key not in keys]
    for each in changed:
        here = known.requirements.get(each.contract.id, ())
        new_ones = difference(here, each.listed.requirements, work.city.today(work.now)).new
        due += [planned(requirement, work.city.hours) for requirement in new_ones]
    return _count_coming(work, due)


def _by_new_days(work: Work, changed: Changed) -> list[Planned]:
    return planning.by_dates(work, changed.listed.starts_on, changed.listed.ends_on, changed.contract.planned_until)


def _count_coming(work: Work, due: Sequence[Planned]) -> int:
    today = work.city.today(work.now)
    return sum(each.due_on >= today for each in due)
