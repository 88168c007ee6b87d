"""Telegram refuses to reach somebody: remember it, and tell those who can call instead."""

from domain.ledger_event import LedgerEvent
from handlers.faq import changing_hands
from handlers.handling.work import Work
from handlers.obligations.ladder import undelivered
from handlers.people.colleagues import company_of
from handlers.people.reachability import tell_coordinators
from handlers.slots.inquiry.going_on import go_on_without
from messages.message import Message
from messages.people.reachability import PersonUnreachable
from storage import delivery
from storage.people import person


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
    company = await company_of(work, gone)
    await work.record(LedgerEvent.PERSON_UNREACHABLE, supplier_id=gone.supplier_id, about=gone.reference)
    news = Message(PersonUnreachable(gone.name, company))
    await tell_coordinators(work, gone, news)
    await go_on_without(work, gone)
    await changing_hands.go_on_without(work, gone)
