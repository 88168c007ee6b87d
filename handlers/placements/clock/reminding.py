"""Remind whoever's turn it is about a placement. What waits for the city is never counted against a supplier."""

from domain.placement import PlacementStatus
from handlers.handling.work import Work
from handlers.people import recipient
from handlers.people.recipient import Recipient
from handlers.placements import facts, telling, views
from handlers.placements.clock.resting import puts_off
from handlers.placements.views import Shown
from handlers.slots.telling import answering_for
from messages.message import Message, Rows
from messages.placements.proposal import PlacementWaiting, ProposalUnanswered, ProposalWaiting, Waited
from storage.outbox import Lane
from storage.people import person
from storage.people.person import Person
from storage.placements.placement import Placement
from storage.slots.slot import Slot

_WAITED = {
    PlacementStatus.PROPOSED: Waited.QUESTIONS,
    PlacementStatus.INTERESTED: Waited.INTERESTED,
    PlacementStatus.INTRODUCED: Waited.INTRODUCED,
}
"""What waits for the matcher in each status."""


async def remind_supplier(work: Work, placement: Placement, slot: Slot) -> bool:
    """Nobody has answered: the supplier is reminded once; one who was nudged within a week, later."""
    to = await answering_for(work, slot)
    if to is None:
        return True
    if await puts_off(work, placement, to.person):
        return False
    told = await facts.told(work, placement, slot, is_to_supplier=True)
    reminder = Message(ProposalWaiting(told), _buttons(placement, slot, to.person))
    await telling.tell_supplier(work, placement, slot, reminder, "waiting", Lane.DUTY)
    return True


async def tell_coordinators(work: Work, placement: Placement, slot: Slot) -> bool:
    """Still nobody has: the coordinators call, and the matcher can let it be."""
    told = await facts.told(work, placement, slot, is_to_supplier=False)
    unanswered = ProposalUnanswered(told, await telling.contacts_to_call(work, slot))
    for each in await recipient.coordinators(work):
        message = Message(unanswered, _buttons(placement, slot, each))
        await telling.tell(work, placement, Recipient(each), message, "unanswered", Lane.DUTY)
    await _tell_matcher(work, placement, slot, Waited.PROPOSAL)
    return True


async def remind_matcher(work: Work, placement: Placement, slot: Slot) -> bool:
    """It is the matcher's turn, and nothing has happened for five working days."""
    await _tell_matcher(work, placement, slot, _WAITED[placement.status])
    return True


async def ask_whether_begun(work: Work, placement: Placement, slot: Slot) -> bool:
    """The first day has come: has somebody begun?"""
    await _tell_matcher(work, placement, slot, Waited.START)
    return True


async def ask_again_whether_begun(work: Work, placement: Placement, slot: Slot) -> bool:
    """The matcher has not said so."""
    await _tell_matcher(work, placement, slot, Waited.START_AGAIN)
    return True


async def _tell_matcher(work: Work, placement: Placement, slot: Slot, waited: Waited) -> None:
    told = await facts.told(work, placement, slot, is_to_supplier=False)
    holder = await person.find(work.session, slot.claimed_by or placement.matcher_id)
    message = Message(PlacementWaiting(told, waited), _buttons(placement, slot, holder))
    await telling.tell_matcher(work, placement, slot, message, waited.value, Lane.DUTY)


def _buttons(placement: Placement, slot: Slot, viewer: Person) -> Rows:
    return views.card_buttons(Shown(placement, slot, has_room=True), viewer)
