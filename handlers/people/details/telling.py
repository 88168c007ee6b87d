"""Tell one's own phone and e-mail, change them, or take them away: whoever may see them sees what is so now."""

from dataclasses import replace

from domain.access import may
from domain.action import Action
from domain.contact import ContactDetails, is_same_email, is_same_phone
from domain.ledger_event import LedgerEvent
from handlers.doorways import DECLINE_DETAILS, TELL_DETAILS
from handlers.form import forms
from handlers.form.form import Form, registered
from handlers.form.question import Answers, given
from handlers.handling.answer import Answer, Below, NotTheirsError
from handlers.handling.press import Press
from handlers.handling.work import Work
from handlers.people import following
from handlers.people.details.questions import AS_BEFORE, Details, KnownDetails, questions
from messages.message import Message, Rows, from_content
from messages.people.details import DetailsDeclined, DetailsKept
from storage import in_chat
from storage.outbox import OutboxRow
from storage.people import contact_details
from storage.people.person import Person


async def begin(work: Work, actor: Person, _press: Press) -> Answer:
    """*Ange telefon och mejl* was pressed."""
    _require_to_be_reached(actor)
    return await forms.begin(work, actor, FORM)


async def decline(work: Work, actor: Person, press: Press) -> Answer:
    """*Inte nu* was pressed: nobody asks again, and the way to tell them stands in /integritet."""
    _require_to_be_reached(actor)
    if press.shown is not None:
        await _ask_no_more(work, press.shown)
    return Below(Message(DetailsDeclined()))


def _require_to_be_reached(actor: Person) -> None:
    """Nothing is asked of a reader, so nothing is kept by which to reach them."""
    if not may(actor.actor, Action.TELL_DETAILS):
        raise NotTheirsError


async def _ask_no_more(work: Work, shown: OutboxRow) -> None:
    newest = await in_chat.newest(work.session, shown)
    said = from_content(newest.content)
    others = tuple(row for row in said.buttons if not is_asking((row,)))
    if others:
        await work.edit(shown.id, replace(said, buttons=others))
    else:
        await work.take_buttons_away(shown.id)


def is_asking(buttons: Rows) -> bool:
    """Whether somebody is asked there for their details."""
    return any(each.data.startswith((TELL_DETAILS, DECLINE_DETAILS)) for row in buttons for each in row)


async def _known(work: Work, actor: Person) -> KnownDetails:
    now = await contact_details.of_person(work.session, actor.id)
    today, hours = work.city.today(work.now), work.city.hours
    return KnownDetails(today, hours, has_phone=bool(now.phone), has_email=bool(now.email))


async def _send(work: Work, actor: Person, answers: Answers, _known: KnownDetails) -> Message:
    before, told = await contact_details.of_person(work.session, actor.id), given(answers, Details)
    after = ContactDetails(
        before.phone if told.phone == AS_BEFORE else told.phone or None,
        before.email if told.email == AS_BEFORE else told.email or None,
    )
    if after != before:
        await contact_details.keep(work.session, actor.id, after)
        await _record(work, actor, before, after)
        await following.changed(work, actor)
    return Message(DetailsKept(actor.role, after.are_known), details_of=actor.reference)


async def _record(work: Work, actor: Person, before: ContactDetails, after: ContactDetails) -> None:
    """The ledger says which of the two is another, and never what it is."""
    changed = [
        *(["phone"] if not is_same_phone(before.phone, after.phone) else []),
        *(["email"] if not is_same_email(before.email, after.email) else []),
    ]
    content, about = ", ".join(changed), actor.reference
    await work.record(
        LedgerEvent.DETAILS_CHANGED, actor=actor, supplier_id=actor.supplier_id, about=about, content=content
    )


FORM = registered(Form(name="details", version=1, questions=questions, known=_known, send=_send))
