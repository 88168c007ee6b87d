"""Find contracts by what people know of them: the supplier's name, the registry number, the title."""

from collections.abc import Sequence
from datetime import date

from sqlalchemy import ColumnElement, func, or_, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import InstrumentedAttribute

from domain.folded import folded
from storage.contracts.contract import Contract, has_not_ended
from storage.dialects import folded_text
from storage.people.supplier import Supplier
from storage.procurements.procurement import Procurement

Found = tuple[Contract, Supplier]


def has_words(
    words: str, *columns: InstrumentedAttribute[str] | InstrumentedAttribute[str | None]
) -> ColumnElement[bool]:
    """Whether one of the columns has the words in it, whatever their capitals, rings and dots: "maleri" is Måleri.

    Where nothing is written no word is.
    """
    return or_(*(folded_text(func.coalesce(column, "")).contains(folded(words), autoescape=True) for column in columns))


async def named(session: AsyncSession, words: str, *, on: date, at_most: int) -> Sequence[Found]:
    """Contracts that run on that day and have the words in their number, their title or their supplier's name."""
    rows = await session.execute(
        select(Contract, Supplier)
        .join(Supplier, Supplier.id == Contract.supplier_id)
        .join(Procurement, Procurement.id == Contract.procurement_id)
        .where(
            has_words(words, Procurement.registry_number, Supplier.name, Contract.title),
            has_not_ended(on),
        )
        .order_by(Supplier.name, Contract.starts_on, Contract.id)
        .limit(at_most),
    )
    return [(contract, supplier) for contract, supplier in rows]


async def with_ids(session: AsyncSession, contract_ids: Sequence[int]) -> Sequence[Found]:
    """Those contracts, in that order, each with its supplier."""
    rows = await session.execute(
        select(Contract, Supplier)
        .join(Supplier, Supplier.id == Contract.supplier_id)
        .where(Contract.id.in_(contract_ids)),
    )
    found = {contract.id: (contract, supplier) for contract, supplier in rows}
    return [found[contract_id] for contract_id in contract_ids]
