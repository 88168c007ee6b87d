"""An offer is claimed and nothing happens: whoever has it is asked, then the coordinators; the supplier hears."""

from domain.action import Action
from domain.ledger_event import LedgerEvent
from domain.offer_step import LOOKED_AT_AFTER
from domain.slot import SlotStatus
from handlers.handling.answer import Answer
from handlers.handling.choices import numbered
from handlers.handling.press import Press
from handlers.handling.work import Work
from handlers.slots import facts, timing, views
from handlers.slots.card import card
from handlers.slots.finding import refreshed, theirs
from handlers.slots.telling import tell_reporter
from handlers.slots.waiting import asking
from handlers.slots.waiting.codes import ON_IT, way
from handlers.slots.waiting.untaken import ways_to_assign
from messages.message import Message
from messages.slots.facts import SlotNews
from messages.slots.waiting import SlotGoingOn, SlotQuiet, SlotQuietForLong
from storage.people import person
from storage.people.person import Person
from storage.slots import slot_life, unclaimed
from storage.slots.slot import Slot


async def ask(work: Work, slot: Slot) -> bool:
    """Ask whoever has it how it goes, unless there was a sign lately."""
    if slot.claimed_by is None or await _was_sign(work, slot):
        return False
    ways = [
        way("slot.on_it", ON_IT, slot),
        way("slot.release", views.RELEASE, slot),
        way("slot.show_all", views.CARD, slot),
    ]
    holder = await person.find(work.session, slot.claimed_by)
    await asking.ask(work, holder, slot, Message(SlotQuiet(await facts.of_slot(work, slot)), numbered(ways)), "quiet")
    return True


async def ask_coordinators(work: Work, slot: Slot) -> bool:
    """They have not answered either: the coordinators can give it to somebody else, and the supplier hears that."""
    if slot.claimed_by is None or await _was_sign(work, slot):
        return False
    holder, told = await person.find(work.session, slot.claimed_by), await facts.of_slot(work, slot)
    question = Message(SlotQuietForLong(told, holder.name), numbered(await ways_to_assign(work, slot)))
    await asking.ask_coordinators(work, slot, question, "quiet_for_long")
    going_on = SlotGoingOn(told, holder.name, is_heard=False, contact=work.city.contact)
    await tell_reporter(work, slot, Message(going_on))
    return True


async def go_on(work: Work, actor: Person, press: Press) -> Answer:
    """*Jag jobbar på det* was pressed: the supplier hears it, and five working days are counted anew."""
    slot = await theirs(work, actor, Action.SEE_SLOT, press.number(0))
    is_on_it = slot.claimed_by == actor.id and not timing.is_past(work, slot)
    again_at = timing.next_at(work, slot.timed, status=SlotStatus.RESERVED)
    if not is_on_it or not await slot_life.go_on(work.session, slot.id, matcher_id=actor.id, next_at=again_at):
        return await card(work, actor, await refreshed(work, slot), news=SlotNews.MOVED_ON)
    await work.record(
        LedgerEvent.SLOT_UNDER_WAY,
        actor=actor,
        supplier_id=slot.supplier_id,
        contract_id=slot.contract_id,
        about=slot.reference,
    )
    now = await refreshed(work, slot)
    told = SlotGoingOn(await facts.of_slot(work, now), actor.name, is_heard=True, contact=work.city.contact)
    await tell_reporter(work, now, Message(told))
    await asking.show_as_it_is(work, now, except_at=press.shown.id if press.shown else 0)
    return await card(work, actor, now, news=SlotNews.GOING_ON)


async def _was_sign(work: Work, slot: Slot) -> bool:
    """Whether something has happened to it lately; then it is looked at again five working days after that."""
    latest = await unclaimed.latest_sign(work.session, slot)
    if latest is None:
        return False
    look_again_at = work.city.hours.working_days_later(latest, LOOKED_AT_AFTER)
    if look_again_at <= work.now:
        return False
    slot.asked, slot.next_at = None, look_again_at
    return True
