"""What has waited while reminders were held, and when each of it goes on."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, or_, select, true, update
from sqlalchemy.ext.asyncio import AsyncSession

from domain.meeting import MeetingStatus
from domain.obligation import ObligationStatus, Rung
from domain.slot import SlotStatus
from storage.base import batched
from storage.meetings.meeting import Meeting
from storage.obligations.obligation import Obligation
from storage.slots.slot import Slot

_WAITS: Mapping[Any, tuple[Any, ColumnElement[bool]]] = {
    Slot: (Slot.next_at, Slot.status.in_((SlotStatus.OPEN, SlotStatus.RESERVED, SlotStatus.PAUSED))),
    Meeting: (Meeting.confirm_at, Meeting.status == MeetingStatus.HELD),
}
"""When people are asked about each by itself, and in which state."""


async def suppliers(session: AsyncSession, contract_id: int | None, *, before: datetime) -> Sequence[int]:
    """Those about whose contracts something would have been said before that instant, by id, the most waiting first."""
    said = or_(Obligation.next_at < before, Obligation.rung > Rung.NONE.value)
    questions = [
        select(Obligation.supplier_id, Obligation.due_on)
        .where(Obligation.next_at.is_not(None), said, _under(Obligation, contract_id))
        .order_by(Obligation.due_on, Obligation.id),
        *(
            select(table.supplier_id, at)
            .where(at < before, is_waiting, _under(table, contract_id))
            .order_by(at, table.id)
            for table, (at, is_waiting) in _WAITS.items()
        ),
    ]
    found = [row[0] for question in questions for row in await session.execute(question)]
    return list(dict.fromkeys(found))


async def obligations(session: AsyncSession, contract_id: int | None) -> Sequence[Obligation]:
    """Everything that the ladder comes to, of that contract, or of all for None; held until the transaction ends."""
    return (
        await session.scalars(
            select(Obligation)
            .where(Obligation.next_at.is_not(None), _under(Obligation, contract_id))
            .order_by(Obligation.id)
            .with_for_update()
            .execution_options(populate_existing=True),
        )
    ).all()


async def go_on(session: AsyncSession, obligation_ids: Collection[int], values: Mapping[str, Any]) -> None:
    """Let the ladder come to them by these values, if they still wait for it."""
    for some in batched(list(obligation_ids)):
        await session.execute(
            update(Obligation)
            .where(
                Obligation.id.in_(some),
                Obligation.status.in_((ObligationStatus.OPEN, ObligationStatus.ESCALATED)),
            )
            .values(**values),
        )


async def put_off(session: AsyncSession, contract_id: int | None, supplier_id: int, *, until: datetime) -> None:
    """Let what would be asked about earlier than that be asked about then."""
    for table, (at, is_waiting) in _WAITS.items():
        await session.execute(
            update(table)
            .where(table.supplier_id == supplier_id, at < until, is_waiting, _under(table, contract_id))
            .values({at.key: until})
            .execution_options(synchronize_session=False),
        )


def _under(table: Any, contract_id: int | None) -> ColumnElement[bool]:
    return table.contract_id == contract_id if contract_id is not None else true()
