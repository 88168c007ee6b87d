"""What was said about something, every version of it: messages and their edits, with the ledger's rows of them."""

from collections.abc import Collection, Sequence

from sqlalchemy import ColumnElement, select
from sqlalchemy.ext.asyncio import AsyncSession

from domain.frozen import frozen
from domain.ledger_event import LedgerEvent
from domain.reference import Reference
from storage.base import batched
from storage.ledger import LedgerRow, LedgerText
from storage.outbox import SAYS, Method, OutboxRow
from storage.people.person import Person

_WORDED = (*SAYS, Method.EDIT_MESSAGE_TEXT)


@frozen
class Accepted:
    """The ledger's word that Telegram has accepted a message: the row's number there, and the words that were sealed.

    The words are None where they were disposed of, lawfully.
    """

    row: int
    words: str | None


@frozen
class SaidRow:
    """One row of the outbox.

    Attributes:
        row: It.
        to: Whom it was for; empty for somebody who is no person here.
        accepted: What the ledger has of it; None where Telegram has not accepted it.
    """

    row: OutboxRow
    to: str
    accepted: Accepted | None


async def about(session: AsyncSession, named: Sequence[Reference], also: Collection[int]) -> list[SaidRow]:
    """What was said about these, and the messages with those ids, with all edits, in the order of saying."""
    found: dict[int, tuple[OutboxRow, str]] = {}
    for some in batched([str(each) for each in named]):
        found |= await _rows(session, OutboxRow.about.in_(some))
    for ids in batched(sorted(also)):
        found |= await _rows(session, OutboxRow.id.in_(ids))
        found |= await _rows(session, OutboxRow.original_id.in_(ids))
    accepted = await _accepted(session, [row for row, _ in found.values()])
    return [SaidRow(row, to, accepted.get(row.id)) for _, (row, to) in sorted(found.items())]


async def _rows(session: AsyncSession, only: ColumnElement[bool]) -> dict[int, tuple[OutboxRow, str]]:
    rows = await session.execute(
        select(OutboxRow, Person.name)
        .outerjoin(Person, Person.id == OutboxRow.person_id)
        .where(only, OutboxRow.method.in_(_WORDED))
    )
    return {row.id: (row, to or "") for row, to in rows}


async def _accepted(session: AsyncSession, said: Sequence[OutboxRow]) -> dict[int, Accepted]:
    """Looked for by what they are about: the ledger has no index by its message."""
    wanted = {row.id for row in said}
    found: dict[int, Accepted] = {}
    for some in batched(sorted({row.about for row in said if row.about})):
        rows = await session.execute(
            select(LedgerRow.id, LedgerRow.outbox_id, LedgerText.content)
            .outerjoin(LedgerText, LedgerText.ledger_id == LedgerRow.id)
            .where(LedgerRow.about.in_(some), LedgerRow.event == LedgerEvent.MESSAGE_ACCEPTED.value)
        )
        found |= {outbox_id: Accepted(row, words) for row, outbox_id, words in rows if outbox_id in wanted}
    return found
