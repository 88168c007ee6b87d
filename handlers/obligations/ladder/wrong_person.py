"""*Fel person*: a supplier says who is right for a contract, and the coordinators help that one in."""

from collections.abc import Sequence

from domain.access import may
from domain.action import Action
from domain.answered import SupplierAnswer
from domain.obligation_life import ObligationEvent
from domain.role import Role
from domain.subject import InvitationSubject
from handlers.form import forms
from handlers.form.form import FormAbout, registered
from handlers.form.question import Answers, given
from handlers.handling.answer import Answer, NotTheirsError
from handlers.handling.press import Press
from handlers.handling.work import Work
from handlers.obligations import contract_facts, facts
from handlers.obligations.finding import obligation_for, still_may
from handlers.obligations.ladder import answering, calling, nudge_times, reminding
from handlers.obligations.ladder.codes import INVITE
from handlers.obligations.ladder.right_person import (
    QUESTION,
    Colleagues,
    Misdirected,
    RightPerson,
    colleagues,
    contact_meant,
)
from handlers.obligations.ladder.telling import tell
from handlers.people import recipient
from handlers.people.inviting import making
from handlers.people.inviting.making import Invitee
from handlers.people.inviting.passing_on import pass_on
from messages.button import Button, data
from messages.label import Label
from messages.message import Message
from messages.obligations.nudge import WrongPersonNoted, WrongPersonTold
from storage import outbox
from storage.obligations import ladder
from storage.obligations.obligation import Obligation
from storage.outbox import OutboxRow
from storage.people import contact as contacts
from storage.people import person
from storage.people import supplier as suppliers
from storage.people.contact import Contact
from storage.people.person import Person


async def begin(work: Work, actor: Person, press: Press) -> Answer:
    """The button was pressed."""
    obligation, _ = await obligation_for(work, actor, press.number(0), Action.ANSWER_OBLIGATION)
    shown_id = press.shown.id if press.shown is not None else 0
    return await forms.begin_about(work, actor, FORM, Misdirected(obligation.id, shown_id))


async def invite(work: Work, actor: Person, press: Press) -> Answer:
    """*Bjud in* was pressed: the invitation for a contact, with all the ways to pass it on."""
    contact = await contacts.find(work.session, press.number(0))
    if contact is None or not may(actor.actor, Action.INVITE, InvitationSubject(Role.SUPPLIER)):
        raise NotTheirsError
    if press.shown is not None:
        await work.take_buttons_away(press.shown.id)
    invitee = Invitee(contact.name, Role.SUPPLIER, contact.supplier_id)
    made = await making.make(work.session, invitee, invited_by=actor.id, now=work.now)
    made.invitation.contact_id = contact.id
    await pass_on(work, actor, made)
    return None


async def _send(work: Work, actor: Person, answers: Answers, known: Colleagues) -> Message:
    obligation, _ = await obligation_for(work, actor, known.about.obligation_id, Action.ANSWER_OBLIGATION)
    right = await contact_meant(work, obligation, given(answers, RightPerson).right_person, known)
    if right is not None:
        await _put_in_place(work, actor, obligation, right)
    shown = await outbox.find(work.session, known.about.shown_id)
    for each in await _all_concerned(work, actor, obligation, shown):
        await answering.record(work, actor, each, SupplierAnswer.WRONG_PERSON)
        if right is None:
            await _leave_alone_for_a_week(work, each)
    if shown is not None:
        await reminding.refresh(work, actor, shown)
    await _tell_coordinators(work, actor, obligation, right)
    return Message(WrongPersonNoted(known.name, right.name if right else None, work.city.contact))


async def _put_in_place(work: Work, actor: Person, obligation: Obligation, right: Contact) -> None:
    """The right person takes the place of whoever was reminded by mistake, and is nudged if they are in."""
    placed = await contacts.of_contract(work.session, obligation.contract_id)
    kept = [each.contact.id for each in placed if each.contact.person_id != actor.id and each.contact.id != right.id]
    is_second = bool(placed) and placed[0].contact.person_id != actor.id
    order = [*kept[:1], right.id, *kept[1:]] if is_second else [right.id, *kept]
    await contacts.place(work.session, obligation.contract_id, order[: contacts.SECOND_CONTACT])
    if right.person_id is not None:
        await nudge_times.plan(work, {right.person_id: work.now})


async def _all_concerned(
    work: Work, actor: Person, obligation: Obligation, shown: OutboxRow | None
) -> Sequence[Obligation]:
    """Whoever is wrong for a contract is so for all of it that the reminder tells of."""
    told = await reminding.in_message(work, actor, shown)
    return [each for each in told if each.contract_id == obligation.contract_id] or [obligation]


async def _leave_alone_for_a_week(work: Work, obligation: Obligation) -> None:
    """The supplier hears nothing of it for a week, while the coordinators find out whom to turn to instead."""
    until = work.city.hours.local(nudge_times.opening_from(work, work.now + nudge_times.WEEK)).date()
    await ladder.leave_alone(work.session, obligation, until=until)


async def _tell_coordinators(work: Work, actor: Person, obligation: Obligation, right: Contact | None) -> None:
    due, supplier = await facts.due(work, obligation), await suppliers.find(work.session, obligation.supplier_id)
    owner = await person.with_id(work.session, right.person_id) if right and right.person_id is not None else None
    line = contract_facts.to_call(right, owner) if right is not None else None
    known = await contract_facts.contacts_to_call(work, obligation.contract_id)
    others = () if line is not None and line.phone else tuple(each for each in known if each != line)
    told = WrongPersonTold(actor.name, supplier.name, due.contract, line, others)
    invite_button = ((Button(Label("nudge.invite"), data(INVITE, right.id), number=1),),) if right and not owner else ()
    reached = [each for each in (line, *others) if each is not None]
    buttons = (*invite_button, *calling.number_missing(obligation, reached, first=len(invite_button) + 1))
    for each in await recipient.coordinators(work):
        key = f"wrong_person:{work.key}:{each.id}"
        await tell(work, each, Message(told, buttons), key=key, about=obligation.reference)


FORM = registered(
    FormAbout(
        name="wrong_person",
        noun="obligation",
        still_holds=still_may(ObligationEvent.WAIVE),
        version=1,
        about=Misdirected,
        questions=lambda _answers, _known: (QUESTION,),
        known=colleagues,
        send=_send,
    )
)
