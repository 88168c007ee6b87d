"""Write into the ledger what has happened to a meeting, and who was told of it."""

import json
from collections.abc import Mapping

from domain.ledger_event import LedgerEvent
from handlers.handling.work import Work
from storage.meetings.meeting import Meeting
from storage.people.person import Person


async def record(
    work: Work, meeting: Meeting, event: LedgerEvent, actor: Person, content: str | Mapping[str, object] = ""
) -> None:
    """Record what somebody has done, with its words, or with several things of which each has a name."""
    await work.record(
        event,
        actor=actor,
        supplier_id=meeting.supplier_id,
        contract_id=meeting.contract_id,
        about=meeting.reference,
        content=content if isinstance(content, str) else json.dumps(content, ensure_ascii=False),
    )


async def record_told(  # noqa: PLR0913, PLR0917  who was told what, of which meeting, by which row of the outbox
    work: Work, meeting: Meeting, event: LedgerEvent, recipient: Person, outbox_id: int | None, content: str
) -> None:
    """Record who was told of the meeting, and by which row of the outbox."""
    await work.record(
        event,
        recipient=recipient,
        supplier_id=meeting.supplier_id,
        contract_id=meeting.contract_id,
        about=meeting.reference,
        outbox_id=outbox_id,
        content=content,
    )
