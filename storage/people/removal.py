"""What the guard has taken out of somebody's chat, as the ledger has it: when and by which rule, never what it said."""

from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from domain.frozen import frozen
from domain.ledger_event import LedgerEvent
from domain.reference import Reference
from domain.secrecy import Finding
from storage.ledger import LedgerRow, LedgerText


@frozen
class Removals:
    """How many messages, and the last of them.

    Attributes:
        rule: What was found in it; None where the ledger's text was disposed of.
    """

    count: int
    last_at: datetime
    rule: Finding | None


async def of_person(session: AsyncSession, person: Reference) -> Removals | None:
    """What was taken out of that person's chat; None where nothing was."""
    found = await session.execute(
        select(func.count().over(), LedgerRow.at, LedgerText.content)
        .outerjoin(LedgerText, LedgerText.ledger_id == LedgerRow.id)
        .where(LedgerRow.about == str(person), LedgerRow.event == LedgerEvent.MESSAGE_REMOVED.value)
        .order_by(LedgerRow.id.desc())
        .limit(1)
    )
    row = found.first()
    return Removals(row[0], row[1], Finding(row[2]) if row[2] else None) if row is not None else None
