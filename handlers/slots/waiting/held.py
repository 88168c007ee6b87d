"""The day of a visit or a lecture is over: was it held, and how many came?"""

from collections.abc import Sequence

from domain.action import Action
from domain.frozen import frozen
from domain.ledger_event import LedgerEvent
from domain.offer_step import OfferStep
from domain.slot_life import SLOT_LIFE, SlotEvent
from domain.typed_number import understood_number
from handlers.form import forms
from handlers.form.complaint import Complaint
from handlers.form.form import FormAbout, registered
from handlers.form.question import Answers, Known, Option, Question, given
from handlers.handling.answer import Answer
from handlers.handling.choices import numbered
from handlers.handling.press import Press
from handlers.handling.work import Work
from handlers.slots import facts
from handlers.slots.about_slot import AboutSlot, SlotAsRead
from handlers.slots.alerts.current import change_alerts
from handlers.slots.card import behind, card
from handlers.slots.finding import find, refreshed, still_may, theirs
from handlers.slots.telling import tell_reporter
from handlers.slots.waiting import asking, expiring
from handlers.slots.waiting.codes import HELD, NOT_HELD, PLAN_DAY, way
from messages.message import Message
from messages.slots.facts import SlotNews
from messages.slots.waiting import SlotHeld, SlotHeldAsked
from storage.people import person
from storage.people.person import Person
from storage.slots import slot_life
from storage.slots.slot import Slot

MOST_CAME = 999
USUAL = (5, 10, 15, 20, 25)


@frozen
class Came:
    """How many came."""

    participants: int


async def ask(work: Work, slot: Slot) -> bool:
    """Ask whoever has it."""
    if slot.claimed_by is not None:
        holder = await person.find(work.session, slot.claimed_by)
        await asking.ask(work, holder, slot, await _question(work, slot), "held")
    return True


async def ask_coordinators(work: Work, slot: Slot) -> bool:
    """Whoever has it has not answered: the coordinators may know."""
    await asking.ask_coordinators(work, slot, await _question(work, slot), "held_or_not")
    return True


async def begin(work: Work, actor: Person, press: Press) -> Answer:
    """*Ja, det blev av* was pressed: how many came?"""
    slot = await theirs(work, actor, Action.FOLLOW_UP_SLOT, press.number(0))
    if not _is_asked_about(work, slot):
        return await card(work, actor, slot, behind(press), SlotNews.MOVED_ON)
    if press.shown is not None:
        await work.take_buttons_away(press.shown.id)
    return await forms.begin_about(work, actor, FORM, SlotAsRead(slot.id, slot.revision))


async def tell_not_held(work: Work, actor: Person, press: Press) -> Answer:
    """*Nej* was pressed: it expires, and why is chosen at once."""
    slot = await theirs(work, actor, Action.FOLLOW_UP_SLOT, press.number(0))
    if not _is_asked_about(work, slot) or not await expiring.is_expired(work, slot, asked=OfferStep.REASON):
        return await card(work, actor, await refreshed(work, slot), behind(press), SlotNews.MOVED_ON)
    return await expiring.question(work, await refreshed(work, slot))


async def _question(work: Work, slot: Slot) -> Message:
    asked = SlotHeldAsked(await facts.of_slot(work, slot))
    ways = [
        way("slot.held", HELD, slot),
        way("slot.not_held", NOT_HELD, slot),
        way("slot.other_day", PLAN_DAY, slot),
    ]
    return Message(asked, numbered(ways))


def _is_asked_about(work: Work, slot: Slot) -> bool:
    is_over = slot.timed.is_held_on_a_day and slot.timed.starts_on <= work.city.today(work.now)
    return is_over and SLOT_LIFE.allows(slot.status, SlotEvent.HOLD)


def _usual(_answers: Answers, _known: Known) -> Sequence[Option]:
    return [Option(number, text=str(number)) for number in USUAL]


def _typed(_answers: Answers, _known: Known, text: str) -> int | Complaint:
    number = understood_number(text)
    return number if number is not None and 0 <= number <= MOST_CAME else Complaint.COUNT_NOT_A_NUMBER


CAME = Question[AboutSlot]("participants", "participants", _usual, _typed, in_a_row=5, takes_number=True)


@frozen(kw_only=True)
class Following(AboutSlot):
    """What is known of the visit or the lecture that was held.

    Attributes:
        about: Which.
    """

    about: SlotAsRead


async def _following(work: Work, actor: Person, about: SlotAsRead) -> Following:
    today, hours = work.city.today(work.now), work.city.hours
    slot = await find(work, actor, Action.FOLLOW_UP_SLOT, about.slot_id)
    return Following(today, hours, slot=await facts.of_slot(work, slot) if slot is not None else None, about=about)


async def _send(work: Work, actor: Person, answers: Answers, known: Following) -> Message:
    slot = await theirs(work, actor, Action.FOLLOW_UP_SLOT, known.about.slot_id)
    participants = given(answers, Came).participants
    if not await slot_life.hold(work.session, slot.id, participants=participants, now=work.now):
        return await card(work, actor, await refreshed(work, slot), news=SlotNews.MOVED_ON)
    held = await refreshed(work, slot)
    await work.record(
        LedgerEvent.SLOT_HELD,
        actor=actor,
        supplier_id=slot.supplier_id,
        contract_id=slot.contract_id,
        about=slot.reference,
        content=str(participants),
    )
    await change_alerts(work, held)
    await tell_reporter(work, held, Message(SlotHeld(await facts.of_slot(work, held), participants)))
    return await card(work, actor, held, news=SlotNews.HELD)


FORM = registered(
    FormAbout(
        name="held",
        noun="slot",
        still_holds=still_may(Action.FOLLOW_UP_SLOT, SlotEvent.HOLD),
        version=1,
        about=SlotAsRead,
        questions=lambda _answers, _known: (CAME,),
        known=_following,
        send=_send,
    )
)
