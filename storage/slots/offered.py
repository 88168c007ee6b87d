"""What suppliers have offered under contracts, and not taken back: it counts whatever the city makes of it."""

from collections.abc import Collection

from sqlalchemy import case, func, select
from sqlalchemy.ext.asyncio import AsyncSession

from domain.slot import SlotKind, SlotStatus
from storage.slots.slot import Slot


async def places_under(session: AsyncSession, contract_ids: Collection[int]) -> dict[tuple[int, SlotKind], int]:
    """How many places of each kind are offered under each of those contracts, by the contract's id and the kind.

    Where all of it was taken back, that is none; a kind of which nothing was ever offered is not there.
    """
    stands = case((Slot.status != SlotStatus.WITHDRAWN, Slot.places), else_=0)
    rows = await session.execute(
        select(Slot.contract_id, Slot.kind, func.sum(stands))
        .where(Slot.contract_id.in_(contract_ids), Slot.reported_by.is_not(None))
        .group_by(Slot.contract_id, Slot.kind)
    )
    return {(contract_id, kind): int(places) for contract_id, kind, places in rows if contract_id is not None}
