"""Somebody whom Telegram refused to reach can be reached again."""

from domain.ledger_event import LedgerEvent
from handlers.handling.work import Work
from handlers.people import recipient
from handlers.people.colleagues import company_of
from messages.message import Message
from messages.people.reachability import PersonReachable
from storage.outbox import Lane, Ring
from storage.people import person
from storage.people.person import Person


async def note_back(work: Work, person_id: int) -> None:
    """Somebody can be reached again; if that is news, the coordinators hear it, as they heard that it was not so."""
    if not await person.mark_reachable(work.session, person_id):
        return
    back = await person.find(work.session, person_id)
    await work.record(LedgerEvent.PERSON_REACHABLE, supplier_id=back.supplier_id, about=back.reference)
    if back.ended_at is not None:
        return
    company = await company_of(work, back)
    news = Message(PersonReachable(back.name, company))
    await tell_coordinators(work, back, news)


async def tell_coordinators(work: Work, about: Person, news: Message) -> None:
    """Tell the coordinators, but for the one whom it is about."""
    for each in await recipient.coordinators(work):
        if each.id != about.id:
            await work.tell(each, news, lane=Lane.DUTY, ring=Ring.IN_WORKING_HOURS, about=about.reference)
