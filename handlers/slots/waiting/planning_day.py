"""The day of a visit or a lecture, as whoever has it has agreed with the supplier: it can be said anew by a press."""

from datetime import date

from domain.action import Action
from domain.frozen import frozen
from domain.ledger_event import LedgerEvent
from domain.slot import SlotStatus
from domain.slot_life import SLOT_LIFE, SlotEvent
from handlers.form import forms
from handlers.form.form import FormAbout, registered
from handlers.form.question import Answers, Known, Question, coming_day, given
from handlers.form.typed import typed_single_day
from handlers.handling.answer import Answer
from handlers.handling.press import Press
from handlers.handling.work import Work
from handlers.slots import facts, timing
from handlers.slots.about_slot import AboutSlot, SlotAsRead
from handlers.slots.alerts.current import change_alerts
from handlers.slots.card import behind, card
from handlers.slots.finding import find, refreshed, still_may, theirs
from handlers.slots.report.choices import single_days
from handlers.slots.telling import tell_holder, tell_reporter
from handlers.slots.waiting import asking
from messages.message import Message
from messages.slots.change import SlotChanged
from messages.slots.facts import SlotNews
from messages.slots.waiting import SlotDayPlanned
from storage.people.person import Person
from storage.slots import slot_life
from storage.slots.slot import Slot


@frozen
class Planned:
    """What is answered: the day."""

    starts_on: date


@frozen(kw_only=True)
class Planning(AboutSlot):
    """What is known of the visit or the lecture whose day is said.

    Attributes:
        about: Which.
    """

    about: SlotAsRead


async def begin(work: Work, actor: Person, press: Press) -> Answer:
    """*Bestäm dag* was pressed, on a card or where it was asked whether it was held."""
    slot = await theirs(work, actor, Action.FOLLOW_UP_SLOT, press.number(0))
    if not _can_be_planned(slot):
        return await card(work, actor, slot, behind(press), SlotNews.MOVED_ON)
    return await forms.begin_about(work, actor, FORM, SlotAsRead(slot.id, slot.revision))


def _can_be_planned(slot: Slot) -> bool:
    is_in_hand = slot.status is SlotStatus.RESERVED and SLOT_LIFE.allows(slot.status, SlotEvent.CHANGE)
    return is_in_hand and slot.timed.is_held_on_a_day


DAY = Question[Known]("planned_day", "starts_on", single_days, typed_single_day, takes_day=True, example=coming_day)


async def _planning(work: Work, actor: Person, about: SlotAsRead) -> Planning:
    today, hours = work.city.today(work.now), work.city.hours
    slot = await find(work, actor, Action.FOLLOW_UP_SLOT, about.slot_id)
    return Planning(today, hours, slot=await facts.of_slot(work, slot) if slot is not None else None, about=about)


async def _send(work: Work, actor: Person, answers: Answers, known: Planning) -> Message:
    slot, on = await theirs(work, actor, Action.FOLLOW_UP_SLOT, known.about.slot_id), given(answers, Planned).starts_on
    before = await facts.of_slot(work, slot)
    again_at = timing.next_at(work, slot.on_day(on))
    if not _can_be_planned(slot) or not await slot_life.plan_day(
        work.session, slot.id, on=on, revision=known.about.revision, next_at=again_at
    ):
        return await card(work, actor, await refreshed(work, slot), news=SlotNews.MOVED_ON)
    planned = await refreshed(work, slot)
    await work.record(
        LedgerEvent.SLOT_DAY_PLANNED,
        actor=actor,
        supplier_id=slot.supplier_id,
        contract_id=slot.contract_id,
        about=slot.reference,
        content=on.isoformat(),
    )
    await change_alerts(work, planned)
    await asking.show_as_it_is(work, planned)
    told = await facts.of_slot(work, planned)
    await tell_reporter(work, planned, Message(SlotDayPlanned(told, actor.name, work.city.contact)))
    if planned.claimed_by != actor.id:
        await tell_holder(work, planned, Message(SlotChanged(told, before)))
    return await card(work, actor, planned, news=SlotNews.DAY_PLANNED)


FORM = registered(
    FormAbout(
        name="plan_day",
        noun="slot",
        still_holds=still_may(Action.FOLLOW_UP_SLOT, SlotEvent.HOLD),
        version=1,
        about=SlotAsRead,
        questions=lambda _answers, _known: (DAY,),
        known=_planning,
        send=_send,
    )
)
