"""An offer's time is over: it expires, the city says why nobody came, and the supplier hears it honestly."""

from domain.action import Action
from domain.ledger_event import LedgerEvent
from domain.offer_step import OfferStep
from domain.slot import EmptyReason, SlotStatus
from handlers.handling.answer import Answer
from handlers.handling.choices import numbered
from handlers.handling.press import Press
from handlers.handling.work import Work
from handlers.slots import facts, timing
from handlers.slots.alerts.current import change_alerts
from handlers.slots.card import behind, card
from handlers.slots.finding import refreshed, theirs
from handlers.slots.telling import tell_reporter
from handlers.slots.waiting import asking
from handlers.slots.waiting.codes import REASON, RENEW, way
from messages.button import data
from messages.label import Label
from messages.message import Message
from messages.slots.facts import SlotNews
from messages.slots.waiting import EmptyReasonAsked, EmptyReasonGiven, SlotExpired
from storage.people import person
from storage.people.person import Person
from storage.slots import slot_life
from storage.slots.slot import Slot

TO_CHOOSE = tuple(reason for reason in EmptyReason if reason is not EmptyReason.PAUSED)


async def expire(work: Work, slot: Slot) -> bool:
    """Let it expire, without a word: those come when people are at work."""
    await is_expired(work, slot)
    return False


async def is_expired(work: Work, slot: Slot, *, asked: OfferStep | None = None) -> bool:
    """Let it expire, unless something else has happened to it meanwhile; `asked` is what is asked with it."""
    reason = EmptyReason.PAUSED if slot.status is SlotStatus.PAUSED else None
    again_at = timing.next_at(work, slot.timed, status=SlotStatus.EXPIRED, asked=asked)
    if not await slot_life.expire(work.session, slot.id, reason=reason, now=work.now, asked=asked, next_at=again_at):
        return False
    expired = await refreshed(work, slot)
    await work.record(
        LedgerEvent.SLOT_EXPIRED, supplier_id=slot.supplier_id, contract_id=slot.contract_id, about=slot.reference
    )
    await change_alerts(work, expired)
    return True


async def ask_why(work: Work, slot: Slot) -> bool:
    """Ask whoever had it, else the coordinators; where the supplier had put it on hold itself, nobody."""
    if slot.empty_reason is not None:
        await _tell_supplier(work, slot)
        return True
    asked = await question(work, slot)
    if slot.claimed_by is not None:
        await asking.ask(work, await person.find(work.session, slot.claimed_by), slot, asked, "why")
    else:
        await asking.ask_coordinators(work, slot, asked, "why")
    return True


async def tell_without_reason(work: Work, slot: Slot) -> bool:
    """Nobody has said why: the supplier hears at least that nobody was found."""
    if slot.empty_reason is None:
        await _tell_supplier(work, slot)
    return True


async def question(work: Work, slot: Slot) -> Message:
    """Why did it stay empty?"""
    ways = [(Label(f"empty_reason.{reason}"), data(REASON, slot.id, place)) for place, reason in enumerate(TO_CHOOSE)]
    return Message(EmptyReasonAsked(await facts.of_slot(work, slot), is_missed=is_missed(slot)), numbered(ways))


async def ask_from_card(work: Work, actor: Person, press: Press) -> Answer:
    """*Säg varför* was pressed on a card."""
    slot = await theirs(work, actor, Action.FOLLOW_UP_SLOT, press.number(0))
    if slot.status is not SlotStatus.EXPIRED or slot.empty_reason is not None:
        return await card(work, actor, slot, behind(press), SlotNews.MOVED_ON)
    return await question(work, slot)


async def explain(work: Work, actor: Person, press: Press) -> Answer:
    """A reason was chosen: the supplier hears it."""
    slot = await theirs(work, actor, Action.FOLLOW_UP_SLOT, press.number(0))
    reason = dict(enumerate(TO_CHOOSE)).get(press.number(1))
    if reason is None or not await slot_life.explain(work.session, slot.id, reason):
        return await card(work, actor, await refreshed(work, slot), news=SlotNews.MOVED_ON)
    explained = await refreshed(work, slot)
    await work.record(
        LedgerEvent.SLOT_EMPTY_EXPLAINED,
        actor=actor,
        supplier_id=slot.supplier_id,
        contract_id=slot.contract_id,
        about=slot.reference,
        content=reason.value,
    )
    await _tell_supplier(work, explained)
    await asking.show_as_it_is(work, explained, except_at=press.shown.id if press.shown else 0)
    return Message(EmptyReasonGiven(await facts.of_slot(work, explained), reason))


def is_missed(slot: Slot) -> bool:
    """Whether it is a visit or a lecture that somebody had taken, and that was not held."""
    return slot.claimed_by is not None and slot.timed.is_held_on_a_day


async def _tell_supplier(work: Work, slot: Slot) -> None:
    told = SlotExpired(await facts.of_slot(work, slot), slot.empty_reason, is_missed(slot), work.city.contact)
    again = () if slot.asked is OfferStep.RENEWED else numbered([way("slot.renew", RENEW, slot)])
    await tell_reporter(work, slot, Message(told, again))
