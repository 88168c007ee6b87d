"""Claim a slot, or show all of it. Each press is judged by who presses, never by what the button says."""

from domain.action import Action
from domain.ledger_event import LedgerEvent
from domain.slot import SlotStatus
from handlers.handling.answer import Answer, Below
from handlers.handling.press import Press
from handlers.handling.work import Work
from handlers.slots import facts, timing
from handlers.slots.alerts import together
from handlers.slots.alerts.codes import key_of
from handlers.slots.alerts.current import alert_as_it_is, change_alerts
from handlers.slots.finding import refreshed, theirs
from handlers.slots.reaching import claim_told
from messages.message import Message
from messages.slots.claim import SlotClaimed
from storage.people import contact_details
from storage.people.person import Person
from storage.slots import slot_life
from storage.slots.slot import Slot


async def take(work: Work, actor: Person, press: Press) -> Answer:
    """*Jag tar den* was pressed under an alert: one claims, everyone else sees who it was."""
    slot = await theirs(work, actor, Action.CLAIM_SLOT, press.number(0))
    has_changed = slot.status is SlotStatus.OPEN and slot.revision != press.number(1)
    is_claimed = await claimed(work, actor, slot, revision=press.number(1))
    if of_all := await together.tells_of(work, press.shown):
        return await _taken_among(work, actor, slot, of_all, is_below=is_claimed or has_changed)
    if is_claimed:
        return None  # the alert that was pressed tells it already, as all of them do
    return await alert_as_it_is(work, await refreshed(work, slot), actor, is_whole=has_changed)


async def claimed(work: Work, actor: Person, slot: Slot, *, revision: int) -> bool:
    """Claim the slot, if it is open and still what the matcher has read; every alert and the supplier are told."""
    if slot.revision != revision or not await given_to(work, slot, actor):
        return False
    taken = await refreshed(work, slot)
    await work.record(
        LedgerEvent.SLOT_CLAIMED,
        actor=actor,
        supplier_id=slot.supplier_id,
        contract_id=slot.contract_id,
        about=slot.reference,
    )
    await contact_details.note_asked(work.session, actor.id, now=work.now, about=slot.reference)
    await change_alerts(work, taken)
    told = SlotClaimed(await facts.of_slot(work, taken), matcher=actor.name, contact=work.city.contact)
    await claim_told.tell(work, taken, told)
    return True


async def given_to(work: Work, slot: Slot, matcher: Person) -> bool:
    """Let the matcher have it, if it is open and its last day is not over."""
    return await slot_life.claim(
        work.session,
        slot.id,
        matcher_id=matcher.id,
        now=work.now,
        today=work.city.today(work.now),
        next_at=timing.next_at(work, slot.timed, status=SlotStatus.RESERVED),
    )


async def show_all(work: Work, actor: Person, press: Press) -> Answer:
    """*Visa allt* was pressed. Where the alert tells of others too, they stay, and it stands below."""
    slot = await theirs(work, actor, Action.SEE_SLOT, press.number(0))
    shown = await alert_as_it_is(work, slot, actor, is_whole=True)
    return _below(work, actor, slot, shown) if await together.tells_of(work, press.shown) else shown


async def _taken_among(work: Work, actor: Person, slot: Slot, of_all: list[Slot], *, is_below: bool) -> Answer:
    """What a press on one of several offers has come to: the list tells it, and below stands what there is to read."""
    if is_below:
        now = await refreshed(work, slot)
        return _below(work, actor, now, await alert_as_it_is(work, now, actor, is_whole=now.claimed_by is None))
    return await together.message(work, of_all, actor)


def _below(work: Work, actor: Person, slot: Slot, message: Message) -> Below:
    """A message of its own about one of several offers, which goes on to tell what is true, as all alerts do."""
    return Below(message, about=slot.reference, key=f"{key_of(slot.id, actor.id)}:{work.key}")
