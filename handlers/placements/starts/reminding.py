"""The supplier has not said whether somebody has begun: it is reminded once, then the coordinators may call."""

from handlers.form import asking
from handlers.handling.work import Work
from handlers.people import recipient
from handlers.people.recipient import Recipient
from handlers.placements import telling, views
from handlers.placements.clock.resting import puts_off
from handlers.placements.starts import beginning
from handlers.placements.starts.codes import key
from handlers.placements.views import Shown
from handlers.slots import facts
from handlers.slots.telling import answering_for
from messages.message import Message
from messages.placements.start import StartUnanswered
from storage import outbox
from storage.outbox import Lane, Ring
from storage.people import person
from storage.placements.placement import Placement
from storage.slots.slot import Slot


async def remind_supplier(work: Work, placement: Placement, slot: Slot) -> bool:
    """The question comes again, once; to one who was nudged within a week, later."""
    to = await answering_for(work, slot)
    if to is None:
        return True
    if await puts_off(work, placement, to.person):
        return False
    await _take_buttons_away(work, placement)
    await _ask_again(work, placement, slot, to)
    return True


async def tell_coordinators(work: Work, placement: Placement, slot: Slot) -> bool:
    """Still nobody has answered: they call and write down what they hear, or let it be."""
    matcher = await person.find(work.session, placement.matcher_id)
    to_call = await telling.contacts_to_call(work, slot)
    unanswered = StartUnanswered(await facts.of_slot(work, slot), matcher.name, placement.code, to_call)
    for each in await recipient.coordinators(work):
        message = Message(unanswered, views.card_buttons(Shown(placement, slot, has_room=True), each))
        await telling.tell(work, placement, Recipient(each), message, "start_unanswered", Lane.DUTY)
    return True


async def _take_buttons_away(work: Work, placement: Placement) -> None:
    """One question at a time has the buttons."""
    for row in await outbox.said_about(work.session, placement.reference, key_begins=key(placement.id)):
        await work.take_buttons_away(row.id)


async def _ask_again(work: Work, placement: Placement, slot: Slot, to: Recipient) -> None:
    matcher = await person.find(work.session, placement.matcher_id)
    await work.tell(
        to.person,
        to.gets(await beginning.question(work, matcher, slot, placement, is_again=True)),
        lane=Lane.DUTY,
        ring=Ring.IN_WORKING_HOURS,
        key=f"{key(placement.id)}{to.person.id}:{work.key}",
        about=placement.reference,
    )
    await asking.show_again(work, to.person)
