"""What overview, council page, agenda and supplier's page count: one place for all of them, so that they never differ.

Two questions are kept apart. *What became of what was offered* follows the places offered within a time to wherever
they are today (`funnel`): its steps lead from one to the next. *What a year gave* counts what began within it, whenever
it was offered (`by_month`, `starts_by`, and `towards_goal.residents`, by which the goal is counted). A place offered in
December, in which somebody begins in January, is of the old year in the one and of the new in the other.
"""

from collections.abc import Collection, Mapping, Sequence
from datetime import date, datetime, tzinfo
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, bindparam, case, exists, func, or_, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import InstrumentedAttribute, aliased

from domain.empty_places import EmptyPlaces
from domain.frozen import frozen
from domain.funnel import Funnel
from domain.outcome import Outcome, OutcomeAfter
from domain.placement import BEGIN_WITH_SOMEBODY, HAS_BEGUN, PlacementStatus
from domain.slot import SlotKind, SlotStatus, Trade
from storage.base import among
from storage.overview.scope import EVERYTHING, Scope, Within
from storage.placements.begun_in import begun_in
from storage.placements.outcome import OutcomeRow
from storage.placements.placement import Placement
from storage.slots.slot import Slot, is_of

MONTHS = 12

_BEGUN = (PlacementStatus.STARTED, *HAS_BEGUN)

Group = InstrumentedAttribute[Any]


async def funnel(session: AsyncSession, offered: Within, scope: Scope = EVERYTHING) -> dict[SlotKind, Funnel]:
    """What became until today of the places that were offered within that time, by kind; see `Funnel` for each step.

    A kind of which nothing was offered is not there. The place of a visit or a lecture is never begun in: of those
    `offers` and `taken` say something, and whether they were held says `year_result.held`.
    """
    return await funnel_by(session, Slot.kind, offered, scope)


async def funnel_by(
    session: AsyncSession,
    group: Group,
    offered: Within,
    scope: Scope = EVERYTHING,
    *,
    kinds: Collection[SlotKind] = tuple(SlotKind),
) -> dict[Any, Funnel]:
    """The same by another column of the slots: their supplier's id, contract's id (None: under none) or trade."""
    each = _steps_of_each(group, offered, scope, kinds).subquery()
    sums = [func.sum(each.c[step]).label(step) for step in _STEPS]
    rows = await session.execute(select(each.c.which, func.count().label("offers"), *sums).group_by(each.c.which))
    return {
        row.which: Funnel(offers=int(row.offers), **{step: int(getattr(row, step)) for step in _STEPS}) for row in rows
    }


async def led_to_start(
    session: AsyncSession, since: datetime, trades: Collection[Trade], kinds: Collection[SlotKind]
) -> Mapping[Trade, tuple[int, int]]:
    """Of how many offers since then somebody has begun, as both sides say, and how many there were, in these trades.

    An offer that still waits, or whose places are still to be filled, is not counted until somebody has begun: nobody
    knows what will come of it.
    """
    asked = {"since": since, "trades": list(trades), "kinds": list(kinds)}
    return {trade: (int(led), int(offers)) for trade, led, offers in await session.execute(_LED_TO_START, asked)}


_HAS_COME_TO_AN_END = (SlotStatus.FILLED, SlotStatus.EXPIRED, SlotStatus.CLOSED)
_HAS_LED = exists().where(Placement.slot_id == Slot.id, among(Placement.status, *HAS_BEGUN))

# Made once: it stands above each list of what is planned, and on each card.
_LED_TO_START = (
    select(
        Slot.trade,
        func.sum(case((_HAS_LED, 1), else_=0)),
        func.sum(case((or_(Slot.status.in_(_HAS_COME_TO_AN_END), _HAS_LED), 1), else_=0)),
    )
    .where(Slot.trade.in_(bindparam("trades", expanding=True)), Slot.reported_at >= bindparam("since"))
    .where(Slot.kind.in_(bindparam("kinds", expanding=True)), Slot.reported_by.is_not(None))
    .group_by(Slot.trade)
)

_STEPS = ("offered", "taken", "proposed", "started", "confirmed", "completed", "working")


def _steps_of_each(group: Group, offered: Within, scope: Scope, kinds: Collection[SlotKind]) -> Select[Any]:
    """Each offer by itself: how many of its places have come to each step."""
    has_come_to = {
        "proposed": or_(Placement.proposed_at.is_not(None), Placement.status.in_(_BEGUN)),
        "started": Placement.status.in_(_BEGUN),
        "confirmed": Placement.status.in_(HAS_BEGUN),
        "completed": Placement.status == PlacementStatus.COMPLETED,
        "working": and_(Placement.status.in_(HAS_BEGUN), OutcomeRow.outcome == Outcome.WORK),
    }
    # A place in which two began one after the other is one place.
    places = {step: _at_most_its_places(func.sum(case((so, 1), else_=0))) for step, so in has_come_to.items()}
    stands = case((Slot.status != SlotStatus.WITHDRAWN, Slot.places), else_=places["started"])
    was_taken = or_(Slot.claimed_by.is_not(None), places["proposed"] > 0)
    places |= {"offered": stands, "taken": case((was_taken, stands), else_=0)}
    # Of what was taken back the places that nobody had begun in are offered no more, whoever was proposed for them.
    places["proposed"] = case((Slot.status != SlotStatus.WITHDRAWN, places["proposed"]), else_=places["started"])
    at_90_days = and_(OutcomeRow.placement_id == Placement.id, OutcomeRow.after == OutcomeAfter.DAYS_90)
    return (
        select(group.label("which"), *(places[step].label(step) for step in _STEPS))
        .outerjoin(Placement, Placement.slot_id == Slot.id)
        .outerjoin(OutcomeRow, at_90_days)
        .where(*_was_offered(offered), is_of(kinds), *scope.conditions)
        .group_by(Slot.id)
        .having(or_(Slot.status != SlotStatus.WITHDRAWN, places["started"] > 0))
    )


def _at_most_its_places(number: ColumnElement[Any]) -> ColumnElement[Any]:
    return case((number < Slot.places, number), else_=Slot.places)


def _was_offered(offered: Within) -> Sequence[ColumnElement[bool]]:
    """What was filled before Steget was nobody's offer here.

    Asked as a list of its own: the steps are counted slot by slot, and to have the slots in that order the database
    would read all that there ever were.
    """
    each = aliased(Slot)
    return [Slot.reported_by.is_not(None), Slot.id.in_(select(each.id).where(*offered.holds(each.reported_at)))]


@frozen
class MonthCount:
    """What began in one month, in places of one kind.

    Attributes:
        month: From 1 to 12.
        starts: In how many places somebody began, as both sides say.
        residents: How many of them were their residents' first of the year: those that the goal counts.
    """

    month: int
    kind: SlotKind
    starts: int
    residents: int


async def by_month(
    session: AsyncSession, year: int, scope: Scope = EVERYTHING, *, zone: tzinfo
) -> Sequence[MonthCount]:
    """What began that year, month by month and kind by kind: mentors too; a month in which nothing did is not there.

    Added up, the starts are those of `year_result.begun` and the residents those of `towards_goal.residents`.
    """
    month = _month_in(year, zone).label("month")
    new = func.sum(case((Placement.is_new_resident.is_(True), 1), else_=0))
    rows = await session.execute(
        select(month, Slot.kind, func.count(), new)
        .join(Placement, Placement.slot_id == Slot.id)
        .where(Placement.status.in_(HAS_BEGUN), begun_in(year, zone), is_of(BEGIN_WITH_SOMEBODY))
        .where(*scope.conditions)
        .group_by(month, Slot.kind)
    )
    counted = [MonthCount(int(number), kind, int(starts), int(firsts)) for number, kind, starts, firsts in rows]
    return sorted(counted, key=lambda each: (each.month, list(SlotKind).index(each.kind)))


def _month_in(year: int, zone: tzinfo) -> ColumnElement[int]:
    """The month of a start in that year, by the same days and instants as `begun_in`."""
    ends = [(month, date(year, month + 1, 1), datetime(year, month + 1, 1, tzinfo=zone)) for month in range(1, MONTHS)]
    by_day = [(Placement.begun_on < day, month) for month, day, _ in ends]
    by_word = [(Placement.settled_at < instant, month) for month, _, instant in ends]
    has_day = Placement.begun_on.is_not(None)
    return case((has_day, case(*by_day, else_=MONTHS)), else_=case(*by_word, else_=MONTHS))


async def starts_by(
    session: AsyncSession, group: Group, year: int, scope: Scope = EVERYTHING, *, zone: tzinfo
) -> Mapping[tuple[Any, SlotKind], int]:
    """In how many places somebody began that year, as both sides say, by a column of the slots and by kind."""
    rows = await session.execute(
        select(group, Slot.kind, func.count())
        .join(Placement, Placement.slot_id == Slot.id)
        .where(Placement.status.in_(HAS_BEGUN), begun_in(year, zone), *scope.conditions)
        .group_by(group, Slot.kind)
    )
    return {(which, kind): int(number) for which, kind, number in rows}


async def stood_empty(session: AsyncSession, expired: Within, scope: Scope = EVERYTHING) -> Sequence[EmptyPlaces]:
    """The places whose time was over within that time with nobody begun, by why; `EmptyPlaces` tells the city's own.

    The rest of an offer in which somebody began is not among them: it was not in vain, and nobody is asked why.
    """
    was_taken = case((Slot.claimed_by.is_not(None), 1), else_=0).label("was_taken")
    rows = await session.execute(
        select(Slot.empty_reason, was_taken, func.sum(Slot.places))
        .where(Slot.status == SlotStatus.EXPIRED, *expired.holds(Slot.expired_at), is_of(BEGIN_WITH_SOMEBODY))
        .where(*scope.conditions)
        .group_by(Slot.empty_reason, was_taken)
    )
    return [EmptyPlaces(reason, bool(taken), int(places)) for reason, taken, places in rows]


async def lead_times(
    session: AsyncSession, year: int, kinds: Collection[SlotKind], *, zone: tzinfo
) -> Sequence[tuple[datetime, date]]:
    """Of each start that year, as both sides say: when the offer came, and the day on which somebody began."""
    rows = await session.execute(
        select(Slot.reported_at, Placement.begun_on)
        .join(Placement, Placement.slot_id == Slot.id)
        .where(Placement.status.in_(HAS_BEGUN), begun_in(year, zone), Placement.begun_on.is_not(None))
        .where(is_of(kinds), Slot.reported_by.is_not(None))
    )
    return [(reported_at, begun_on) for reported_at, begun_on in rows if begun_on is not None]
