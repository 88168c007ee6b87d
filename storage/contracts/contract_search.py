"""Find a contract by what people know of it: the supplier's name, or its registry number; or by what is due."""

from collections.abc import Sequence
from datetime import date

from sqlalchemy import or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from domain.obligation import MEETINGS, TO_BE_DONE, ObligationKind
from storage.contracts.contract import Contract
from storage.obligations.obligation import Obligation
from storage.people.supplier import Supplier

Found = tuple[Contract, Supplier]

LOOKED_AT = 8
"""Obligations for each contract that is wanted, since one may have several that are due."""


async def named(session: AsyncSession, words: str, *, on: date, at_most: int) -> Sequence[Found]:
    """Running contracts whose registry number, title or supplier has the words in its name."""
    # SQLite knows only the large and small letters of English, so each word is looked for in its usual writings.
    has_words = [
        column.icontains(writing, autoescape=True)
        for column in (Contract.registry_number, Supplier.name, Contract.title)
        for writing in {words, words.lower(), words.upper(), words.capitalize()}
    ]
    rows = await session.execute(
        select(Contract, Supplier)
        .join(Supplier, Supplier.id == Contract.supplier_id)
        .where(or_(*has_words), or_(Contract.ends_on.is_(None), Contract.ends_on >= on))
        .order_by(Supplier.name, Contract.starts_on, Contract.id)
        .limit(at_most),
    )
    return [(contract, supplier) for contract, supplier in rows]


async def with_meeting_due(session: AsyncSession, *, at_most: int) -> Sequence[Found]:
    """Contracts whose next dialogue meeting is due first."""
    due = await session.scalars(
        select(Obligation.contract_id)
        .where(Obligation.status.in_(TO_BE_DONE), Obligation.kind.in_(MEETINGS))
        .order_by(Obligation.due_on, Obligation.id)
        .limit(at_most * LOOKED_AT),
    )
    ids = list(dict.fromkeys(due))[:at_most]
    rows = await session.execute(
        select(Contract, Supplier).join(Supplier, Supplier.id == Contract.supplier_id).where(Contract.id.in_(ids)),
    )
    found = {contract.id: (contract, supplier) for contract, supplier in rows}
    return [found[contract_id] for contract_id in ids]


async def next_meeting_due(session: AsyncSession, contract_id: int) -> tuple[ObligationKind, date] | None:
    """The kind of dialogue meeting that is due next under the contract, and its day."""
    row = (
        await session.execute(
            select(Obligation.kind, Obligation.due_on)
            .where(
                Obligation.contract_id == contract_id,
                Obligation.status.in_(TO_BE_DONE),
                Obligation.kind.in_(MEETINGS),
            )
            .order_by(Obligation.due_on, Obligation.id)
            .limit(1),
        )
    ).first()
    return (row.kind, row.due_on) if row else None
