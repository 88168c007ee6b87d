"""*Föreslå någon*: somebody whom the city knows by a code is proposed for a place, and the supplier is asked."""

from collections.abc import Sequence
from dataclasses import asdict, replace
from datetime import datetime

from domain.access import may
from domain.action import Action
from domain.frozen import frozen
from domain.ledger_event import LedgerEvent
from domain.placement import BEGIN_WITH_SOMEBODY, PlacementStatus
from domain.placement_step import TimedPlacement
from domain.slot import SlotStatus
from domain.slot_life import SLOT_LIFE, SlotEvent
from domain.wish import WishStatus
from handlers.form import forms
from handlers.form.complaint import Complaint
from handlers.form.form import FormAbout, registered
from handlers.form.path import NextPlace
from handlers.form.progress import SUMMARY, Progress
from handlers.form.question import Answers, Question
from handlers.handling.answer import Answer, Below, NotTheirsError
from handlers.handling.press import Press
from handlers.handling.work import Work
from handlers.placements.card import card
from handlers.placements.clock import timing
from handlers.placements.proposing import asking
from handlers.placements.proposing.questions import START, AboutDays, is_long_internship, questions, so_far, tidied
from handlers.slots import card as slot_card
from handlers.slots import facts
from handlers.slots.alerts.current import change_alerts
from handlers.slots.claiming import claimed
from handlers.slots.finding import find, refreshed, theirs
from handlers.wishes import finding as wish_finding
from messages.message import Message
from messages.placements.facts import PlacementNews
from messages.placements.proposal import ProposalChecked
from messages.slots.facts import SlotNews
from storage.people.person import Person
from storage.placements import link, under_way
from storage.placements.under_way import Proposal
from storage.slots import slot as slots
from storage.slots.slot import Slot
from storage.wishes import decision, fitting
from storage.wishes import wish as wishes
from storage.wishes.wish import Wish

NO_WISH = 0


@frozen
class SomebodyForSlot:
    """What the form is about.

    Attributes:
        slot_id: The offer.
        revision: Its version, as whoever proposes somebody has read it.
        wish_id: The wish that it is for; 0 where there is none.
    """

    slot_id: int
    revision: int
    wish_id: int = NO_WISH


@frozen(kw_only=True)
class Proposing(AboutDays):
    """What is known before anything is asked.

    Attributes:
        about: The offer, and the wish.
    """

    about: SomebodyForSlot


async def begin(work: Work, actor: Person, press: Press) -> Answer:
    """*Föreslå någon* was pressed, on an offer or beside a wish that it fits."""
    slot = await theirs(work, actor, Action.SEE_SLOT, press.number(0))
    if not await _has_place(work, actor, slot):
        return Below(await slot_card.card(work, actor, slot, news=await _why_not(work, slot)))
    wish_id = max(press.number(2), NO_WISH)
    if wish_id and not await _may_be_for(work, actor, slot, wish_id):
        return Below(await slot_card.card(work, actor, slot, news=SlotNews.MOVED_ON))
    return await forms.begin_about(work, actor, FORM, SomebodyForSlot(slot.id, slot.revision, wish_id))


async def _has_place(work: Work, actor: Person, slot: Slot) -> bool:
    """Whether the actor can propose somebody for it now: it is theirs, or free to take, and has a place left."""
    is_theirs = slot.status is SlotStatus.RESERVED or SLOT_LIFE.allows(slot.status, SlotEvent.CLAIM)
    if not is_theirs or not may(actor.actor, Action.PROPOSE_RESIDENT, slot.subject):
        return False
    return slot.kind in BEGIN_WITH_SOMEBODY and await under_way.count_taken(work.session, slot.id) < slot.places


async def _may_be_for(work: Work, actor: Person, slot: Slot, wish_id: int) -> bool:
    """Whether no place there is for the wish yet. Raises NotTheirsError where the actor doesn't look after it."""
    wish = await wish_finding.theirs(work, actor, Action.KEEP_WISH, wish_id)
    return wish.id not in await _wishes_in(work, slot)


async def _wishes_in(work: Work, slot: Slot) -> Sequence[int | None]:
    """The wishes for which the slot's places are taken."""
    return (await fitting.places_taken(work.session, [slot.id])).get(slot.id, [])


async def _why_not(work: Work, slot: Slot) -> SlotNews:
    is_full = slot.places <= await under_way.count_taken(work.session, slot.id)
    return SlotNews.ALL_TAKEN if is_full and slot.status is SlotStatus.RESERVED else SlotNews.MOVED_ON


async def _still_can(work: Work, actor: Person, about: SomebodyForSlot, _since: datetime) -> bool:
    slot = await find(work, actor, Action.SEE_SLOT, about.slot_id)
    return slot is not None and await _has_place(work, actor, slot)


async def _known(work: Work, actor: Person, about: SomebodyForSlot) -> Proposing:
    today, hours = work.city.today(work.now), work.city.hours
    slot = await find(work, actor, Action.SEE_SLOT, about.slot_id)
    if slot is None:
        return Proposing(today, hours, about=about)
    told = await facts.of_slot(work, slot)
    return Proposing(today, hours, slot=told, about=about, usual=((told.starts_on, "proposed_start.offered"),))


def _questions(answers: Answers, known: Proposing) -> Sequence[Question[AboutDays]]:
    return questions(answers, known)


def _summary(answers: Answers, known: Proposing, complaint: str) -> ProposalChecked:
    told, slot = so_far(answers), known.slot
    if slot is None or told.starts_on is None:
        raise NotTheirsError
    is_long = is_long_internship(slot.kind, told)
    return ProposalChecked(slot, told.starts_on, told.ends_on, told.extent, is_long, complaint)


async def _send(work: Work, actor: Person, answers: Answers, known: Proposing) -> Message | NextPlace:
    about = known.about
    # Held, so that of two who propose at once the second counts the first.
    slot = await slots.locked(work.session, about.slot_id)
    if slot is None or not may(actor.actor, Action.SEE_SLOT, slot.subject):
        raise NotTheirsError
    if not await _has_place(work, actor, slot):
        return await slot_card.card(work, actor, slot, news=await _why_not(work, slot))
    if about.wish_id and about.wish_id in await _wishes_in(work, slot):
        return await slot_card.card(work, actor, slot, news=SlotNews.MOVED_ON)
    if slot.revision != about.revision:
        return _changed_meanwhile(answers, replace(about, revision=slot.revision))
    if (so_far(answers).starts_on or known.today) < known.today:
        return _day_has_passed(answers, about)
    if slot.claimed_by is None and not await claimed(work, actor, slot, revision=slot.revision):
        return await slot_card.card(work, actor, await refreshed(work, slot), news=SlotNews.MOVED_ON)
    return await _proposed(work, actor, await refreshed(work, slot), answers, about)


def _changed_meanwhile(answers: Answers, about: SomebodyForSlot) -> NextPlace:
    progress = Progress(at=SUMMARY, answers=dict(answers), about=asdict(about))
    return NextPlace(progress, Complaint.CHANGED_MEANWHILE.value)


def _day_has_passed(answers: Answers, about: SomebodyForSlot) -> NextPlace:
    """The form has lain aside, and its first day is over."""
    progress = Progress(at=START.name, answers=dict(answers), about=asdict(about), returns_to=SUMMARY)
    return NextPlace(progress, Complaint.DAY_IN_PAST.value)


async def _is_kept(work: Work, wish_id: int) -> bool:
    """Whether there is such a wish still: wishes may have been turned off, or the resident have left, meanwhile."""
    wish = await wishes.find(work.session, wish_id)
    is_kept = wish is not None and wish.status is not WishStatus.CLOSED
    return is_kept and await decision.in_force(work.session) is not None


async def _proposed(work: Work, actor: Person, slot: Slot, answers: Answers, about: SomebodyForSlot) -> Message:
    told = so_far(answers)
    if told.starts_on is None:
        raise NotTheirsError
    placement = await under_way.propose(
        work.session,
        slot.id,
        Proposal(told.starts_on, told.ends_on, told.extent),
        matcher_id=actor.id,
        now=work.now,
        next_at=timing.next_at(work, TimedPlacement(PlacementStatus.PROPOSED)),
    )
    # Which wish it is for stands in that one table, and is said nowhere else.
    if about.wish_id and await _is_kept(work, about.wish_id):
        await link.join(work.session, placement.id, about.wish_id)
    await work.record(
        LedgerEvent.PLACEMENT_PROPOSED,
        actor=actor,
        supplier_id=slot.supplier_id,
        contract_id=slot.contract_id,
        about=placement.reference,
        content=placement.code,
    )
    is_asked = await asking.ask(work, placement, slot)
    await change_alerts(work, slot)
    return await card(
        work, actor, placement, slot, PlacementNews.PROPOSED if is_asked else PlacementNews.PROPOSED_BY_PHONE
    )


async def forget(work: Work, wish: Wish) -> None:
    """Somebody was about to be proposed for a wish that is disposed of: of that nothing is kept."""
    await forms.let_go_about(work, FORM, lambda about: about.wish_id == wish.id)


FORM = registered(
    FormAbout(
        name="propose",
        noun="slot",
        still_holds=_still_can,
        version=1,
        about=SomebodyForSlot,
        questions=_questions,
        known=_known,
        send=_send,
        summary=_summary,
        tidied=tidied,
    )
)
