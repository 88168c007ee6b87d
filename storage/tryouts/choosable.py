"""The suppliers with whom something can be tried: those that have a contract on the day."""

from collections.abc import Collection, Sequence
from datetime import date

from sqlalchemy import ColumnElement, Select, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from domain.slot import Trade
from storage.contracts.contract import Contract, has_not_ended
from storage.contracts.contract_search import has_words
from storage.people.supplier import Supplier
from storage.slots.slot import Slot


async def with_contract(session: AsyncSession, *, on: date) -> set[int]:
    """The ids of all suppliers that had a contract on that day."""
    return set(await session.scalars(_with_contract(on)))


async def named(
    session: AsyncSession, *, on: date, words: str = "", trades: Collection[Trade] = ()
) -> Sequence[tuple[int, str]]:
    """The ids and names of those among them that the words fit, by name: all where there are none.

    Words fit by the supplier's name, its area or one that it has named in an offer, and its trades.
    """
    found = select(Supplier.id, Supplier.name).where(Supplier.id.in_(_with_contract(on)))
    if words:
        found = found.where(_fits(words, trades))
    return [(row.id, row.name) for row in await session.execute(found.order_by(Supplier.name))]


def _with_contract(on: date) -> Select[int]:
    return select(Contract.supplier_id).where(Contract.starts_on <= on, has_not_ended(on)).distinct()


def _fits(words: str, trades: Collection[Trade]) -> ColumnElement[bool]:
    has_offered = select(Slot.supplier_id).where(or_(Slot.trade.in_(trades), has_words(words, Slot.area)))
    own = has_words(words, Supplier.name, Supplier.area)
    return or_(own, Supplier.trade.in_(trades), Supplier.id.in_(has_offered))
