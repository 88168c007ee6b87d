"""Note a procurement that is planned, and change what is known of one: the same questions."""

from datetime import datetime

from domain.access import may
from domain.action import Action
from domain.frozen import frozen
from domain.ledger_event import LedgerEvent
from domain.procurement import ProcurementFacts
from handlers.doorways import PROCUREMENT
from handlers.form import forms
from handlers.form.complaint import Complaint
from handlers.form.form import ByAnswers, Form, FormAbout, registered
from handlers.form.path import NextPlace
from handlers.form.progress import SUMMARY, Progress
from handlers.form.question import Answers, Known, given
from handlers.handling.answer import Answer
from handlers.handling.choices import numbered
from handlers.handling.press import Press
from handlers.handling.work import Work
from handlers.procurements import card
from handlers.procurements.finding import only_planners, planned_one
from handlers.procurements.noting_questions import REGISTRY_NUMBER, answers_of, extras, questions
from messages.button import data
from messages.label import Label
from messages.message import Message
from messages.procurements.noting import PlannedChecked, PlannedNumberTaken
from messages.procurements.procurement import ProcurementNews
from storage.people.person import Person
from storage.procurements import noting, plan
from storage.procurements.procurement import FACTS, Procurement

BY_HAND = "by hand"
"""How it came into the plan, as the ledger tells it."""


@frozen
class ToChange:
    """The procurement of which more is known by now."""

    procurement_id: int


@frozen(kw_only=True)
class Changing(Known):
    """What is known before it is changed.

    Attributes:
        about: The procurement.
    """

    about: ToChange


async def begin(work: Work, actor: Person, _press: Press) -> Answer:
    """*Lägg till* was pressed."""
    only_planners(actor)
    return await forms.begin(work, actor, NEW)


async def begin_changing(work: Work, actor: Person, press: Press) -> Answer:
    """*Ändra uppgifter* was pressed on a card. Where it is planned no more, the card says how it stands."""
    found = await planned_one(work, actor, press.number(0))
    if not await plan.is_planned(work.session, found.id):
        return await card.message(work, found, ProcurementNews.MEANWHILE)
    return await forms.begin_about(work, actor, CHANGE_FACTS, ToChange(found.id), answers=answers_of(found.facts))


async def _known(work: Work, _actor: Person, answers: Answers) -> Known:
    """With the title of one that is in the plan already, where that is called so too."""
    title = given(answers, ProcurementFacts).title
    namesake = await noting.planned_as(work.session, title) if title else None
    return Known(work.city.today(work.now), work.city.hours, name=namesake.title if namesake else "")


async def _known_of(work: Work, _actor: Person, about: ToChange) -> Changing:
    return Changing(work.city.today(work.now), work.city.hours, about=about)


async def _is_still_there(work: Work, actor: Person, about: ToChange, _since: datetime) -> bool:
    return may(actor.actor, Action.PLAN_PROCUREMENT) and await plan.is_planned(work.session, about.procurement_id)


def _summary(answers: Answers, known: Known, complaint: str) -> PlannedChecked:
    told = given(answers, ProcurementFacts)
    return PlannedChecked(told, isinstance(known, Changing), complaint, has_namesake=bool(known.name))


async def _send(work: Work, actor: Person, answers: Answers, _known: Known) -> Message | NextPlace:
    only_planners(actor)
    told = given(answers, ProcurementFacts)
    other = await _other_under(work, told.registry_number, None)
    if other is not None:
        return await _number_is_taken(work, actor, answers, other)
    noted = Procurement(noted_at=work.now, noted_by=actor.id, created_at=work.now)
    noted.learn(told)
    await noting.add(work.session, [noted])
    await work.record(LedgerEvent.PROCUREMENT_NOTED, actor=actor, about=noted.reference, content=BY_HAND)
    return await card.message(work, noted, ProcurementNews.NOTED)


async def _send_change(work: Work, actor: Person, answers: Answers, known: Changing) -> Message | NextPlace:
    found = await planned_one(work, actor, known.about.procurement_id)
    if not await plan.held_planned(work.session, found.id):
        return await card.message(work, found, ProcurementNews.MEANWHILE)
    told = given(answers, ProcurementFacts)
    other = await _other_under(work, told.registry_number, found)
    if other is not None:
        return await _number_is_taken(work, actor, answers, other)
    before = found.facts
    changed = [name for name in FACTS if getattr(before, name) != getattr(told, name)]
    if changed:
        found.learn(told)
        content = f"{BY_HAND}: {', '.join(changed)}"
        await work.record(LedgerEvent.PROCUREMENT_CHANGED, actor=actor, about=found.reference, content=content)
    return await card.message(work, found, ProcurementNews.CHANGED)


async def _other_under(work: Work, number: str | None, than: Procurement | None) -> Procurement | None:
    """Another procurement under that number: two are never made one without a word."""
    found = await noting.under(work.session, number) if number else None
    return None if than is not None and found is not None and found.id == than.id else found


async def _number_is_taken(work: Work, actor: Person, answers: Answers, other: Procurement) -> NextPlace:
    """Say whose it is, with the way there, and ask for the number again below."""
    ways = [(Label("planned.open"), data(PROCUREMENT, other.id))] if other.noted_at is not None else []
    said = PlannedNumberTaken(other.registry_number or "", other.title, is_away=other.put_away_at is not None)
    await work.tell(actor, Message(said, numbered(ways)))
    left = {name: value for name, value in answers.items() if name != REGISTRY_NUMBER.field}
    return NextPlace(Progress(REGISTRY_NUMBER.name, left, returns_to=SUMMARY), Complaint.NUMBER_TAKEN.value)


NEW = registered(
    Form(
        name="plan_procurement",
        version=1,
        known=ByAnswers(_known),
        questions=questions,
        extras=extras,
        summary=_summary,
        send=_send,
        sends="planned.keep",
    )
)

CHANGE_FACTS = registered(
    FormAbout(
        name="change_procurement",
        version=1,
        about=ToChange,
        noun="procurement",
        still_holds=_is_still_there,
        known=_known_of,
        questions=questions,
        extras=extras,
        summary=_summary,
        send=_send_change,
        sends="planned.keep",
    )
)
