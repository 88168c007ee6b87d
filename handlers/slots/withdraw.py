"""Take a slot back: why, and are you sure? Nobody is asked to defend it."""

from collections.abc import Sequence

from domain.action import Action
from domain.frozen import frozen
from domain.ledger_event import LedgerEvent
from domain.secrecy import FieldPolicy
from domain.slot_life import SLOT_LIFE, SlotEvent
from domain.withdrawal import CHOSEN, LONGEST_WITHDRAWAL_REASON
from handlers.form import forms
from handlers.form.complaint import Complaint
from handlers.form.form import FormAbout, registered
from handlers.form.path import NextPlace
from handlers.form.question import Answers, Option, Question, given
from handlers.form.typed import typed_text
from handlers.handling.answer import Answer, Below, LastWord
from handlers.handling.press import Press
from handlers.handling.work import Work
from handlers.obligations import by_slots
from handlers.slots import facts, meanwhile
from handlers.slots.about_slot import AboutSlot, SlotAsRead
from handlers.slots.alerts.current import change_alerts
from handlers.slots.card import behind, card
from handlers.slots.finding import find, refreshed, still_may, theirs
from handlers.slots.following import changed_hands
from handlers.slots.standing import holder
from handlers.slots.telling import tell_holder
from messages.message import Message
from messages.slots.facts import SlotNews
from messages.slots.withdrawal import ClaimedSlotWithdrawn, SlotWithdrawn, WithdrawalSummary
from storage.people.person import Person
from storage.placements import placement as placements
from storage.slots import slot_life
from storage.slots.slot import Slot


@frozen(kw_only=True)
class Withdrawing(AboutSlot):
    """What is known before a slot is withdrawn; `name` is whose it is.

    Attributes:
        about: The slot.
        begun: In how many of its places somebody has begun.
    """

    about: SlotAsRead
    begun: int = 0


@frozen
class Withdrawal:
    """What is answered: a usual reason by its code, or one in words."""

    reason: str


async def begin(work: Work, actor: Person, press: Press) -> Answer:
    """*Ta tillbaka* was pressed."""
    slot = await theirs(work, actor, Action.WITHDRAW_SLOT, press.number(0))
    if not SLOT_LIFE.allows(slot.status, SlotEvent.WITHDRAW):
        return Below(await card(work, actor, slot, behind(press), SlotNews.MOVED_ON))
    if press.shown is not None:
        await work.take_buttons_away(press.shown.id)
    return await ask(work, actor, slot)


async def ask(work: Work, actor: Person, slot: Slot, complaint: str = "") -> LastWord:
    """Open the form about a slot that can be withdrawn; where somebody has begun, that is said first."""
    said = Complaint.SOMEBODY_HAS_BEGUN if await placements.live_in(work.session, slot.id) else complaint
    return await forms.begin_about(work, actor, FORM, SlotAsRead(slot.id, slot.revision), complaint=said)


def reasons(_answers: Answers, _known: AboutSlot) -> Sequence[Option]:
    """The usual reasons."""
    return [Option(reason.value, f"withdrawal.{reason}") for reason in CHOSEN]


REASON = Question[AboutSlot](
    "withdrawal_reason", "reason", reasons, typed_text(LONGEST_WITHDRAWAL_REASON), policy=FieldPolicy.REASON
)


def summary(answers: Answers, known: Withdrawing, complaint: str) -> WithdrawalSummary:
    """What will be said to whom, before it is done."""
    reason = given(answers, Withdrawal).reason
    return WithdrawalSummary(known.slot, reason, matcher=known.name, complaint=complaint, begun=known.begun)


async def _known(work: Work, actor: Person, about: SlotAsRead) -> Withdrawing:
    today, hours = work.city.today(work.now), work.city.hours
    slot = await find(work, actor, Action.WITHDRAW_SLOT, about.slot_id)
    if slot is None:
        return Withdrawing(today, hours, about=about)
    told, whose = await facts.of_slot(work, slot), await holder(work, slot)
    begun = len(await placements.live_in(work.session, slot.id))
    return Withdrawing(today, hours, slot=told, name=whose, about=about, begun=begun)


async def _send(work: Work, actor: Person, answers: Answers, known: Withdrawing) -> Message | NextPlace:
    slot = await theirs(work, actor, Action.WITHDRAW_SLOT, known.about.slot_id)
    reason = given(answers, Withdrawal).reason
    if not await slot_life.withdraw(work.session, slot.id, reason=reason, revision=known.about.revision):
        return await meanwhile.go_on(work, actor, await refreshed(work, slot), SlotEvent.WITHDRAW, answers)
    withdrawn = await refreshed(work, slot)
    plan_of = await spread(work, actor, withdrawn, reason)
    return Message(SlotWithdrawn(await facts.of_slot(work, withdrawn), reason, plan_of))


async def spread(work: Work, actor: Person, withdrawn: Slot, reason: str) -> str:
    """Record that it is gone and tell everyone; returns the number of the contract whose plan is open again by it."""
    await work.record(
        LedgerEvent.SLOT_WITHDRAWN,
        actor=actor,
        supplier_id=withdrawn.supplier_id,
        contract_id=withdrawn.contract_id,
        about=withdrawn.reference,
        content=reason,
    )
    await change_alerts(work, withdrawn)
    if withdrawn.claimed_by != actor.id:
        told = await facts.of_slot(work, withdrawn)
        # Whoever had the slot may have begun to look for the right person.
        await tell_holder(work, withdrawn, Message(ClaimedSlotWithdrawn(told, reason)))
    await changed_hands(work, actor, withdrawn)
    return await by_slots.taken_back(work, actor, withdrawn)


FORM = registered(
    FormAbout(
        name="withdraw",
        noun="slot",
        still_holds=still_may(Action.WITHDRAW_SLOT, SlotEvent.WITHDRAW),
        version=1,
        about=SlotAsRead,
        questions=lambda _answers, _known: (REASON,),
        known=_known,
        send=_send,
        summary=summary,
    )
)
