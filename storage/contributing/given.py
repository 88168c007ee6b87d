"""What was given in a year, by kind, supplier and trade; what comes from elsewhere has no trade."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import tzinfo

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from domain.placement import BEGIN_WITH_SOMEBODY, HAS_BEGUN
from domain.slot import SlotKind
from domain.way import Gave
from storage.council import given as council
from storage.placements.begun_in import begun_in
from storage.placements.placement import Placement
from storage.results.year_result import was_held
from storage.slots.slot import Slot, is_of


async def by_kind(session: AsyncSession, year: int, *, zone: tzinfo) -> Mapping[SlotKind, Sequence[Gave]]:
    """All of it: begun in Steget, as both sides say, or held, and entered from elsewhere.

    A kind of which nothing was given is not there.
    """
    given: dict[SlotKind, list[Gave]] = defaultdict(list)
    which = (Slot.kind, Slot.supplier_id, Slot.trade)
    begun = (
        select(*which, func.count())
        .join(Placement, Placement.slot_id == Slot.id)
        .where(Placement.status.in_(HAS_BEGUN), begun_in(year, zone), is_of(BEGIN_WITH_SOMEBODY))
    )
    held = select(*which, func.count()).where(*was_held(year))
    for question in (begun, held):
        for kind, supplier_id, trade, number in await session.execute(question.group_by(*which)):
            given[kind].append(Gave(supplier_id, trade, int(number)))
    for (supplier_id, kind), elsewhere in (await council.earlier(session, year)).items():
        given[kind].append(Gave(supplier_id, None, elsewhere.number))
    return given
