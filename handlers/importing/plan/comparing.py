"""Compare a plan with what is here: new, changed, unchanged, put away, wrong."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from sqlalchemy.ext.asyncio import AsyncSession

from domain.contract_sheet import Slip
from domain.frozen import frozen
from domain.plan_sheet import PlanColumn
from domain.procurement import ProcurementFacts
from domain.procurement_title import known_as as titled
from domain.registry_number import known_as
from handlers.importing.plan.listed import ListedProcurement, PlanListing, PlanMistake
from storage.procurements import noting, procurement
from storage.procurements.procurement import Procurement

CHANGEABLE = (
    *(PlanColumn.TITLE, PlanColumn.TRADE, PlanColumn.VALUE, PlanColumn.PLANNED_ON, PlanColumn.MONTHS),
    *(PlanColumn.HEADCOUNT, PlanColumn.LABOUR_SHARE, PlanColumn.REQUIREMENTS, PlanColumn.REGISTRY_NUMBER),
)
"""What may be otherwise, each named as the fact is."""

AS_BOUGHT = (PlanColumn.TITLE, PlanColumn.TRADE, PlanColumn.VALUE)
"""What a procurement has from its contracts, once there are any: a plan fills in what of it is missing."""


@frozen
class NewProcurement:
    """One that is not here."""

    row: int
    facts: ProcurementFacts


@frozen
class ChangedProcurement:
    """One that is here, and what it will be."""

    row: int
    here: Procurement
    before: ProcurementFacts
    after: ProcurementFacts

    @property
    def columns(self) -> tuple[PlanColumn, ...]:
        """What will be otherwise."""
        return tuple(each for each in CHANGEABLE if getattr(self.before, each) != getattr(self.after, each))


@frozen
class PlanComparison:
    """What taking the plan in would do.

    Attributes:
        away: Titles of those that somebody has put away: they stay so.
        mistakes: What is wrong, in the order of the rows.
        wrong: In how many rows something is.
    """

    new: tuple[NewProcurement, ...]
    changed: tuple[ChangedProcurement, ...]
    unchanged: int
    away: tuple[str, ...]
    mistakes: tuple[PlanMistake, ...]
    wrong: int

    @property
    def is_of_use(self) -> bool:
        """Whether there is anything to take in."""
        return bool(self.new or self.changed)


@frozen
class PlanHere:
    """What the city has already.

    Attributes:
        by_number: Every procurement that has a number, or was planned under one, by what that is known as.
        by_title: Those that are or were in the plan, by their titles.
        bought: The ids of those that there are contracts from.
    """

    by_number: Mapping[str, Procurement]
    by_title: Mapping[str, Sequence[Procurement]]
    bought: frozenset[int]

    def is_over(self, one: Procurement) -> bool:
        """Whether it is planned no more: it was put away, or there are contracts from it."""
        return one.put_away_at is not None or one.id in self.bought


async def found_here(session: AsyncSession, listed: Sequence[ListedProcurement]) -> PlanHere:
    """What is known of them, in a few questions however long the plan is."""
    spellings = {known_as(each): each for each in await procurement.registry_numbers(session)}
    told = {known_as(each.registry_number) for each in listed if each.registry_number}
    numbered = await procurement.with_registry_numbers(session, [spellings[each] for each in told & spellings.keys()])
    by_title: dict[str, list[Procurement]] = {}
    noted = await noting.noted(session)
    for each in noted:
        by_title.setdefault(titled(each.title), []).append(each)
    bought = await noting.bought(session, list({each.id for each in (*numbered.values(), *noted)}))
    by_number = noting.planned_under(noted) | {known_as(number): each for number, each in numbered.items()}
    return PlanHere(by_number, by_title, bought)


def compared(listing: PlanListing, here: PlanHere) -> PlanComparison:
    """Put every row where it belongs."""
    new, changed, away, mistakes = list[NewProcurement](), list[ChangedProcurement](), list[str](), [*listing.mistakes]
    unchanged, wrong, met = 0, listing.wrong, dict[int, int]()
    for listed in listing.procurements:
        match _placed(listed, here, met):
            case NewProcurement() as one:
                new.append(one)
            case ChangedProcurement(columns=()):
                unchanged += 1
            case ChangedProcurement() as one:
                changed.append(one)
            case PlanMistake() as mistake:
                mistakes.append(mistake)
                wrong += 1
            case Procurement(title=title):
                away.append(title)
    in_order = tuple(sorted(mistakes, key=lambda each: each.row))
    return PlanComparison(tuple(new), tuple(changed), unchanged, tuple(away), in_order, wrong)


def _placed(
    listed: ListedProcurement, here: PlanHere, met: dict[int, int]
) -> NewProcurement | ChangedProcurement | PlanMistake | Procurement:
    """Where a row belongs; the procurement itself where that was put away. `met` are the rows of those met before."""
    found = _found(listed, here)
    if found is None:
        return NewProcurement(listed.row, _after(listed, None))
    if isinstance(found, PlanMistake) or found.put_away_at is not None:
        return found
    if found.id in met:
        return PlanMistake(listed.row, PlanColumn.TITLE, Slip.SAME_AS_ABOVE, str(met[found.id]))
    met[found.id] = listed.row
    before = found.facts
    after = _after(listed, before)
    if found.id in here.bought:
        after = _as_bought(before, after)
    return ChangedProcurement(listed.row, found, before, after)


def _found(listed: ListedProcurement, here: PlanHere) -> Procurement | PlanMistake | None:
    """The procurement that a row is about: its number's, else the one of its title that is planned.

    What is bought or put away under that title is meant where the row names no other start: much is bought again.
    """
    if listed.registry_number and (numbered := here.by_number.get(known_as(listed.registry_number))):
        return numbered
    titled_so = here.by_title.get(titled(listed.title), ())
    may_be = [each for each in titled_so if not (listed.registry_number and each.registry_number)]
    planned = [each for each in may_be if not here.is_over(each)]
    if len(planned) > 1:
        return PlanMistake(listed.row, PlanColumn.TITLE, Slip.SEVERAL_CALLED_SO)
    over = (each for each in reversed(may_be) if listed.planned_on in {None, each.planned_on})
    return planned[0] if planned else next(over, None)


def _after(listed: ListedProcurement, before: ProcurementFacts | None) -> ProcurementFacts:
    """What it is in the end; a blank cell leaves what is known, and a number stays as the city writes it."""
    said = {column.value: getattr(listed, column) for column in CHANGEABLE if column is not PlanColumn.REQUIREMENTS}
    if before is None:
        return ProcurementFacts(**said, requirements=listed.requirements.after(None))
    told = {name: value for name, value in said.items() if value is not None}
    if before.registry_number is not None:
        told.pop(PlanColumn.REGISTRY_NUMBER, None)
    if titled(listed.title) == titled(before.title):
        told.pop(PlanColumn.TITLE)
    return replace(before, **told, requirements=listed.requirements.after(before.requirements))


def _as_bought(before: ProcurementFacts, after: ProcurementFacts) -> ProcurementFacts:
    kept = {column.value: getattr(before, column) for column in AS_BOUGHT if getattr(before, column) is not None}
    return replace(after, **kept)
