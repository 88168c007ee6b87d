"""What the ledger has of a contract, in the order in which it happened: every row, but for what is said in words."""

from collections.abc import Sequence

from sqlalchemy import ColumnElement, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import aliased

from domain.frozen import frozen
from domain.ledger_event import LedgerEvent
from domain.reference import Noun, Reference
from storage.base import batched
from storage.ledger import LedgerRow, LedgerText
from storage.obligations.history import HistoryEntry
from storage.obligations.obligation import Obligation
from storage.outbox import OutboxRow
from storage.people.person import Person


@frozen
class Happened:
    """One row of the ledger.

    Attributes:
        row: Its number there.
        about: What it is about, as the ledger names it.
        outbox_id: The message that told of it.
        entry: What it tells.
    """

    row: int
    about: str | None
    outbox_id: int | None
    entry: HistoryEntry


async def under(session: AsyncSession, contract_id: int, named: Sequence[Reference]) -> list[Happened]:
    """All rows that name the contract, or something of it."""
    found = {each.row: each for each in await _told(session, LedgerRow.contract_id == contract_id)}
    for some in batched([str(each) for each in named]):
        found |= {each.row: each for each in await _told(session, LedgerRow.about.in_(some))}
    return [found[row] for row in sorted(found)]


async def _told(session: AsyncSession, only: ColumnElement[bool]) -> list[Happened]:
    actor, recipient = aliased(Person), aliased(Person)
    rows = await session.execute(
        select(LedgerRow, actor.name, recipient.name, LedgerText.content, OutboxRow.state)
        .outerjoin(LedgerText, LedgerText.ledger_id == LedgerRow.id)
        .outerjoin(actor, actor.id == LedgerRow.actor_id)
        .outerjoin(recipient, recipient.id == LedgerRow.recipient_id)
        .outerjoin(OutboxRow, OutboxRow.id == LedgerRow.outbox_id)
        .where(only, LedgerRow.event != LedgerEvent.MESSAGE_ACCEPTED.value)
    )
    found = rows.all()
    promised = await _obligations(session, {row.about for row, *_ in found if row.about})
    return [
        Happened(
            row.id,
            row.about,
            row.outbox_id,
            HistoryEntry(
                row.at, LedgerEvent(row.event), did, was_told, content or "", promised.get(row.about or ""), state
            ),
        )
        for row, did, was_told, content, state in found
    ]


async def _obligations(session: AsyncSession, named: set[str]) -> dict[str, Obligation]:
    references = [Reference.read(each) for each in named]
    ids = sorted({each.number for each in references if each is not None and each.noun is Noun.OBLIGATION})
    found: dict[str, Obligation] = {}
    for some in batched(ids):
        rows = await session.scalars(select(Obligation).where(Obligation.id.in_(some)))
        found |= {str(each.reference): each for each in rows}
    return found
