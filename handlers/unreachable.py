"""Telegram refuses to reach somebody: remember it, and tell those who can call instead."""

from domain.role import Role
from handlers.work import Work
from messages import coordinator
from messages.message import Message
from storage import delivery, person, supplier
from storage.outbox import Lane, Ring


async def note(work: Work, *, chat_id: int, person_id: int | None) -> None:
    """Stop what is queued for the chat; if it is news about a person, the coordinators hear it."""
    await delivery.set_chat_unreachable(work.session, chat_id)
    if person_id is None or not await person.mark_unreachable(work.session, person_id, now=work.now):
        return
    gone = await person.find(work.session, person_id)
    company = await supplier.find(work.session, gone.supplier_id) if gone.supplier_id else None
    await work.record("person_unreachable", supplier_id=gone.supplier_id, about=f"person:{gone.id}")
    news = Message(coordinator.PersonUnreachable(gone.name, company.name if company else None))
    for recipient in await person.active_in_role(work.session, Role.COORDINATOR):
        await work.tell(recipient, news, lane=Lane.DUTY, ring=Ring.IN_WORKING_HOURS, about=f"person:{gone.id}")
