"""Telegram refuses to reach somebody: remember it, and tell those who can call instead."""

from handlers import recipient
from handlers.inquiry.going_on import go_on_without
from handlers.nudging import undelivered
from handlers.work import Work
from messages import coordinator
from messages.message import Message
from storage import delivery, person, supplier
from storage.outbox import Lane, Ring
from storage.person import Person


async def note(work: Work, *, chat_id: int, person_id: int | None) -> None:
    """Stop what is queued for the chat; if it is news about a person, the coordinators hear it."""
    await delivery.set_chat_unreachable(work.session, chat_id)
    if person_id is None:
        return
    is_news = await person.mark_unreachable(work.session, person_id, now=work.now)
    await undelivered.note(work, person_id)
    if not is_news:
        return
    gone = await person.find(work.session, person_id)
    company = await supplier.find(work.session, gone.supplier_id) if gone.supplier_id else None
    await work.record("person_unreachable", supplier_id=gone.supplier_id, about=f"person:{gone.id}")
    news = Message(coordinator.PersonUnreachable(gone.name, company.name if company else None))
    await _tell_coordinators(work, gone, news)
    await go_on_without(work, gone)


async def note_back(work: Work, person_id: int) -> None:
    """Somebody can be reached again; if that is news, the coordinators hear it, as they heard that it was not so."""
    if not await person.mark_reachable(work.session, person_id):
        return
    back = await person.find(work.session, person_id)
    await work.record("person_reachable", supplier_id=back.supplier_id, about=f"person:{back.id}")
    if back.ended_at is not None:
        return
    company = await supplier.find(work.session, back.supplier_id) if back.supplier_id else None
    news = Message(coordinator.PersonReachable(back.name, company.name if company else None))
    await _tell_coordinators(work, back, news)


async def _tell_coordinators(work: Work, about: Person, news: Message) -> None:
    for each in await recipient.coordinators(work):
        if each.id != about.id:
            await work.tell(each, news, lane=Lane.DUTY, ring=Ring.IN_WORKING_HOURS, about=f"person:{about.id}")
