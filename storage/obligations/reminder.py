"""Reminders: what the ledger says of who was reminded of what, whether it arrived, and what came after."""

from collections.abc import Collection, Sequence

from sqlalchemy import and_, exists, func, or_, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import aliased

from domain.answered import SupplierAnswer
from domain.frozen import frozen
from domain.ledger_event import LedgerEvent
from domain.reference import Reference
from storage.ledger import LedgerRow, LedgerText
from storage.outbox import OutboxRow, OutboxState

REMINDED, ANSWERED = LedgerEvent.OBLIGATION_REMINDED, LedgerEvent.OBLIGATION_ANSWERED
COUNTS_AS_ANSWER = (ANSWERED, LedgerEvent.OBLIGATION_OFFERED, LedgerEvent.OBLIGATION_FULFILLED)


async def noted(session: AsyncSession, event: LedgerEvent, abouts: Collection[Reference]) -> set[tuple[str, str]]:
    """Which of these the event has happened to, each with what the ledger keeps beside it."""
    rows = await session.execute(
        select(LedgerRow.about, LedgerText.content)
        .join(LedgerText, LedgerText.ledger_id == LedgerRow.id)
        .where(LedgerRow.about.in_(map(str, abouts)), LedgerRow.event == event),
    )
    return {(about or "", content) for about, content in rows}


async def passed_by(session: AsyncSession, abouts: Collection[Reference], person_id: int) -> set[str]:
    """Which of these somebody has said to be another person's, and has not been reminded of since."""
    rows = await session.execute(
        select(LedgerRow.about, LedgerRow.event)
        .outerjoin(LedgerText, LedgerText.ledger_id == LedgerRow.id)
        .where(
            LedgerRow.about.in_(map(str, abouts)),
            or_(
                and_(LedgerRow.event == REMINDED, LedgerRow.recipient_id == person_id),
                and_(
                    LedgerRow.event == ANSWERED,
                    LedgerRow.actor_id == person_id,
                    LedgerText.content == SupplierAnswer.WRONG_PERSON,
                ),
            ),
        )
        .order_by(LedgerRow.id),
    )
    latest = {about or "": event for about, event in rows}
    return {about for about, event in latest.items() if event == ANSWERED}


async def in_message(session: AsyncSession, outbox_id: int, *, supplier_id: int) -> list[int]:
    """The obligations that a message reminded of, by id; none for a message of any other sort."""
    abouts = await session.scalars(
        select(LedgerRow.about)
        .where(LedgerRow.supplier_id == supplier_id, LedgerRow.event == REMINDED, LedgerRow.outbox_id == outbox_id)
        .order_by(LedgerRow.id),
    )
    return [read.number for about in abouts if (read := Reference.read(about or "")) is not None]


async def messages_about(session: AsyncSession, about: Reference) -> Sequence[OutboxRow]:
    """The messages that reminded of it, in order."""
    return (
        await session.scalars(
            select(OutboxRow)
            .join(LedgerRow, LedgerRow.outbox_id == OutboxRow.id)
            .where(LedgerRow.about == str(about), LedgerRow.event == REMINDED)
            .order_by(OutboxRow.id)
            .execution_options(populate_existing=True),
        )
    ).all()


@frozen
class ReminderCounts:
    """How a supplier has answered its reminders.

    Attributes:
        about: How many obligations it was reminded of.
        answered: How many of them it has answered about, or done.
    """

    about: int
    answered: int


async def of_supplier(session: AsyncSession, supplier_id: int) -> ReminderCounts:
    """The supplier's counts, over all its contracts; a reminder that never arrived is not counted."""
    answer = aliased(LedgerRow)
    arrived = or_(
        LedgerRow.outbox_id.is_(None),
        exists().where(OutboxRow.id == LedgerRow.outbox_id, OutboxRow.state == OutboxState.SENT),
    )
    reminded = (
        LedgerRow.supplier_id == supplier_id,
        LedgerRow.event == REMINDED,
        arrived,
    )
    is_answered = exists().where(
        answer.about == LedgerRow.about,
        answer.supplier_id == supplier_id,
        answer.event.in_([event.value for event in COUNTS_AS_ANSWER]),
        answer.id > LedgerRow.id,
    )
    counted = select(func.count(LedgerRow.about.distinct()))
    return ReminderCounts(
        about=await session.scalar(counted.where(*reminded)) or 0,
        answered=await session.scalar(counted.where(*reminded, is_answered)) or 0,
    )
