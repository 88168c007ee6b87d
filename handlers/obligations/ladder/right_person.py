"""Who is right for a contract: whom somebody can choose, and the contact that their answer means."""

from collections.abc import Sequence

from domain.frozen import frozen
from domain.secrecy import FieldPolicy
from handlers.form.complaint import Complaint
from handlers.form.question import Answers, Known, Option, Question
from handlers.handling.work import Work
from handlers.obligations.ladder.named_contact import NamedContact, named_contact
from storage.contracts import contract
from storage.obligations import obligation as obligations
from storage.obligations.obligation import Obligation
from storage.people import contact as contacts
from storage.people import person
from storage.people.contact import Contact
from storage.people.person import Person

CONTACT, PERSON, TYPED, UNKNOWN = "contact:", "person:", "typed:", "unknown"
"""How the answer begins; then comes a contact's or a person's id, or what was typed. Nothing comes after `UNKNOWN`."""


@frozen
class Misdirected:
    """What the form is about: what the wrong person was told.

    Attributes:
        obligation_id: The obligation whose reminder it was.
        shown_id: The reminder, by its number in the outbox; 0 where it is not known.
    """

    obligation_id: int
    shown_id: int = 0


@frozen
class RightPerson:
    """What is answered: who is right, written as one of the four above."""

    right_person: str


@frozen(kw_only=True)
class Colleagues(Known):
    """Who could be right; `name` is the contract's.

    Attributes:
        about: What the wrong person was told.
        choices: Each with the answer that chooses them, and their name.
    """

    about: Misdirected
    choices: tuple[tuple[str, str], ...] = ()


def _choices(_answers: Answers, known: Colleagues) -> Sequence[Option]:
    named = [Option(value, text=name) for value, name in known.choices]
    return [*named, Option(UNKNOWN, "nudge.unknown_person")]


def _typed(_answers: Answers, _known: Colleagues, text: str) -> str | Complaint:
    return f"{TYPED}{text.strip()}" if named_contact(text) is not None else Complaint.TEXT_WITHOUT_LETTERS


QUESTION = Question[Colleagues]("right_person", "right_person", _choices, _typed, policy=FieldPolicy.WORKPLACE_CONTACT)


async def colleagues(work: Work, actor: Person, about: Misdirected) -> Colleagues:
    """Whom to choose from: the supplier's contacts, and everybody else who is in for it."""
    today, hours = work.city.today(work.now), work.city.hours
    obligation = await obligations.find(work.session, about.obligation_id)
    under = await contract.find(work.session, obligation.contract_id) if obligation is not None else None
    if under is None or under.supplier_id != actor.supplier_id:
        return Colleagues(today=today, hours=hours, about=about)
    named = [each for each in await _contacts_of(work, under.supplier_id) if each.person_id != actor.id]
    known_people = {each.person_id for each in named}
    people = [each for each in await person.colleagues(work.session, actor) if each.id not in known_people]
    choices = [(f"{CONTACT}{each.id}", each.name) for each in named]
    return Colleagues(
        today=today,
        hours=hours,
        name=under.named,
        about=about,
        choices=(*choices, *((f"{PERSON}{each.id}", each.name) for each in people)),
    )


async def contact_meant(work: Work, obligation: Obligation, answer: str, known: Colleagues) -> Contact | None:
    """The contact that the answer means, made where there is none yet; None for nobody knows whom."""
    if answer.startswith(TYPED):
        written = named_contact(answer.removeprefix(TYPED))
        return await contact_of(work, obligation, written) if written is not None else None
    if answer not in dict(known.choices):
        return None
    if answer.startswith(CONTACT):
        return await contacts.find(work.session, int(answer.removeprefix(CONTACT)))
    colleague = await person.find(work.session, int(answer.removeprefix(PERSON)))
    contact = await contact_of(work, obligation, NamedContact(colleague.name, None, None))
    contact.person_id = contact.person_id or colleague.id
    return contact


async def _contacts_of(work: Work, supplier_id: int) -> Sequence[Contact]:
    """Everyone whom the supplier has named, for whichever contract."""
    return sorted(await contacts.of_suppliers(work.session, [supplier_id]), key=lambda each: each.name)


async def contact_of(work: Work, obligation: Obligation, written: NamedContact) -> Contact:
    """The supplier's contact of that name, with what was written added; or a new one."""
    contact = await contacts.named(work.session, obligation.supplier_id, written.name)
    if contact is None:
        contact = Contact(supplier_id=obligation.supplier_id, name=written.name, created_at=work.now)
        work.session.add(contact)
    contact.phone, contact.email = written.phone or contact.phone, written.email or contact.email
    await work.session.flush()
    return contact
