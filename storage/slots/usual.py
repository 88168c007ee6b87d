"""What a supplier usually offers, and under which contracts: all that a report of a slot needs to know beforehand."""

from datetime import date
from typing import Any, NamedTuple

from sqlalchemy import Select, bindparam, func, select
from sqlalchemy.ext.asyncio import AsyncSession

from domain.slot import SlotKind, Trade
from storage.base import table_of
from storage.contracts.contract import Contract, has_not_ended, named_by
from storage.dialects import gathered
from storage.people.supplier import Supplier
from storage.procurements.procurement import Procurement
from storage.slots.slot import Slot

AREAS_LOOKED_FOR_IN = 100
"""So many of a supplier's latest slots tell which areas it names."""


class OfferedLast(NamedTuple):
    """What of a slot may be offered again as it was."""

    kind: SlotKind
    trade: Trade
    places: int
    area: str
    contract_id: int | None
    details: dict[str, str]


class Usual(NamedTuple):
    """What is usual for a supplier.

    Attributes:
        trade: Its usual trade.
        last: What it has offered last, in the chat or as staff heard it.
        areas: The areas that it has named in its latest slots, latest first.
        contracts: Its contracts that run, by id, each as it is named to people; oldest first.
    """

    trade: Trade | None
    last: OfferedLast | None
    areas: tuple[str, ...]
    contracts: tuple[tuple[int, str], ...]


_slots, _contracts, _procurements, _suppliers = map(table_of, (Slot, Contract, Procurement, Supplier))
_supplier_id = bindparam("supplier_id", type_=_suppliers.c.id.type)


def _last_id() -> Select[int]:
    was_reported = _slots.c.reported_by.is_not(None)
    return select(func.max(_slots.c.id)).where(_slots.c.supplier_id == _supplier_id, was_reported)


def _areas() -> Select[Any]:
    own = select(_slots.c.id, _slots.c.area).where(_slots.c.supplier_id == _supplier_id)
    latest = own.order_by(_slots.c.id.desc()).limit(AREAS_LOOKED_FOR_IN).subquery().c
    named_at = func.max(latest.id).label("named_at")
    areas = select(named_at, latest.area).group_by(latest.area).order_by(named_at.desc())
    return select(gathered(*areas.limit(bindparam("areas")).subquery().c))


def _running() -> Select[Any]:
    own = _contracts.c
    is_running = has_not_ended(bindparam("on", type_=own.ends_on.type), own.ends_on)
    named = gathered(own.starts_on, own.id, _procurements.c.registry_number, own.title)
    return select(named).select_from(_contracts.join(_procurements)).where(own.supplier_id == _supplier_id, is_running)


# Made once, and of the tables themselves: each step of a report asks it.
_USUAL = (
    select(
        _suppliers.c.trade,
        _areas().scalar_subquery(),
        _running().scalar_subquery(),
        *(_slots.c[name] for name in OfferedLast._fields),
    )
    .select_from(_suppliers)
    .outerjoin(_slots, _slots.c.id == _last_id().scalar_subquery())
    .where(_suppliers.c.id == _supplier_id)
)


async def of_supplier(session: AsyncSession, supplier_id: int, *, on: date, areas: int) -> Usual:
    """What is usual for the supplier on that day, with so many areas at most. The supplier must exist."""
    wanted = {"supplier_id": supplier_id, "on": on, "areas": areas}
    trade, named, running, *last = (await session.execute(_USUAL, wanted)).one()
    return Usual(
        trade,
        OfferedLast(*last) if last[0] is not None else None,
        # What is gathered has no order.
        tuple(area for _, area in sorted(named, reverse=True)),
        tuple((contract_id, named_by(number, title)) for _, contract_id, number, title in sorted(running)),
    )
