"""Report a slot: open the form, and send what it holds."""

import json
from typing import Any

from domain.access import may
from domain.action import Action
from domain.ledger_event import LedgerEvent
from domain.offer_step import TimedOffer
from domain.slot import Offer, SlotKind, SlotStatus
from handlers.doorways import WAYS
from handlers.form import forms
from handlers.form.complaint import Complaint
from handlers.form.form import Form, registered
from handlers.form.path import NextPlace
from handlers.form.progress import SUMMARY, Progress
from handlers.form.question import Answers, given
from handlers.handling.answer import Answer, NotTheirsError
from handlers.handling.choices import Choice, numbered
from handlers.handling.press import Press
from handlers.handling.routes import Typed
from handlers.handling.work import Work
from handlers.obligations import by_slots
from handlers.slots import facts, timing
from handlers.slots.alerts import alert
from handlers.slots.report.extras import extras
from handlers.slots.report.lookup import of_own_supplier
from handlers.slots.report.offer import facts_of, offer_of, tidied
from handlers.slots.report.questions import questions
from handlers.slots.report.short_path import ShortPath
from handlers.slots.report.supplying import Supplying
from handlers.slots.report.undo import ANOTHER, closing_buttons
from messages.button import data
from messages.heard import ANYTHING
from messages.label import Label
from messages.message import Message
from messages.slots.facts import SlotFacts
from messages.slots.report import OfferHeard, ReportSummary, SlotSent
from storage.people.person import Person
from storage.slots import slot
from storage.slots.slot import Slot


async def begin_by_command(work: Work, actor: Person, _typed: Typed) -> Answer:
    """/rapportera."""
    return await begin(work, actor)


async def begin_another(work: Work, actor: Person, press: Press) -> Answer:
    """*Erbjud något mer* was pressed, or the button that names what somebody wants to offer."""
    if not may(actor.actor, Action.REPORT_SLOT):
        raise NotTheirsError
    if press.shown is not None:
        await work.take_buttons_away(press.shown.id)
    kind = dict(enumerate(SlotKind)).get(press.number(0))
    return await begin(work, actor, {"kind": kind.value} if kind else None)


def way_to_report(kind: SlotKind | None) -> Message:
    """The button that begins a report, for somebody who has said that they have something to offer."""
    others = [(Label("way.all"), data(WAYS))] if kind is None else []
    return Message(OfferHeard(kind), numbered([beginning_with(kind), *others]))


def beginning_with(kind: SlotKind | None) -> Choice:
    """The button that begins a report of that kind."""
    carried = data(ANOTHER) if kind is None else data(ANOTHER, list(SlotKind).index(kind))
    return Label(f"begin.{kind or ANYTHING}"), carried


async def begin(work: Work, actor: Person, answers: dict[str, Any] | None = None) -> Answer:
    """Open the form, with what is answered already, or go on with the one that is open."""
    if not may(actor.actor, Action.REPORT_SLOT):
        raise NotTheirsError
    return await forms.begin(work, actor, FORM, answers)


def summary(answers: Answers, known: Supplying, complaint: str) -> ReportSummary:
    """All answers, before they are sent."""
    return ReportSummary(slot=facts_of(answers, known), complaint=complaint)


def day_has_passed(answers: Answers, known: Supplying) -> NextPlace | None:
    """Back to the first day, where the form has lain open until after it; None where it is still to come."""
    if given(answers, ShortPath).starts_on >= known.today:
        return None
    name = next(question.name for question in questions(answers, known) if question.field == "starts_on")
    progress = Progress(at=name, answers=dict(answers), returns_to=SUMMARY)
    return NextPlace(progress, Complaint.DAY_IN_PAST.value)


async def _send(work: Work, actor: Person, answers: Answers, known: Supplying) -> Message | NextPlace:
    if actor.supplier_id is None or not may(actor.actor, Action.REPORT_SLOT):
        raise NotTheirsError
    if (late := day_has_passed(answers, known)) is not None:
        return late
    return await offer_it(work, actor, actor.supplier_id, offer_of(answers, known), as_told(answers))


def as_told(answers: Answers) -> str:
    """What the ledger keeps of an offer: its answers as they were given."""
    return json.dumps(dict(answers), ensure_ascii=False, sort_keys=True)


async def offer_it(  # noqa: PLR0913  who offers what for whom, how the ledger tells it, and what is known of it
    work: Work,
    actor: Person,
    supplier_id: int,
    offer: Offer,
    content: str,
    *,
    adaptations: list[str] | None = None,
) -> Message:
    """Keep what is offered, alert the matchers, and thank; `content` is what the ledger keeps of it.

    What the workplace can be like is known where it was offered before.
    """
    reported = await keep(work, actor, supplier_id, offer, content, adaptations=adaptations)
    told = await facts.of_slot(work, reported)
    plan_of = await spread(work, actor, reported, told)
    return Message(SlotSent(told, work.city.name, plan_of), closing_buttons(reported))


async def keep(  # noqa: PLR0913  likewise
    work: Work,
    actor: Person,
    supplier_id: int,
    offer: Offer,
    content: str,
    *,
    adaptations: list[str] | None = None,
) -> Slot:
    """Keep what is offered: by the supplier's contact, or as staff heard it."""
    reported = await slot.report(
        work.session,
        offer,
        supplier_id=supplier_id,
        reported_by=actor.id,
        now=work.now,
        next_at=timing.next_at(work, offer_as_open(offer)),
        adaptations=adaptations,
    )
    await work.record(
        LedgerEvent.SLOT_REPORTED,
        actor=actor,
        supplier_id=supplier_id,
        about=reported.reference,
        contract_id=reported.contract_id,
        content=content,
    )
    return reported


async def spread(work: Work, actor: Person, reported: Slot, told: SlotFacts, *, asked_by: Person | None = None) -> str:
    """Tell the matchers, and let it fulfil the contract's plan; returns that contract's number, or nothing.

    Where a matcher had asked for it, that one hears of it first.
    """
    await alert.send(work, reported, told, asked_by=asked_by)
    return await by_slots.reported(work, actor, reported)


def offer_as_open(offer: Offer) -> TimedOffer:
    """What is offered, as the clock sees it from then on."""
    return TimedOffer(offer.kind, SlotStatus.OPEN, None, offer.starts_on, offer.ends_on, offer.answer_by)


FORM = registered(
    Form(
        name="report",
        variety=lambda answers: answers.get("kind", ""),
        version=2,
        questions=questions,
        known=of_own_supplier,
        send=_send,
        summary=summary,
        extras=extras,
        tidied=tidied,
        is_resumed=True,
    )
)
