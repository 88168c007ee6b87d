"""Nobody has taken an offer: the matchers are asked again, then the coordinators, who can give it to somebody."""

from domain.action import Action
from domain.ledger_event import LedgerEvent
from domain.role import Role
from domain.slot import SlotStatus
from handlers.handling.answer import Answer, NotTheirsError
from handlers.handling.choices import Choice, numbered
from handlers.handling.press import Press
from handlers.handling.work import Work
from handlers.people import notice, recipient
from handlers.slots import facts, nobody_yet, timing, views
from handlers.slots.alerts import alert
from handlers.slots.alerts.current import change_alerts
from handlers.slots.card import card
from handlers.slots.claiming import given_to
from handlers.slots.finding import refreshed, theirs
from handlers.slots.following import changed_hands
from handlers.slots.reaching import claim_told
from handlers.slots.telling import tell_holder
from handlers.slots.waiting.asking import ask_coordinators as ask_those
from handlers.slots.waiting.codes import ASSIGN, way
from messages.button import data
from messages.label import Label
from messages.message import Message
from messages.people.leaving import SlotHandedOver
from messages.slots.claim import SlotClaimed
from messages.slots.facts import SlotNews
from messages.slots.waiting import SlotAssigned, SlotAssignedElsewhere, SlotUntaken
from storage.people import person
from storage.people.person import Person
from storage.slots import slot_life
from storage.slots.slot import Slot

MOST_NAMED = 6
"""Matchers who are named on buttons of their own."""


async def ask_matchers(work: Work, slot: Slot) -> bool:
    """Ask every matcher once more, and tell the supplier honestly."""
    await alert.send_again(work, slot)
    await nobody_yet.tell_reporter(work, slot)
    return True


async def ask_coordinators(work: Work, slot: Slot) -> bool:
    """Five working days have gone: the coordinators can give it to a matcher."""
    question = Message(SlotUntaken(await facts.of_slot(work, slot)), numbered(await ways_to_assign(work, slot)))
    await ask_those(work, slot, question, "untaken")
    return True


async def ways_to_assign(work: Work, slot: Slot) -> list[Choice]:
    """The matchers who are here and don't have it, and the slot's card."""
    here = [each for each in await recipient.present(work, Role.MATCHER) if each.id != slot.claimed_by]
    named = [
        (Label("slot.assign", text=each.name), data(ASSIGN, slot.id, slot.revision, each.id))
        for each in here[:MOST_NAMED]
    ]
    return [*named, way("slot.show_all", views.CARD, slot)]


async def assign(work: Work, actor: Person, press: Press) -> Answer:
    """*Ge till Anna* was pressed."""
    slot = await theirs(work, actor, Action.ASSIGN_SLOT, press.number(0))
    matcher = await _matcher(work, press.number(2))
    is_given = slot.revision == press.number(1) and await _given(work, actor, slot, matcher)
    now = await refreshed(work, slot)
    if is_given:
        await change_alerts(work, now)
    return await card(work, actor, now, news=SlotNews.ASSIGNED if is_given else SlotNews.MOVED_ON)


async def _matcher(work: Work, person_id: int) -> Person:
    found = await person.with_id(work.session, person_id)
    if found is None or found.role is not Role.MATCHER or found.ended_at is not None:
        raise NotTheirsError
    return found


async def _given(work: Work, actor: Person, slot: Slot, matcher: Person) -> bool:
    """Out of whoever's hands it is in, into the matcher's; all whom it concerns hear of it."""
    if slot.status not in {SlotStatus.OPEN, SlotStatus.RESERVED} or timing.is_past(work, slot):
        return False
    earlier = await person.with_id(work.session, slot.claimed_by) if slot.claimed_by is not None else None
    if earlier is not None:
        elsewhere = SlotAssignedElsewhere(await facts.of_slot(work, slot), actor.name, matcher.name)
        await tell_holder(work, slot, Message(elsewhere))
        await slot_life.release(work.session, slot.id, matcher_id=earlier.id, next_at=None)
    if not await given_to(work, slot, matcher):
        return False
    await work.record(
        LedgerEvent.SLOT_ASSIGNED,
        actor=actor,
        supplier_id=slot.supplier_id,
        contract_id=slot.contract_id,
        about=slot.reference,
    )
    given = await refreshed(work, slot)
    await _tell(work, actor, given, matcher, earlier)
    await changed_hands(work, actor, given)
    return True


async def _tell(work: Work, actor: Person, slot: Slot, matcher: Person, earlier: Person | None) -> None:
    told, contact = await facts.of_slot(work, slot), work.city.contact
    buttons = numbered([way("slot.show_all", views.CARD, slot), way("slot.release", views.RELEASE, slot)], in_a_row=2)
    await notice.tell(work, matcher, Message(SlotAssigned(told, actor.name), buttons), about=slot.reference)
    news = (
        SlotHandedOver(told, matcher.name, earlier.name, contact)
        if earlier is not None
        else SlotClaimed(told, matcher=matcher.name, contact=contact)
    )
    await claim_told.tell(work, slot, news)
