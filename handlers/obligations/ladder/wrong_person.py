"""*Fel person*: a supplier says who is right for a contract, and the coordinators help that one in."""

from collections.abc import Sequence
from dataclasses import dataclass

from domain.access import Action, InvitationSubject, may
from domain.answered import SupplierAnswer
from domain.role import Role
from domain.secrecy import FieldPolicy
from handlers.form import actions as forms
from handlers.form.complaint import Complaint
from handlers.form.form import Form, registered
from handlers.form.question import Answers, Known, Option, Question
from handlers.handling.answer import Answer, NotTheirsError
from handlers.handling.press import Press
from handlers.handling.work import Work
from handlers.obligations import contract_facts, facts
from handlers.obligations.found import obligation_for
from handlers.obligations.ladder import answers as answering
from handlers.obligations.ladder import nudge_times, reminding
from handlers.obligations.ladder.codes import INVITE
from handlers.obligations.ladder.named_contact import NamedContact, named_contact
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
from storage.contracts import contract
from storage.obligations import ladder
from storage.obligations import obligation as obligations
from storage.obligations.obligation import Obligation
from storage.outbox import OutboxRow
from storage.people import contact as contacts
from storage.people import person
from storage.people import supplier as suppliers
from storage.people.contact import Contact
from storage.people.person import Person

CONTACT, PERSON, TYPED, UNKNOWN = "contact:", "person:", "typed:", "unknown"
"""What the answer begins with: a contact's or a person's id behind it, or the words that were written."""


@dataclass(frozen=True)
class Colleagues(Known):
    """Who could be right; `name` is the contract's.

    Attributes:
        choices: Each with the answer that chooses them, and their name.
    """

    choices: tuple[tuple[str, str], ...] = ()


async def begin(work: Work, actor: Person, press: Press) -> Answer:
    """The button was pressed."""
    obligation, _ = await obligation_for(work, actor, press.number(0), Action.ANSWER_OBLIGATION)
    shown = {"shown_id": press.shown.id} if press.shown is not None else {}
    return await forms.begin(work, actor, FORM, {"obligation_id": obligation.id, **shown})


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


def _choices(_answers: Answers, known: Colleagues) -> Sequence[Option]:
    named = [Option(value, text=name) for value, name in known.choices]
    return [*named, Option(UNKNOWN, "nudge.unknown_person")]


def _typed(_answers: Answers, _known: Colleagues, text: str) -> str | Complaint:
    return f"{TYPED}{text.strip()}" if named_contact(text) is not None else Complaint.TEXT_WITHOUT_LETTERS


QUESTION = Question[Colleagues]("right_person", "right_person", _choices, _typed, policy=FieldPolicy.WORKPLACE_CONTACT)


async def _known(work: Work, actor: Person, answers: Answers) -> Colleagues:
    today, hours = work.city.today(work.now), work.city.hours
    obligation = await obligations.find(work.session, answers.get("obligation_id", 0))
    under = await contract.find(work.session, obligation.contract_id) if obligation is not None else None
    if under is None or under.supplier_id != actor.supplier_id:
        return Colleagues(today, hours)
    named = [each for each in await _contacts_of(work, under.supplier_id) if each.person_id != actor.id]
    known_people = {each.person_id for each in named}
    people = [each for each in await person.colleagues(work.session, actor) if each.id not in known_people]
    choices = [(f"{CONTACT}{each.id}", each.name) for each in named]
    return Colleagues(
        today,
        hours,
        name=under.named,
        choices=(*choices, *((f"{PERSON}{each.id}", each.name) for each in people)),
    )


async def _contacts_of(work: Work, supplier_id: int) -> Sequence[Contact]:
    """Everyone whom the supplier has named, for whichever contract."""
    return sorted(await contacts.of_suppliers(work.session, [supplier_id]), key=lambda each: each.name)


async def _send(work: Work, actor: Person, answers: Answers, known: Colleagues) -> Message:
    obligation, _ = await obligation_for(work, actor, answers["obligation_id"], Action.ANSWER_OBLIGATION)
    right = await _right_person(work, obligation, answers["right_person"], known)
    if right is not None:
        await _put_in_place(work, actor, obligation, right)
    shown = await outbox.find(work.session, answers.get("shown_id", 0))
    for each in await _all_concerned(work, actor, obligation, shown):
        await answering.record(work, actor, each, SupplierAnswer.WRONG_PERSON)
        if right is None:
            await _leave_alone_for_a_week(work, each)
    if shown is not None:
        await reminding.refresh(work, actor, shown)
    await _tell_coordinators(work, actor, obligation, right)
    return Message(WrongPersonNoted(known.name, right.name if right else None, work.city.contact))


async def _right_person(work: Work, obligation: Obligation, answer: str, known: Colleagues) -> Contact | None:
    """The contact that the answer means, made where there is none yet; None for nobody knows whom."""
    if answer.startswith(TYPED):
        written = named_contact(answer.removeprefix(TYPED))
        return await _contact(work, obligation, written) if written is not None else None
    if answer not in dict(known.choices):
        return None
    if answer.startswith(CONTACT):
        return await contacts.find(work.session, int(answer.removeprefix(CONTACT)))
    colleague = await person.find(work.session, int(answer.removeprefix(PERSON)))
    contact = await _contact(work, obligation, NamedContact(colleague.name, None, None))
    contact.person_id = contact.person_id or colleague.id
    return contact


async def _contact(work: Work, obligation: Obligation, written: NamedContact) -> Contact:
    """The supplier's contact of that name, with what was written added; or a new one."""
    contact = await contacts.named(work.session, obligation.supplier_id, written.name)
    if contact is None:
        contact = Contact(supplier_id=obligation.supplier_id, name=written.name, created_at=work.now)
        work.session.add(contact)
    contact.phone, contact.email = written.phone or contact.phone, written.email or contact.email
    await work.session.flush()
    return contact


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
    """The coordinators find out whom to turn to instead."""
    until = work.city.hours.local(nudge_times.opening_from(work, work.now + nudge_times.WEEK)).date()
    await ladder.snooze(work.session, obligation.id, until=until)


async def _tell_coordinators(work: Work, actor: Person, obligation: Obligation, right: Contact | None) -> None:
    due, supplier = await facts.due(work, obligation), await suppliers.find(work.session, obligation.supplier_id)
    owner = await person.with_id(work.session, right.person_id) if right and right.person_id is not None else None
    line = contract_facts.to_call(right, owner) if right is not None else None
    told = WrongPersonTold(actor.name, supplier.name, due.contract, line)
    invite_button = ((Button(Label("nudge.invite"), data(INVITE, right.id), number=1),),) if right and not owner else ()
    for each in await recipient.coordinators(work):
        key = f"wrong_person:{work.key}:{each.id}"
        await tell(work, each, Message(told, invite_button), key=key, about=obligation.reference)


FORM = registered(
    Form(
        name="wrong_person",
        version=1,
        questions=lambda _answers, _known: (QUESTION,),
        known=_known,
        send=_send,
    )
)
