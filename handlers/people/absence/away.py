"""Be away until a day: one's own absence, or for a coordinator anybody's."""

import json
from datetime import date

from domain.access import may
from domain.action import Action
from domain.frozen import frozen
from domain.ledger_event import LedgerEvent
from handlers.form import forms
from handlers.form.form import FormAbout, registered
from handlers.form.question import Answers, given
from handlers.handling.answer import Answer, NotTheirsError
from handlers.handling.choices import numbered
from handlers.handling.press import Press
from handlers.handling.routes import Typed
from handlers.handling.work import Work
from handlers.people import following, notice
from handlers.people.absence import undoing
from handlers.people.absence.absent import Absent, Whose, of_absent, questions, tidied
from handlers.people.absence.deputy import tell_deputy
from handlers.people.colleagues import NOBODY, is_still_in
from messages.button import data
from messages.label import Label
from messages.message import Message
from messages.people import absence as said
from storage.people import absence, person
from storage.people.person import Person

SET_FOR_OTHER, CHANGE, COME_BACK = "pa", "ac", "ab"


@frozen
class Away:
    """What is answered: the day on which they are back, and who stands in, if anybody."""

    back_on: date
    deputy_id: int = NOBODY


async def ask(work: Work, actor: Person, _typed: Typed) -> Answer:
    """/borta: until when; somebody who is away already sees until when, and can be back."""
    back_on = await absence.back_on(work.session, actor.id, today=work.city.today(work.now))
    if back_on is None:
        return await forms.begin_about(work, actor, FORM, Whose(actor.id))
    deputy = await absence.deputy_of(work.session, actor.id)
    ways = numbered([(Label("away.back"), data(COME_BACK)), (Label("away.change"), data(CHANGE))])
    return Message(said.AwayShown(back_on, deputy.name if deputy else None), ways)


async def change(work: Work, actor: Person, _press: Press) -> Answer:
    """*Ändra* was pressed by somebody who is away."""
    _require_own(actor)
    return await forms.begin_about(work, actor, FORM, Whose(actor.id))


async def come_back(work: Work, actor: Person, _press: Press) -> Answer:
    """*Jag är tillbaka* was pressed."""
    _require_own(actor)
    if await absence.come_back(work.session, actor.id, today=work.city.today(work.now)):
        await work.record(LedgerEvent.AWAY_ENDED, actor=actor, supplier_id=actor.supplier_id, about=actor.reference)
        await following.changed(work, actor)
    return Message(said.BackAgain())


def _require_own(actor: Person) -> None:
    if not may(actor.actor, Action.SET_DEPUTY, actor.subject):
        raise NotTheirsError


async def set_for_other(work: Work, actor: Person, press: Press) -> Answer:
    """*Ange frånvaro* was pressed on somebody's card."""
    found = await person.with_id(work.session, press.number(0))
    if found is None or found.ended_at is not None or not may(actor.actor, Action.SET_DEPUTY, found.subject):
        raise NotTheirsError
    return await forms.begin_about(work, actor, FORM, Whose(found.id))


async def _send(work: Work, actor: Person, answers: Answers, known: Absent) -> Message:
    absent, chosen = await person.find(work.session, known.person_id), given(answers, Away)
    if absent.ended_at is not None or not may(actor.actor, Action.SET_DEPUTY, absent.subject):
        raise NotTheirsError
    back_on, before = chosen.back_on, await undoing.as_it_is(work, absent)
    deputy = await person.find(work.session, chosen.deputy_id) if known.colleague_named(chosen.deputy_id) else None
    await absence.set_away(work.session, absent.id, until_on=back_on)
    await absence.set_deputy(work.session, absent.id, deputy.id if deputy else None)
    await following.changed(work, absent)
    content = json.dumps({"back_on": back_on.isoformat(), "deputy": deputy.id if deputy else None})
    about = absent.reference
    await work.record(LedgerEvent.AWAY_SET, actor=actor, supplier_id=absent.supplier_id, about=about, content=content)
    name = deputy.name if deputy else None
    if deputy is not None:
        await tell_deputy(work, actor, deputy, absent, back_on)
    if not known.is_own:
        told = said.AwaySetByOther(back_on, name, actor.name)
        await notice.tell_directly(work, absent, Message(told), about=about)
    return Message(
        said.AwaySet(None if known.is_own else absent.name, back_on, name),
        undoing.buttons(absent, before, back_on),
    )


FORM = registered(
    FormAbout(
        name="away",
        noun="person",
        still_holds=is_still_in,
        version=1,
        about=Whose,
        questions=questions,
        known=of_absent,
        send=_send,
        tidied=tidied,
    ),
)
