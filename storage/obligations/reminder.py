"""Reminders: what the ledger says of who was reminded of what, whether it arrived, and what came after."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import and_, or_, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import aliased

from domain.ledger_event import LedgerEvent
from domain.reference import Reference
from storage.ledger import LedgerRow, LedgerText
from storage.outbox import OutboxRow, OutboxState
from storage.people.person import Person

REMINDED, ANSWERED = LedgerEvent.OBLIGATION_REMINDED, LedgerEvent.OBLIGATION_ANSWERED
WRONG_PERSON = "wrong_person"
"""The words of an answer that it is another's."""


@dataclass(frozen=True)
class Told:
    """One thing that happened to an obligation, as the ledger has it.

    Attributes:
        at: When.
        event: The ledger's name for it.
        content: The ledger's words; empty where they are disposed of.
        who: Who did it or was told, by name; None for the bot itself.
        state: How far the message came that told it; None where there was none.
    """

    at: datetime
    event: str
    content: str
    who: str | None
    state: OutboxState | None


async def of_obligation(session: AsyncSession, about: Reference) -> Sequence[Told]:
    """Everything that happened to what is named so, in order."""
    actor, recipient = aliased(Person), aliased(Person)
    rows = await session.execute(
        select(LedgerRow.at, LedgerRow.event, LedgerText.content, actor.name, recipient.name, OutboxRow.state)
        .outerjoin(LedgerText, LedgerText.ledger_id == LedgerRow.id)
        .outerjoin(actor, actor.id == LedgerRow.actor_id)
        .outerjoin(recipient, recipient.id == LedgerRow.recipient_id)
        .outerjoin(OutboxRow, OutboxRow.id == LedgerRow.outbox_id)
        .where(LedgerRow.about == str(about))
        .order_by(LedgerRow.id),
    )
    return [
        Told(at, event, content or "", actor_name or recipient_name, state)
        for at, event, content, actor_name, recipient_name, state in rows
    ]


async def noted(session: AsyncSession, event: LedgerEvent, abouts: Collection[Reference]) -> set[tuple[str, str]]:
    """Of those things the ones to which the event has happened, each with the ledger's words for it."""
    rows = await session.execute(
        select(LedgerRow.about, LedgerText.content)
        .join(LedgerText, LedgerText.ledger_id == LedgerRow.id)
        .where(LedgerRow.about.in_(map(str, abouts)), LedgerRow.event == event),
    )
    return {(about or "", content) for about, content in rows}


async def passed_by(session: AsyncSession, abouts: Collection[Reference], person_id: int) -> set[str]:
    """Of those things the ones that somebody has said to be another's, and has not been reminded of since."""
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
                    LedgerText.content == WRONG_PERSON,
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
    """The messages that reminded of what is named so, in order."""
    return (
        await session.scalars(
            select(OutboxRow)
            .join(LedgerRow, LedgerRow.outbox_id == OutboxRow.id)
            .where(LedgerRow.about == str(about), LedgerRow.event == REMINDED)
            .order_by(OutboxRow.id)
            .execution_options(populate_existing=True),
        )
    ).all()
