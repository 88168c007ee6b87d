"""*Besluta*: people decide which requirements a procurement sets, and why. What was decided before stays readable."""

import json
from dataclasses import asdict, replace

from domain.ledger_event import LedgerEvent
from domain.procurement import Level
from domain.worth_asking import Advice
from handlers.form import forms
from handlers.form.complaint import Complaint
from handlers.form.form import FormAbout, registered
from handlers.form.path import NextPlace
from handlers.form.progress import SUMMARY, Progress
from handlers.form.question import Answers, given
from handlers.handling.answer import Answer, NotTheirsError
from handlers.handling.press import Press
from handlers.handling.work import Work
from handlers.obligations import procurement_decision
from handlers.obligations.pressed_card import card_id
from handlers.procurements import advising, card
from handlers.procurements.deciding_questions import Decided, Deciding, ToDecide, questions, tidied
from handlers.procurements.finding import planned_one, still_planned
from messages.message import Message
from messages.procurements.procurement import ProcurementDecisionChecked, ProcurementNews
from storage.people.person import Person
from storage.procurements import decision as decisions
from storage.procurements import plan
from storage.procurements.decision import ProcurementDecision
from storage.procurements.procurement import Procurement


async def begin(work: Work, actor: Person, press: Press) -> Answer:
    """The button was pressed on a card. Where nothing can be decided any more, the card says how it stands."""
    one = await planned_one(work, actor, press.number(0))
    if not await plan.is_planned(work.session, one.id):
        return await card.message(work, one, ProcurementNews.MEANWHILE)
    holding = await _holding(work, one)
    return await forms.begin_about(work, actor, FORM, ToDecide(one.id, card_id(press), holding))


async def _holding(work: Work, one: Procurement) -> int:
    """What holds now, by its id; 0 where nothing is decided."""
    found = await decisions.in_force(work.session, one.id)
    return found.id if found is not None else 0


async def _known(work: Work, actor: Person, about: ToDecide) -> Deciding:
    today, hours = work.city.today(work.now), work.city.hours
    try:
        one = await planned_one(work, actor, about.procurement_id)
    except NotTheirsError:
        return Deciding(today, hours, about=about, advised=Level.NONE, suits=(), holds=None)
    advised = await _advice(work, one)
    return Deciding(
        today,
        hours,
        name=one.title,
        about=about,
        advised=advised.level,
        suits=advised.kinds,
        holds=await procurement_decision.of_procurement(work, one.id),
    )


def _summary(answers: Answers, known: Deciding, complaint: str) -> ProcurementDecisionChecked:
    wanted = given(answers, Decided)
    return ProcurementDecisionChecked(
        known.name, wanted.level, wanted.kinds, wanted.reason, known.advised, known.holds, complaint
    )


async def _send(work: Work, actor: Person, answers: Answers, known: Deciding) -> Message | NextPlace:
    one = await planned_one(work, actor, known.about.procurement_id)
    if not await plan.held_planned(work.session, one.id):
        return await card.message(work, one, ProcurementNews.MEANWHILE)
    if (holding := await _holding(work, one)) != known.about.read:
        # Nobody replaces what somebody else has decided without having read it.
        about = asdict(replace(known.about, read=holding))
        return NextPlace(Progress(SUMMARY, dict(answers), about), Complaint.DECIDED_MEANWHILE.value)
    await _decide(work, actor, one, given(answers, Decided))
    if known.about.shown:
        await work.take_buttons_away(known.about.shown)
    return await card.message(work, one, ProcurementNews.DECIDED)


async def _decide(work: Work, actor: Person, one: Procurement, wanted: Decided) -> None:
    kinds = [kind.value for kind in wanted.kinds]
    advised = _in_codes(await _advice(work, one))
    decision = ProcurementDecision(
        procurement_id=one.id,
        level=wanted.level,
        kinds=kinds,
        reason=wanted.reason,
        advice=advised,
        decided_by=actor.id,
        decided_at=work.now,
    )
    await decisions.decide(work.session, decision)
    told = {"level": wanted.level, "kinds": kinds, "reason": wanted.reason, "advice": advised}
    content = json.dumps(told, ensure_ascii=False)
    await work.record(LedgerEvent.PROCUREMENT_DECIDED, actor=actor, about=one.reference, content=content)


async def _advice(work: Work, one: Procurement) -> Advice:
    return advising.advice(one, await advising.record(work, [one]))


def _in_codes(advised: Advice) -> dict[str, object]:
    """What the bot advised, and by what."""
    return {
        "level": advised.level.value,
        "kinds": [kind.value for kind in advised.kinds],
        "worth": advised.worth.name.lower(),
        "is_long": advised.is_long.name.lower(),
        "needs_several": advised.needs_several.name.lower(),
        "led": advised.experience.led,
        "offers": advised.experience.offers,
    }


FORM = registered(
    FormAbout(
        name="procurement_decision",
        version=1,
        about=ToDecide,
        questions=questions,
        known=_known,
        send=_send,
        noun="procurement",
        still_holds=still_planned,
        summary=_summary,
        tidied=tidied,
        sends="procurement.keep_decision",
    )
)
