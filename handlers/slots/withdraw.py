"""Take a slot back: why, and are you sure? Nobody is asked to defend it."""

from collections.abc import Sequence

from domain.access import Action, may
from domain.ledger_event import LedgerEvent
from domain.secrecy import FieldPolicy
from domain.slot_life import SLOT_LIFE, SlotEvent
from domain.withdrawal import LONGEST_REASON, WithdrawalReason
from handlers.form import actions as forms
from handlers.form import asking
from handlers.form.form import Form, registered
from handlers.form.path import Moved
from handlers.form.question import Answers, Known, Option, Question
from handlers.form.typed import typed_text
from handlers.handling.press import Press
from handlers.handling.work import Work
from handlers.obligations import by_slots
from handlers.people import notice
from handlers.slots import facts as slot_facts
from handlers.slots import meanwhile
from handlers.slots.card import behind, card
from handlers.slots.claim import actions as claim
from handlers.slots.found import again, found
from handlers.slots.standing import holder
from messages import everyone, matcher, supplier
from messages.message import Message
from messages.slots.facts import SlotNews
from storage.people import person
from storage.people.person import Person
from storage.slots import slot as slots
from storage.slots.slot import Slot


async def begin(work: Work, actor: Person, press: Press) -> None:
    """*Ta tillbaka* was pressed."""
    slot = await found(work, actor, Action.WITHDRAW_SLOT, press.number(0))
    if slot is None:
        await asking.show_again(work, actor)
    elif not SLOT_LIFE.allows(slot.status, SlotEvent.WITHDRAW):
        await work.tell(actor, await card(work, actor, slot, behind(press), SlotNews.MOVED_ON))
        await asking.show_again(work, actor)
    else:
        if press.shown is not None:
            await work.take_buttons_away(press.shown.id)
        await ask(work, actor, slot)


async def ask(work: Work, actor: Person, slot: Slot, complaint: str = "") -> None:
    """Open the form about a slot that can be withdrawn."""
    await forms.begin(work, actor, FORM, {"slot_id": slot.id, "revision": slot.revision}, complaint)


def reasons(_answers: Answers, _known: Known) -> Sequence[Option]:
    """The usual ones."""
    return [Option(reason.value, f"withdrawal.{reason}") for reason in WithdrawalReason]


REASON = Question[Known]("withdrawal_reason", "reason", reasons, typed_text(LONGEST_REASON), policy=FieldPolicy.REASON)


def summary(answers: Answers, known: Known, complaint: str) -> supplier.WithdrawalSummary:
    """What will be said to whom, before it is done."""
    return supplier.WithdrawalSummary(known.slot, answers["reason"], matcher=known.name, complaint=complaint)


async def _known(work: Work, actor: Person, answers: Answers) -> Known:
    today, hours = work.city.hours.local(work.now).date(), work.city.hours
    slot = await slots.find(work.session, answers.get("slot_id", 0))
    if slot is None or not may(actor.actor, Action.WITHDRAW_SLOT, slot.subject):
        return Known(today, hours)
    return Known(today, hours, slot=await slot_facts.of_slot(work, slot), name=await holder(work, slot))


async def _send(work: Work, actor: Person, answers: Answers, _known: Known) -> Message | Moved:
    slot = await slots.find(work.session, answers["slot_id"])
    if slot is None or not may(actor.actor, Action.WITHDRAW_SLOT, slot.subject):
        return Message(everyone.NotFound())
    reason = answers["reason"]
    if not await slots.withdraw(work.session, slot.id, reason=reason, revision=answers["revision"]):
        return await meanwhile.go_on(work, actor, await again(work, slot), SlotEvent.WITHDRAW, answers)
    withdrawn, about = await again(work, slot), slot.reference
    await work.record(
        LedgerEvent.SLOT_WITHDRAWN,
        actor=actor,
        supplier_id=slot.supplier_id,
        contract_id=slot.contract_id,
        about=about,
        content=reason,
    )
    await claim.change_alerts(work, withdrawn)
    await _tell_matcher(work, withdrawn, reason)
    plan_of = await by_slots.taken_back(work, actor, withdrawn)
    return Message(supplier.SlotWithdrawn(await slot_facts.of_slot(work, withdrawn), reason, plan_of))


async def _tell_matcher(work: Work, slot: Slot, reason: str) -> None:
    """Whoever had the slot may have begun to look for the right person."""
    if slot.claimed_by is None:
        return
    message = Message(matcher.SlotWithdrawn(await slot_facts.of_slot(work, slot), reason))
    await notice.tell(work, await person.find(work.session, slot.claimed_by), message, about=slot.reference)


FORM = registered(
    Form(
        name="withdraw",
        version=1,
        questions=lambda _answers, _known: (REASON,),
        known=_known,
        send=_send,
        summary=summary,
    )
)
