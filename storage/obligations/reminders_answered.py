"""What a supplier was reminded of, and what it has answered or done since. What never arrived counts for nothing."""

from dataclasses import dataclass

from sqlalchemy import exists, func, or_, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import aliased

from domain.ledger_event import LedgerEvent
from storage.ledger import LedgerRow
from storage.outbox import OutboxRow, OutboxState


@dataclass(frozen=True)
class Reminders:
    """A supplier's reminders.

    Attributes:
        about: How many obligations it was reminded of.
        answered: How many of them it has answered about, or done.
    """

    about: int
    answered: int


_ANSWERS = (LedgerEvent.OBLIGATION_ANSWERED, LedgerEvent.OBLIGATION_FULFILLED)


async def of_supplier(session: AsyncSession, supplier_id: int) -> Reminders:
    """The supplier's reminders, of all its contracts."""
    answer = aliased(LedgerRow)
    arrived = or_(
        LedgerRow.outbox_id.is_(None),
        exists().where(OutboxRow.id == LedgerRow.outbox_id, OutboxRow.state == OutboxState.SENT),
    )
    reminded = (
        LedgerRow.supplier_id == supplier_id,
        LedgerRow.event == LedgerEvent.OBLIGATION_REMINDED.value,
        arrived,
    )
    is_answered = exists().where(
        answer.about == LedgerRow.about,
        answer.supplier_id == supplier_id,
        answer.event.in_([event.value for event in _ANSWERS]),
        answer.id > LedgerRow.id,
    )
    counted = select(func.count(LedgerRow.about.distinct()))
    return Reminders(
        about=await session.scalar(counted.where(*reminded)) or 0,
        answered=await session.scalar(counted.where(*reminded, is_answered)) or 0,
    )
