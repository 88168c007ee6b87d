"""Tell those whose draft of a broadcast names a supplier what it has answered: they wait for that."""

from domain.access import may
from domain.action import Action
from handlers.handling.work import Work
from messages.council.naming import NamingAwaited
from messages.message import Message
from storage.broadcasts import broadcast
from storage.council.naming import NamingQuestion
from storage.outbox import Lane, Ring
from storage.people import person, supplier


async def tell_of(work: Work, answered: NamingQuestion) -> None:
    """Tell them, and whoever has asked; nobody where no draft waits."""
    writers = await broadcast.writers_of_drafts(work.session, answered.supplier_id)
    if not writers or answered.answer is None:
        return
    asked_by = {answered.asked_by} if answered.asked_by is not None else set()
    named = (await supplier.find(work.session, answered.supplier_id)).name
    for person_id in sorted(writers | asked_by):
        each = await person.find(work.session, person_id)
        if each.ended_at is None and may(each.actor, Action.BROADCAST):
            await work.tell(
                each,
                Message(NamingAwaited(named, answered.answer)),
                lane=Lane.ALERT,
                ring=Ring.IN_WORKING_HOURS,
                key=f"naming_awaited:{answered.id}:{each.id}",
                about=answered.reference,
            )
