"""The history of a contract or an obligation, from the ledger, newest first."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import aliased

from domain.frozen import frozen
from domain.ledger_event import IN_HISTORY, LedgerEvent
from domain.reference import Noun, Reference
from storage.ledger import LedgerRow, LedgerText
from storage.obligations.obligation import Obligation
from storage.outbox import OutboxRow, OutboxState
from storage.people.person import Person


@frozen
class HistoryEntry:
    """One line of a history.

    Attributes:
        at: When.
        event: What.
        actor: Who did it; None for the bot itself and for the operator.
        recipient: Who was told.
        content: What the ledger keeps beside it; empty where it was disposed of.
        obligation: What it was about; None for what is about no obligation.
        state: How far the message came that told of it; None where there was none.
    """

    at: datetime
    event: LedgerEvent
    actor: str | None
    recipient: str | None
    content: str
    obligation: Obligation | None
    state: OutboxState | None


async def count_of_contract(session: AsyncSession, contract_id: int) -> int:
    """How many lines the contract's history has."""
    counted = select(func.count()).select_from(LedgerRow).where(LedgerRow.contract_id == contract_id, _IS_TOLD)
    return await session.scalar(counted) or 0


async def of_contract(session: AsyncSession, contract_id: int, *, skip: int, at_most: int) -> Sequence[HistoryEntry]:
    """A part of the contract's history."""
    return await _told(session, LedgerRow.contract_id == contract_id, skip=skip, at_most=at_most)


async def about(session: AsyncSession, what: Reference, *, at_most: int | None = None) -> Sequence[HistoryEntry]:
    """What has happened to something; all of it, or the latest."""
    return await _told(session, LedgerRow.about == str(what), skip=0, at_most=at_most)


_IS_TOLD = LedgerRow.event.in_([event.value for event in IN_HISTORY])


async def _told(
    session: AsyncSession, only: ColumnElement[bool], *, skip: int, at_most: int | None
) -> Sequence[HistoryEntry]:
    actor, recipient = aliased(Person), aliased(Person)
    rows = await session.execute(
        select(LedgerRow, actor.name, recipient.name, LedgerText.content, OutboxRow.state)
        .outerjoin(LedgerText, LedgerText.ledger_id == LedgerRow.id)
        .outerjoin(actor, actor.id == LedgerRow.actor_id)
        .outerjoin(recipient, recipient.id == LedgerRow.recipient_id)
        .outerjoin(OutboxRow, OutboxRow.id == LedgerRow.outbox_id)
        .where(only, _IS_TOLD)
        .order_by(LedgerRow.id.desc())
        .offset(skip)
        .limit(at_most),
    )
    found = rows.all()
    obligations = await _obligations(session, [row.about for row, *_ in found])
    return [
        HistoryEntry(
            row.at,
            LedgerEvent(row.event),
            actor_name,
            recipient_name,
            content or "",
            obligations.get(row.about or ""),
            state,
        )
        for row, actor_name, recipient_name, content, state in found
    ]


async def _obligations(session: AsyncSession, named: Sequence[str | None]) -> dict[str, Obligation]:
    """The obligations among what the rows are about, by how the ledger names them."""
    read = [Reference.read(about or "") for about in named]
    ids = {each.number for each in read if each is not None and each.noun is Noun.OBLIGATION}
    found = await session.scalars(select(Obligation).where(Obligation.id.in_(ids))) if ids else ()
    return {str(each.reference): each for each in found}
