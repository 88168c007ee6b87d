"""Choose who stands in for somebody: a coordinator may for everyone, at any time."""

import json
from collections.abc import Sequence
from datetime import date

from domain.access import may
from domain.action import Action
from domain.frozen import frozen
from domain.ledger_event import LedgerEvent
from handlers.form import forms
from handlers.form.form import FormAbout, registered
from handlers.form.question import Answers, Question, given
from handlers.handling.answer import Answer, Below, NotTheirsError
from handlers.handling.press import Press
from handlers.handling.work import Work
from handlers.people import following, notice
from handlers.people.absence.absent import DEPUTY, Absent, Whose, of_absent
from handlers.people.colleagues import company_of, is_still_in
from messages.message import Message
from messages.people import absence as said
from messages.people.leaving import NobodyToChoose
from storage.people import absence, person
from storage.people.person import Person

SET_FOR_OTHER = "pd"


@frozen
class ChosenDeputy:
    """What is answered: who stands in."""

    deputy_id: int


async def set_for_other(work: Work, actor: Person, press: Press) -> Answer:
    """*Välj ersättare* was pressed on somebody's card."""
    found = await person.with_id(work.session, press.number(0))
    if found is None or found.ended_at is not None or not may(actor.actor, Action.SET_DEPUTY, found.subject):
        raise NotTheirsError
    if (await of_absent(work, actor, Whose(found.id))).colleagues:
        return await forms.begin_about(work, actor, FORM, Whose(found.id))
    company = await company_of(work, found)
    return Below(Message(NobodyToChoose(found.name, found.role, company)))


async def tell_deputy(work: Work, actor: Person, deputy: Person, absent: Person, back_on: date | None) -> None:
    """Let the deputy know, unless they have chosen it themselves."""
    if deputy.id != actor.id:
        message = Message(said.IsDeputy(absent.name, back_on))
        await notice.tell_directly(work, deputy, message, about=absent.reference)


def _questions(_answers: Answers, _known: Absent) -> Sequence[Question[Absent]]:
    return (DEPUTY,)


async def _send(work: Work, actor: Person, answers: Answers, known: Absent) -> Message:
    whose = await person.find(work.session, known.person_id)
    if whose.ended_at is not None or not may(actor.actor, Action.SET_DEPUTY, whose.subject):
        raise NotTheirsError
    chosen = given(answers, ChosenDeputy).deputy_id
    name = known.colleague_named(chosen)
    deputy = await person.find(work.session, chosen) if name else None
    await absence.set_deputy(work.session, whose.id, deputy.id if deputy else None)
    await following.changed(work, whose)
    content, about = json.dumps({"deputy": deputy.id if deputy else None}), whose.reference
    await work.record(LedgerEvent.DEPUTY_SET, actor=actor, supplier_id=whose.supplier_id, about=about, content=content)
    if deputy is not None:
        back_on = await absence.back_on(work.session, whose.id, today=work.city.today(work.now))
        await tell_deputy(work, actor, deputy, whose, back_on)
    if not known.is_own:
        told = Message(said.DeputySetByOther(name, actor.name))
        await notice.tell_directly(work, whose, told, about=about)
    return Message(said.DeputySet(whose.name, name))


FORM = registered(
    FormAbout(
        name="deputy",
        noun="person",
        still_holds=is_still_in,
        version=1,
        about=Whose,
        questions=_questions,
        known=of_absent,
        send=_send,
    ),
)
