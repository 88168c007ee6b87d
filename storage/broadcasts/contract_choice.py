"""The contracts by which suppliers can be chosen, as they are named there."""

from collections.abc import Collection, Sequence
from datetime import date

from sqlalchemy import Select, select
from sqlalchemy.ext.asyncio import AsyncSession

from storage.contracts.contract import Contract, has_not_ended
from storage.people.supplier import Supplier

Named = tuple[int, str]
"""A contract's id, and its number, title and supplier."""


async def running(session: AsyncSession, *, on: date) -> Sequence[Named]:
    """Those that have not ended by that day, by their suppliers."""
    return await _named(session, _each().where(has_not_ended(on)))


async def with_ids(session: AsyncSession, contract_ids: Collection[int]) -> Sequence[Named]:
    """Those, whether they run or not."""
    return await _named(session, _each().where(Contract.id.in_(contract_ids))) if contract_ids else []


def _each() -> Select[int, str, str, str]:
    of_each = select(Contract.id, Contract.registry_number, Contract.title, Supplier.name)
    return of_each.join(Supplier, Supplier.id == Contract.supplier_id).order_by(Supplier.name, Contract.id)


async def _named(session: AsyncSession, wanted: Select[int, str, str, str]) -> Sequence[Named]:
    rows = await session.execute(wanted)
    return [(number, f"{registry_number} {title} · {supplier}") for number, registry_number, title, supplier in rows]
