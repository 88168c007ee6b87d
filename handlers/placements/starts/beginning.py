"""Somebody begins in a slot, as it was agreed or without a proposal: the same path for both."""

from datetime import date, datetime

from domain.ledger_event import LedgerEvent
from domain.placement import PlacementStatus
from domain.placement_step import TimedPlacement
from domain.turn.placement import PlacementFacts, turn_of
from domain.turn.turn import Side
from handlers.doorways import HEAR_START
from handlers.handling.choices import numbered
from handlers.handling.work import Work
from handlers.obligations import contract_facts
from handlers.people import company, notice, recipient
from handlers.people.recipient import Recipient
from handlers.placements.clock import timing
from handlers.placements.starts import new_resident
from handlers.placements.starts.codes import NO, YES, key
from handlers.slots import facts
from handlers.slots.telling import reporter_of
from messages.button import data
from messages.hearsay.hearsay import StartToAsk
from messages.label import Label
from messages.message import Message
from messages.placements.start import StartAsked
from messages.slots.facts import SlotNews
from storage.people.person import Person
from storage.placements import placement as placements
from storage.placements.placement import Placement
from storage.slots import slot as slots
from storage.slots import slot_life
from storage.slots.slot import Slot


async def begin(
    work: Work, actor: Person, placement: Placement, on: date, *, is_new_resident: bool | None = None
) -> SlotNews:
    """Whoever a placement was agreed for has begun on that day.

    `is_new_resident` is what the matcher has said, where `new_resident.is_asked`; a wish says it by itself.
    """
    # Held, so that what is counted in it stays true.
    slot = await slots.locked(work.session, placement.slot_id)
    if slot is None or not await slot_life.start(work.session, slot.id, revision=slot.revision):
        return SlotNews.MOVED_ON
    if await is_full(work, slot):
        return SlotNews.ALL_STARTED
    has_begun = await placements.begin(
        work.session,
        placement.id,
        started_by=actor.id,
        now=work.now,
        begun_on=on,
        is_new_resident=is_new_resident,
        next_at=reminded_at(work),
    )
    return await said(work, actor, slot, await refreshed(work, placement)) if has_begun else SlotNews.MOVED_ON


def reminded_at(work: Work) -> datetime | None:
    """When the clock comes to one that waits for the supplier's word from now on."""
    return timing.next_at(work, TimedPlacement(PlacementStatus.STARTED))


async def is_full(work: Work, slot: Slot) -> bool:
    """Whether somebody has begun in each of its places, as the matcher says."""
    return len(await placements.live_in(work.session, slot.id)) >= slot.places


async def said(work: Work, actor: Person, slot: Slot, placement: Placement) -> SlotNews:
    """The matcher has said it: it is on record, and whoever's turn it is hears of it."""
    await new_resident.decide(work, placement)
    await work.record(
        LedgerEvent.PLACEMENT_STARTED,
        actor=actor,
        supplier_id=slot.supplier_id,
        contract_id=slot.contract_id,
        about=placement.reference,
        content=placement.code,
    )
    return await _ask(work, actor, slot, placement)


async def refreshed(work: Work, placement: Placement) -> Placement:
    """The same placement as it is now, after a guarded update."""
    return await placements.find(work.session, placement.id) or placement


async def question(work: Work, matcher: Person, slot: Slot, placement: Placement, *, is_again: bool = False) -> Message:
    """Has somebody begun, as the matcher says?"""
    yes = (Label("start_answer.yes"), data(YES, placement.id))
    no = (Label("start_answer.no"), data(NO, placement.id))
    asked = StartAsked(await facts.of_slot(work, slot), matcher.name, placement.code, is_again)
    return Message(asked, numbered([yes, no], in_a_row=2))


async def _ask(work: Work, matcher: Person, slot: Slot, placement: Placement) -> SlotNews:
    """Ask whoever's turn it is: the supplier, or where nobody there can be reached, the coordinators."""
    reporter = await reporter_of(work, slot)
    to = await company.acting_for(work, reporter) if reporter is not None else None
    turn = turn_of(PlacementFacts(placement.status, is_supplier_in_reach=to is not None))
    if to is not None and turn.side is Side.SUPPLIER:
        await _ask_supplier(work, matcher, slot, placement, to)
        return SlotNews.STARTED
    await _ask_by_phone(work, matcher, slot, placement)
    return SlotNews.STARTED_BY_PHONE


async def _ask_supplier(work: Work, matcher: Person, slot: Slot, placement: Placement, to: Recipient) -> None:
    asked = to.gets(await question(work, matcher, slot, placement))
    key_to = f"{key(placement.id)}{to.person.id}"
    await notice.tell_directly(work, to.person, asked, about=placement.reference, key=key_to)


async def _ask_by_phone(work: Work, matcher: Person, slot: Slot, placement: Placement) -> None:
    """Whoever calls writes down what the supplier says: never the matcher whose word it is."""
    under = slot.contract_id
    to_call = await contract_facts.contacts_to_call(work, under) if under is not None else ()
    told = StartToAsk(await facts.of_slot(work, slot), matcher.name, placement.code, to_call)
    hear = numbered([(Label("hearsay.enter"), data(HEAR_START, placement.id))])
    for each in await recipient.coordinators(work):
        await notice.tell(work, each, Message(told, hear), about=placement.reference)
