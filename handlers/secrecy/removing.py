"""Take a message out of the chat that the guard has refused, and leave a line in the ledger: when, and by which rule.

Deleting is disposal under archive law. So it is known that a message is gone, and why, though nothing of what it said.
"""

from domain.ledger_event import LedgerEvent
from domain.secrecy import Finding
from handlers.handling.work import Work
from storage.people.person import Person


async def remove(work: Work, actor: Person, message_id: int | None, rule: Finding | None) -> None:
    """Take out somebody's own message; the rule is what was found in it."""
    if message_id is None:
        return
    await work.delete(actor.telegram_id, message_id)
    await work.record(
        LedgerEvent.MESSAGE_REMOVED,
        actor=actor,
        supplier_id=actor.supplier_id,
        about=actor.reference,
        content=rule or "",
    )


async def remove_from_stranger(work: Work, chat_id: int, message_id: int, rule: Finding) -> None:
    """Take out a message of somebody who is not in."""
    await work.delete(chat_id, message_id)
    await work.record(LedgerEvent.MESSAGE_REMOVED, content=rule.value)
