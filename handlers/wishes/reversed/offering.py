"""*Ja, det kan vi*: the report of a slot, with all filled in that was asked. A yes is an offer like any other."""

from datetime import datetime
from typing import Any

from domain.access import may
from domain.action import Action
from domain.frozen import frozen
from domain.reversed_question import ReversedAnswer
from domain.slot import SlotKind
from handlers.form import forms
from handlers.form.form import FormAbout, registered
from handlers.form.open_day import OPEN
from handlers.form.path import NextPlace
from handlers.form.question import Answers
from handlers.handling.answer import LastWord, NotTheirsError
from handlers.handling.work import Work
from handlers.slots import facts
from handlers.slots.report import lookup, reporting
from handlers.slots.report.extras import extras
from handlers.slots.report.offer import offer_of, tidied
from handlers.slots.report.questions import questions
from handlers.slots.report.supplying import Supplying
from handlers.slots.report.undo import closing_buttons
from handlers.wishes.reversed.finding import place_facts, theirs
from handlers.wishes.reversed.telling import record_answer, who_looks
from messages.message import Message
from messages.slots.report import SlotSent
from storage.people.person import Person
from storage.wishes import reversed_question as reversed_questions
from storage.wishes.reversed_question import ReversedQuestion


@frozen
class Asked:
    """What the form is about: the question that is answered with yes."""

    question_id: int


@frozen(kw_only=True)
class AskedSupplying(Supplying):
    """What is known of a supplier that was asked.

    Attributes:
        question_id: The question.
    """

    question_id: int


async def begin(work: Work, actor: Person, question: ReversedQuestion) -> LastWord:
    """Open the form: where nothing is left to ask, it shows at once what would be sent."""
    filled_in = await _filled_in(work, question)
    return await forms.begin_about(work, actor, FORM, Asked(question.id), answers=filled_in)


async def _filled_in(work: Work, question: ReversedQuestion) -> dict[str, Any]:
    """One place of that kind, trade and area, from the first working day of the month, or from the next."""
    place, today, hours = await place_facts(work, question.place), work.city.today(work.now), work.city.hours
    first = hours.working_day_from(question.month_on)
    answers: dict[str, Any] = {
        "kind": place.kind.value,
        "trade": place.trade.value,
        "places": 1,
        "starts_on": (first if first > today else hours.next_working_day(today)).isoformat(),
    }
    if place.area:
        answers["area"] = place.area
    if place.kind in {SlotKind.INTERNSHIP, SlotKind.APPRENTICESHIP}:
        answers["ends_on"] = OPEN
    return answers


async def _known(work: Work, actor: Person, about: Asked) -> AskedSupplying:
    own = await lookup.of_own_supplier(work, actor)
    return AskedSupplying(
        own.today,
        own.hours,
        trade=own.trade,
        areas=own.areas,
        contracts=own.contracts,
        last=own.last,
        question_id=about.question_id,
    )


async def _still_holds(work: Work, actor: Person, about: Asked, _since: datetime) -> bool:
    try:
        return (await theirs(work, actor, about.question_id)).slot_id is None
    except NotTheirsError:
        return False


async def _send(work: Work, actor: Person, answers: Answers, known: AskedSupplying) -> Message | NextPlace:
    question = await theirs(work, actor, known.question_id)
    if not may(actor.actor, Action.REPORT_SLOT):
        raise NotTheirsError
    if (late := reporting.day_has_passed(answers, known)) is not None:
        return late
    offer, content = offer_of(answers, known), reporting.as_told(answers)
    reported = await reporting.keep(work, actor, question.supplier_id, offer, content)
    # Where a colleague has said yes before, this is one more offer, and welcome as any.
    is_answer = await reversed_questions.answer(
        work.session, question.id, ReversedAnswer.YES, by=actor.id, now=work.now, slot_id=reported.id
    )
    if is_answer:
        await record_answer(work, actor, question, ReversedAnswer.YES)
    asked_by = await who_looks(work, question) if is_answer else None
    told = await facts.of_slot(work, reported)
    plan_of = await reporting.spread(work, actor, reported, told, asked_by=asked_by)
    return Message(SlotSent(told, work.city.name, plan_of), closing_buttons(reported))


FORM = registered(
    FormAbout(
        name="answer_with_offer",
        noun="slot",
        still_holds=_still_holds,
        version=1,
        about=Asked,
        questions=questions,
        known=_known,
        send=_send,
        summary=reporting.summary,
        extras=extras,
        tidied=tidied,
    )
)
