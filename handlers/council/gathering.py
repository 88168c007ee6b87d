"""Gather what stands on the council's page: counted, and then told as far as it may leave the administration."""

from collections.abc import Iterable, Mapping, Sequence

from domain.council_page import (
    CountedYear,
    Giver,
    ShownYear,
    Step,
    shown_of,
)
from domain.empty_places import WhyEmpty
from domain.funnel import Funnel
from domain.meeting import MeetingStatus
from domain.naming import Naming
from domain.offer_step import HELD_ON_A_DAY
from domain.placement import BEGIN_WITH_SOMEBODY
from domain.quarter import quarter_of
from domain.slot import SlotKind
from handlers.handling.work import Work
from messages.council.page import (
    Contribution,
    CouncilPage,
    GoalDecided,
    MeetingsHeld,
    PlacesEmpty,
    StepReached,
    SupplierNamed,
)
from storage.council import given as gifts
from storage.council import meetings, naming
from storage.council.given import Given
from storage.overview import counts, goal
from storage.overview.scope import Within, the_year
from storage.people import supplier
from storage.results import earlier_result, year_result

ROOM_FOR_NAMES = 180
"""Characters of names that stand beside one kind, so that all of it stands on one sheet."""

LONGEST_NAME_TOLD = 40


async def page(work: Work, year: int) -> CouncilPage:
    """The year's page as it is now, with no approval."""
    zone = work.city.hours.zone
    decided = await goal.in_force(work.session, year)
    given = await gifts.by_supplier(work.session, year, zone=zone)
    may_name = await naming.may_be_named(work.session, {supplier_id for supplier_id, _ in given})
    named = {giver: each for giver, each in given.items() if giver[0] in may_name}
    alone = frozenset(each for each, said in may_name.items() if said is Naming.BY_NAME)
    shown = shown_of(await counted(work, year, goal.kinds_of(decided), named=named, by_name_alone=alone))
    return CouncilPage(
        year=year,
        on=work.city.today(work.now),
        goal=GoalDecided(decided.number, decided.decided_on, decided.registry_number) if decided else None,
        quarters=shown.quarters,
        earlier=shown.earlier_residents,
        steps=tuple(StepReached(step, shown.steps[step]) for step in Step),
        contributions=await _contributions(work, year, shown, given, named),
        meetings=await _meetings(work, the_year(year, zone)),
        stood_empty=shown.stood_empty,
        empty=tuple(PlacesEmpty(why, places) for why, places in shown.empty.items() if places != 0),
    )


async def counted(
    work: Work,
    year: int,
    towards: Sequence[SlotKind],
    *,
    named: Mapping[Giver, Given],
    by_name_alone: frozenset[int] = frozenset(),
) -> CountedYear:
    """All that is counted of residents and places, small numbers too: for nobody's eyes."""
    zone = work.city.hours.zone
    funnels = await counts.funnel(work.session, the_year(year, zone))
    return CountedYear(
        residents=await _residents(work, year, towards),
        earlier=await earlier_result.count_by_kind(work.session, year),
        towards_goal=towards,
        begun=await year_result.begun(work.session, year, zone=zone),
        steps=_steps(funnels[kind] for kind in towards if kind in funnels),
        empty=await _empty(work, the_year(year, zone)),
        named={giver: each.number for giver, each in named.items() if giver[1] in BEGIN_WITH_SOMEBODY},
        by_name_alone=by_name_alone,
    )


async def _residents(work: Work, year: int, kinds: Sequence[SlotKind]) -> Sequence[int]:
    """New residents in each quarter that has begun."""
    today = work.city.today(work.now)
    quarters = 4 if today.year > year else quarter_of(today.month)
    months = await counts.by_month(work.session, year, zone=work.city.hours.zone)
    return [
        sum(each.residents for each in months if each.kind in kinds and quarter_of(each.month) == quarter)
        for quarter in range(1, quarters + 1)
    ]


def _steps(funnels: Iterable[Funnel]) -> Mapping[Step, int]:
    together = sum(funnels, start=Funnel())
    return {
        Step.OFFERED: together.offered,
        Step.TAKEN: together.taken,
        Step.PROPOSED: together.proposed,
        Step.BEGUN: together.confirmed,
        Step.COMPLETED: together.completed,
        Step.WORKING: together.working,
    }


async def _empty(work: Work, within: Within) -> Mapping[WhyEmpty, int]:
    places = dict.fromkeys(WhyEmpty, 0)
    for each in await counts.stood_empty(work.session, within):
        places[each.why] += each.places
    return places


async def _meetings(work: Work, within: Within) -> MeetingsHeld:
    stand = await meetings.by_status(work.session, within, now=work.now)
    held, cancelled = (stand.get(each, 0) for each in (MeetingStatus.HELD, MeetingStatus.CANCELLED))
    return MeetingsHeld(planned=sum(stand.values()), held=held, cancelled=cancelled)


async def _contributions(
    work: Work, year: int, shown: ShownYear, given: Mapping[Giver, Given], named: Mapping[Giver, Given]
) -> tuple[Contribution, ...]:
    """What was given of each kind. Visits and lectures are of nobody, so their numbers are told however small."""
    held = await year_result.held(work.session, year)
    earlier = await earlier_result.count_by_kind(work.session, year)
    names = await supplier.names(work.session, {supplier_id for supplier_id, _ in named})

    def of_kind(kind: SlotKind) -> Contribution:
        in_order = sorted((names[giver[0]], giver) for giver in named if giver[1] is kind)
        suppliers = [SupplierNamed(name[:LONGEST_NAME_TOLD], shown.named.get(giver)) for name, giver in in_order]
        told, is_held = _with_room(suppliers), kind in HELD_ON_A_DAY
        return Contribution(
            kind=kind,
            number=held.get(kind, (0, 0))[0] if is_held else shown.begun[kind],
            earlier=earlier.get(kind, 0) if is_held else shown.earlier[kind],
            has_uncounted=any(each.has_uncounted for (_, of), each in given.items() if of is kind),
            suppliers=told,
            more=len(suppliers) - len(told),
        )

    return tuple(of_kind(kind) for kind in (*BEGIN_WITH_SOMEBODY, *HELD_ON_A_DAY))


def _with_room(suppliers: Sequence[SupplierNamed]) -> tuple[SupplierNamed, ...]:
    """As many of them as there is room for."""
    taken, told = 0, []
    for each in suppliers:
        taken += len(each.name) + len(", ")
        if taken > ROOM_FOR_NAMES:
            break
        told.append(each)
    return tuple(told)
