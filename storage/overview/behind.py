"""What the numbers of the overview are made of: the placements and the slots behind them, a page at a time."""

from collections.abc import Collection, Sequence
from datetime import date, tzinfo
from typing import Any

from sqlalchemy import Select, func, select
from sqlalchemy.ext.asyncio import AsyncSession

from domain.goal_state import GoalState
from domain.placement import HAS_BEGUN
from domain.slot import SlotKind
from storage.overview.scope import Scope, the_year
from storage.overview.towards_goal import free_slots, is_begun_not_confirmed, is_matched
from storage.people.supplier import Supplier
from storage.placements.begun_in import begun_in
from storage.placements.link import PlacementLink
from storage.placements.new_resident import is_counted
from storage.placements.placement import Placement
from storage.slots.slot import Slot, is_of

Found = tuple[Placement, Slot, str]
"""A placement, its slot, and its supplier's name."""

_NEWEST_FIRST = Slot.id.desc()


class Behind:
    """What stands behind the states of a year's goal: placements of the first three, slots of the last."""

    def __init__(self, year: int, kinds: Collection[SlotKind], *, today: date, zone: tzinfo) -> None:
        self._year, self._kinds, self._today, self._zone = year, kinds, today, zone

    async def count(self, session: AsyncSession, state: GoalState) -> int:
        """How many there are: of residents matched with two places both."""
        asked = self._slots() if state is GoalState.OFFERED else self._placements(state)
        return await session.scalar(select(func.count()).select_from(asked.subquery())) or 0

    async def placements(self, session: AsyncSession, state: GoalState, *, skip: int, at_most: int) -> Sequence[Found]:
        """A part of the placements, the newest first."""
        rows = await session.execute(self._placements(state).offset(skip).limit(at_most))
        ids = [placement_id for (placement_id,) in rows]
        asked = (
            select(Placement, Slot, Supplier.name)
            .join(Slot, Slot.id == Placement.slot_id)
            .join(Supplier, Supplier.id == Slot.supplier_id)
            .where(Placement.id.in_(ids))
            .order_by(Placement.id.desc())
            .execution_options(populate_existing=True)
        )
        return [(placement, slot, name) for placement, slot, name in await session.execute(asked)]

    async def free(self, session: AsyncSession, *, skip: int, at_most: int) -> Sequence[Slot]:
        """A part of the slots with a free place, the newest first."""
        return await _with_ids(session, self._slots().offset(skip).limit(at_most))

    def _placements(self, state: GoalState) -> Select[int]:
        is_so = {
            GoalState.CONFIRMED: is_counted(self._year, self._zone) & is_of(self._kinds),
            GoalState.BEGUN: is_begun_not_confirmed(self._year, self._kinds),
            GoalState.MATCHED: is_matched(self._year, self._kinds, self._zone),
        }
        return (
            select(Placement.id)
            .join(Slot, Slot.id == Placement.slot_id)
            .outerjoin(PlacementLink, PlacementLink.placement_id == Placement.id)
            .where(is_so[state])
            .order_by(Placement.id.desc())
        )

    def _slots(self) -> Select[Any]:
        free = free_slots(self._year, self._kinds, today=self._today)
        return select(Slot.id).join(free, free.c.id == Slot.id).order_by(_NEWEST_FIRST)


async def count_slots(session: AsyncSession, scope: Scope, year: int, *, zone: tzinfo) -> int:
    """How many slots there are in that scope that were offered in the year, or in which somebody began in it."""
    return await session.scalar(select(func.count()).select_from(_of_year(scope, year, zone).subquery())) or 0


async def slots(  # noqa: PLR0913  of what, of which year, and which part of it
    session: AsyncSession, scope: Scope, year: int, *, zone: tzinfo, skip: int, at_most: int
) -> Sequence[Slot]:
    """A part of them, the newest first."""
    return await _with_ids(session, _of_year(scope, year, zone).order_by(_NEWEST_FIRST).offset(skip).limit(at_most))


def _of_year(scope: Scope, year: int, zone: tzinfo) -> Select[Any]:
    begun = select(Placement.slot_id).where(Placement.status.in_(HAS_BEGUN), begun_in(year, zone))
    offered = select(Slot.id).where(*the_year(year, zone).holds(Slot.reported_at))
    return select(Slot.id).where(Slot.id.in_(offered.union(begun)), Slot.reported_by.is_not(None), *scope.conditions)


async def _with_ids(session: AsyncSession, ids: Select[Any]) -> Sequence[Slot]:
    asked = select(Slot).where(Slot.id.in_(list(await session.scalars(ids)))).order_by(_NEWEST_FIRST)
    return (await session.scalars(asked.execution_options(populate_existing=True))).all()
