"""Who has offered a slot, and under which contract, by name: what every message about it tells."""

from collections.abc import Collection
from typing import NamedTuple

from sqlalchemy import bindparam, select
from sqlalchemy.ext.asyncio import AsyncSession

from domain.role import Role
from storage.base import table_of
from storage.contracts.contract import Contract, named_by
from storage.people.person import Person
from storage.people.supplier import Supplier
from storage.procurements.procurement import Procurement
from storage.slots.slot import Slot


class OfferedBy(NamedTuple):
    """Who has offered a slot.

    Attributes:
        supplier: The supplier's name.
        reporter: Who has reported it.
        role: What that person is: at the supplier, or of the staff who wrote down what was heard.
        contract: Its contract as it is named to people; empty where it has none.
    """

    supplier: str
    reporter: str
    role: Role
    contract: str


_slots, _contracts, _procurements, _suppliers, _people = map(table_of, (Slot, Contract, Procurement, Supplier, Person))

# Made once, and of the tables themselves: whatever tells of a slot asks it.
_OFFERED_BY = (
    select(
        _slots.c.id,
        _suppliers.c.name,
        _people.c.name,
        _people.c.role,
        _procurements.c.registry_number,
        _contracts.c.title,
    )
    .select_from(_slots)
    .join(_suppliers, _suppliers.c.id == _slots.c.supplier_id)
    .join(_people, _people.c.id == _slots.c.reported_by)
    .outerjoin(_contracts, _contracts.c.id == _slots.c.contract_id)
    .outerjoin(_procurements, _procurements.c.id == _contracts.c.procurement_id)
    .where(_slots.c.id.in_(bindparam("slot_ids", expanding=True)))
)


async def of_slots(session: AsyncSession, slot_ids: Collection[int]) -> dict[int, OfferedBy]:
    """Who has offered each of these slots, by the slot's id; what was filled before Steget is left out."""
    rows = await session.execute(_OFFERED_BY, {"slot_ids": slot_ids})
    return {
        slot_id: OfferedBy(supplier, reporter, role, named_by(number, title) if title is not None else "")
        for slot_id, supplier, reporter, role, number, title in rows
    }
