"""Change a slot: the form in which it was reported, filled in with what is offered now."""

import json
from collections.abc import Sequence
from dataclasses import fields, replace

from domain.access import Action, may
from domain.ledger_event import LedgerEvent
from domain.slot import Offer
from domain.slot_life import SLOT_LIFE, SlotEvent
from handlers.form import actions as forms
from handlers.form import asking
from handlers.form.form import Form, registered
from handlers.form.path import Moved
from handlers.form.question import Answers
from handlers.handling.press import Press
from handlers.handling.work import Work
from handlers.obligations import by_slots
from handlers.people import notice
from handlers.slots import facts as slot_facts
from handlers.slots import meanwhile
from handlers.slots.card import behind, card
from handlers.slots.claim import actions as claim
from handlers.slots.found import again, found
from handlers.slots.report.actions import day_has_passed, summary
from handlers.slots.report.extras import extras
from handlers.slots.report.known import Supplying
from handlers.slots.report.lookup import answers_of, of_supplier
from handlers.slots.report.offer import offer_of, tidied
from handlers.slots.report.questions import KIND, Asked, questions
from messages import everyone, matcher
from messages.message import Message
from messages.slots.facts import SlotFacts, SlotNews
from storage.people import person
from storage.people.person import Person
from storage.slots import slot as slots
from storage.slots.slot import Slot


async def begin(work: Work, actor: Person, press: Press) -> None:
    """*Ändra* was pressed."""
    slot = await found(work, actor, Action.CHANGE_SLOT, press.number(0))
    if slot is None:
        await asking.show_again(work, actor)
    elif not SLOT_LIFE.allows(slot.status, SlotEvent.CHANGE):
        await work.tell(actor, await card(work, actor, slot, behind(press), SlotNews.MOVED_ON))
        await asking.show_again(work, actor)
    else:
        if press.shown is not None:
            await work.take_buttons_away(press.shown.id)
        await forms.begin(work, actor, FORM, {**answers_of(slot), "slot_id": slot.id, "revision": slot.revision})


def asked_again(answers: Answers, known: Supplying) -> Sequence[Asked]:
    """The questions of the report, but for the kind: another kind is another slot."""
    return [question for question in questions(answers, known) if question is not KIND]


async def of_slot(work: Work, actor: Person, answers: Answers) -> Supplying:
    """What is known of the supplier and the slot; its contract can be chosen even if it has ended since."""
    known = await of_supplier(work, actor, answers)
    slot = await slots.find(work.session, answers.get("slot_id", 0))
    if slot is None or not may(actor.actor, Action.CHANGE_SLOT, slot.subject):
        return known
    facts = await slot_facts.of_slot(work, slot)
    contracts = dict(known.contracts)
    if slot.contract_id is not None:
        contracts.setdefault(slot.contract_id, facts.contract)
    return replace(known, slot=facts, contracts=tuple(contracts.items()))


async def _send(work: Work, actor: Person, answers: Answers, known: Supplying) -> Message | Moved:
    slot = await slots.find(work.session, answers["slot_id"])
    if slot is None or not may(actor.actor, Action.CHANGE_SLOT, slot.subject):
        return Message(everyone.NotFound())
    offer, before = offer_of(answers, known), await slot_facts.of_slot(work, slot)
    if offer.starts_on != slot.starts_on and (late := day_has_passed(answers, known)) is not None:
        return late
    if _is_offered(slot, offer):
        return await card(work, actor, slot, news=SlotNews.UNCHANGED)
    was_under = slot.contract_id
    if not await slots.change(work.session, slot.id, offer, revision=answers["revision"]):
        return await meanwhile.go_on(work, actor, await again(work, slot), SlotEvent.CHANGE, answers)
    changed = await again(work, slot)
    await _record(work, actor, changed, answers)
    await claim.change_alerts(work, changed)
    await _tell_matcher(work, changed, before)
    await by_slots.moved(work, actor, changed, was_under=was_under)
    return await card(work, actor, changed, news=SlotNews.CHANGED)


def _is_offered(slot: Slot, offer: Offer) -> bool:
    return all(getattr(slot, part.name) == getattr(offer, part.name) for part in fields(offer))


async def _record(work: Work, actor: Person, slot: Slot, answers: Answers) -> None:
    await work.record(
        LedgerEvent.SLOT_CHANGED,
        actor=actor,
        supplier_id=slot.supplier_id,
        contract_id=slot.contract_id,
        about=slot.reference,
        content=json.dumps(dict(answers), ensure_ascii=False, sort_keys=True),
    )


async def _tell_matcher(work: Work, slot: Slot, before: SlotFacts) -> None:
    """Whoever has the slot plans by what it was."""
    if slot.claimed_by is None:
        return
    message = Message(matcher.SlotChanged(await slot_facts.of_slot(work, slot), before))
    await notice.tell(work, await person.find(work.session, slot.claimed_by), message, about=slot.reference)


FORM = registered(
    Form(
        name="change",
        version=1,
        questions=asked_again,
        known=of_slot,
        send=_send,
        summary=summary,
        extras=extras,
        tidied=tidied,
    )
)
