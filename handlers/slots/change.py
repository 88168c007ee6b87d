"""Change a slot: the form in which it was reported, filled in with what is offered now."""

import json
from collections.abc import Sequence
from dataclasses import asdict, fields, replace

from domain.action import Action
from domain.frozen import frozen
from domain.ledger_event import LedgerEvent
from domain.slot import Offer
from domain.slot_life import SLOT_LIFE, SlotEvent
from handlers.form import forms
from handlers.form.form import FormAbout, registered
from handlers.form.path import NextPlace
from handlers.form.question import Answers
from handlers.handling.answer import Answer, Below
from handlers.handling.press import Press
from handlers.handling.work import Work
from handlers.obligations import by_slots
from handlers.slots import facts, meanwhile, timing
from handlers.slots.about_slot import SlotAsRead
from handlers.slots.alerts.current import change_alerts
from handlers.slots.card import behind, card
from handlers.slots.finding import find, refreshed, still_may, theirs
from handlers.slots.report.extras import extras
from handlers.slots.report.lookup import answers_of, of_own_supplier
from handlers.slots.report.offer import offer_of, tidied
from handlers.slots.report.questions import KIND, Asked, questions
from handlers.slots.report.reporting import day_has_passed, offer_as_open, summary
from handlers.slots.report.supplying import Supplying
from handlers.slots.telling import tell_holder
from messages.message import Message
from messages.slots.change import SlotChanged
from messages.slots.facts import SlotNews
from storage.people.person import Person
from storage.slots import slot_life
from storage.slots.slot import Slot


@frozen(kw_only=True)
class Changing(Supplying):
    """What is known of the supplier and of the slot that it changes.

    Attributes:
        about: The slot.
    """

    about: SlotAsRead


async def begin(work: Work, actor: Person, press: Press) -> Answer:
    """*Ändra* was pressed."""
    slot = await theirs(work, actor, Action.CHANGE_SLOT, press.number(0))
    if not SLOT_LIFE.allows(slot.status, SlotEvent.CHANGE):
        return Below(await card(work, actor, slot, behind(press), SlotNews.MOVED_ON))
    if press.shown is not None:
        await work.take_buttons_away(press.shown.id)
    as_read = SlotAsRead(slot.id, slot.revision)
    return await forms.begin_about(work, actor, FORM, as_read, answers=answers_of(slot))


def asked_again(answers: Answers, known: Supplying) -> Sequence[Asked]:
    """The questions of the report, but for the kind: another kind is another slot."""
    return [question for question in questions(answers, known) if question is not KIND]


async def of_slot(work: Work, actor: Person, about: SlotAsRead) -> Changing:
    """What is known of the supplier and the slot; its contract can be chosen even if it has ended since."""
    known, slot = await of_own_supplier(work, actor), await find(work, actor, Action.CHANGE_SLOT, about.slot_id)
    told, contracts = await facts.of_slot(work, slot) if slot is not None else None, dict(known.contracts)
    if slot is not None and slot.contract_id is not None and told is not None:
        contracts.setdefault(slot.contract_id, told.contract)
    return Changing(
        known.today,
        known.hours,
        slot=told,
        trade=known.trade,
        areas=known.areas,
        contracts=tuple(contracts.items()),
        last=known.last,
        about=about,
    )


async def _send(work: Work, actor: Person, answers: Answers, known: Changing) -> Message | NextPlace:
    slot = await theirs(work, actor, Action.CHANGE_SLOT, known.about.slot_id)
    offer, before = offer_of(answers, known), await facts.of_slot(work, slot)
    if offer.starts_on != slot.starts_on and (late := day_has_passed(answers, known)) is not None:
        return late
    if _is_offered(slot, offer):
        return await card(work, actor, slot, news=SlotNews.UNCHANGED)
    was_under = slot.contract_id
    again_at = timing.next_at(work, replace(offer_as_open(offer), status=slot.status))
    if not await slot_life.change(work.session, slot.id, offer, revision=known.about.revision, next_at=again_at):
        return await meanwhile.go_on(work, actor, await refreshed(work, slot), SlotEvent.CHANGE, answers)
    changed = await refreshed(work, slot)
    await _record(work, actor, changed, answers, known.about)
    await change_alerts(work, changed)
    # Whoever has the slot plans by what it was.
    await tell_holder(work, changed, Message(SlotChanged(await facts.of_slot(work, changed), before)))
    await by_slots.changed(work, actor, changed, was_under=was_under)
    return await card(work, actor, changed, news=SlotNews.CHANGED)


def _is_offered(slot: Slot, offer: Offer) -> bool:
    return all(getattr(slot, part.name) == getattr(offer, part.name) for part in fields(offer))


async def _record(work: Work, actor: Person, slot: Slot, answers: Answers, about: SlotAsRead) -> None:
    await work.record(
        LedgerEvent.SLOT_CHANGED,
        actor=actor,
        supplier_id=slot.supplier_id,
        contract_id=slot.contract_id,
        about=slot.reference,
        content=json.dumps({**answers, **asdict(about)}, ensure_ascii=False, sort_keys=True),
    )


FORM = registered(
    FormAbout(
        name="change",
        noun="slot",
        still_holds=still_may(Action.CHANGE_SLOT, SlotEvent.CHANGE),
        version=1,
        about=SlotAsRead,
        questions=asked_again,
        known=of_slot,
        send=_send,
        summary=summary,
        extras=extras,
        tidied=tidied,
    )
)
