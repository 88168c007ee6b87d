"""A year that has been, without a word: offers and starts as rows."""

from datetime import UTC, date, datetime
from typing import Any

from domain.placement import TOWARDS_GOAL, PlacementStatus
from domain.slot import SlotKind, SlotStatus, Trade
from handlers.handling.work import Work
from storage.code import a_code
from storage.overview import goal as goals
from storage.overview.goal import Goal
from storage.people import supplier
from storage.placements.placement import CODE_LENGTH, Placement
from storage.slots.slot import Slot
from tests.city import City

ANNA = 3
"""The first matcher of the small city."""

SPRING = datetime(2026, 3, 2, 8, 0, tzinfo=UTC)


async def has_goal(city: City, number: int, *, year: int = 2026) -> None:
    """A goal that was decided as the year began."""

    async def act(work: Work) -> None:
        goal = Goal(
            year=year,
            number=number,
            kinds=[kind.value for kind in TOWARDS_GOAL],
            decided_on=date(year, 1, 12),
            registry_number="KS 2026/12",
            set_at=work.now,
        )
        await goals.set_for(work.session, goal)

    await city.does_work(act)


async def has_offered(  # noqa: PLR0913  what was offered by whom, and what became of it
    city: City,
    firm: str,
    *,
    begun: int = 0,
    places: int = 0,
    kind: SlotKind = SlotKind.INTERNSHIP,
    status: PlacementStatus = PlacementStatus.CONFIRMED,
    offered_at: datetime = SPRING,
    begun_on: date = date(2026, 4, 1),
    **values: Any,
) -> list[int]:
    """That firm has offered so many places, or as many as somebody has begun in; their placements' ids."""
    ids: list[int] = []

    async def act(work: Work) -> None:
        company = await supplier.found_or_created(work.session, firm, now=work.now)
        slot = Slot(
            supplier_id=company.id,
            reported_by=1,
            kind=kind,
            trade=Trade.PAINTING,
            places=places or begun,
            area="Centrum",
            details={},
            starts_on=date(2026, 4, 1),
            status=SlotStatus.RESERVED if begun else SlotStatus.OPEN,
            revision=1,
            reported_at=offered_at,
            claimed_by=ANNA if begun else None,
            claimed_at=offered_at if begun else None,
            **values,
        )
        work.session.add(slot)
        await work.session.flush()
        for _ in range(begun):
            placement = Placement(
                code=a_code(CODE_LENGTH),
                slot_id=slot.id,
                status=status,
                matcher_id=ANNA,
                started_at=offered_at,
                begun_on=begun_on,
                is_new_resident=True,
                settled_at=offered_at,
            )
            work.session.add(placement)
            await work.session.flush()
            ids.append(placement.id)

    await city.does_work(act)
    return ids
