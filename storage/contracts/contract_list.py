"""Lists of contracts, each scoped by who looks: nobody can ask this file for what isn't theirs to see."""

from collections.abc import Sequence
from datetime import date

from sqlalchemy import ColumnElement, false, func, select
from sqlalchemy.ext.asyncio import AsyncSession

from domain.access import may
from domain.action import Action
from domain.actor import Actor
from domain.role import Role
from storage.contracts.contract import Contract, has_not_ended
from storage.contracts.contract_search import has_words
from storage.people.supplier import Supplier
from storage.procurements.procurement import Procurement


async def count(session: AsyncSession, actor: Actor, search: str, *, today: date) -> int:
    """How many contracts the actor's list has."""
    counted = select(func.count()).select_from(Contract)
    if search:
        counted = counted.join(Supplier).join(Procurement, Procurement.id == Contract.procurement_id)
    return await session.scalar(counted.where(*_listed_for(actor, search, today))) or 0


async def part(  # noqa: PLR0913  who looks for what, and which part of it
    session: AsyncSession, actor: Actor, search: str, *, today: date, skip: int, at_most: int
) -> Sequence[tuple[Contract, str]]:
    """A part of the actor's list, each contract with its supplier's name, by which it is ordered."""
    of_each = select(Contract, Supplier.name).join(Supplier)
    if search:
        # Only then: else the database would go by the procurements, not by the names.
        of_each = of_each.join(Procurement, Procurement.id == Contract.procurement_id)
    rows = await session.execute(
        of_each.where(*_listed_for(actor, search, today))
        .order_by(Supplier.name, Contract.id)
        .offset(skip)
        .limit(at_most),
    )
    return [(contract, name) for contract, name in rows]


def _listed_for(actor: Actor, search: str, today: date) -> list[ColumnElement[bool]]:
    found = [has_words(search, Procurement.registry_number, Supplier.name)] if search else []
    return [*_seen_by(actor, today), *found]


def _seen_by(actor: Actor, today: date) -> list[ColumnElement[bool]]:
    """To a supplier its own that run; to staff and readers, all."""
    if may(actor, Action.READ_CONTRACT):
        return []
    if actor.is_active and actor.role is Role.SUPPLIER and actor.supplier_id is not None:
        return [Contract.supplier_id == actor.supplier_id, has_not_ended(today)]
    return [false()]
