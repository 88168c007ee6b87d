"""*Lägg till nummer*: no phone is known for a contract, so whoever looks one up writes it here, and can call."""

from domain.action import Action
from domain.frozen import frozen
from domain.obligation_life import ObligationEvent
from domain.secrecy import FieldPolicy
from handlers.form import forms
from handlers.form.complaint import Complaint
from handlers.form.form import FormAbout, registered
from handlers.form.question import Answers, Known, Question, given
from handlers.handling.answer import Answer, NotTheirsError
from handlers.handling.press import Press
from handlers.handling.work import Work
from handlers.obligations.finding import obligation_for, still_may
from handlers.obligations.ladder import calling
from handlers.obligations.ladder.named_contact import NamedContact, named_contact
from handlers.obligations.ladder.right_person import contact_of
from messages.message import Message
from storage.obligations.obligation import Obligation
from storage.people import contact as contacts
from storage.people.person import Person


@frozen
class ToReach:
    """What the form is about: the obligation about which somebody is to be called."""

    obligation_id: int


@frozen(kw_only=True)
class Reaching(Known):
    """What is known before a number is written; `name` is the contract's."""

    about: ToReach
    contact: str = ""


@frozen
class Written:
    """What is answered: a number, and whose it is where nobody is known."""

    whose_number: str


async def begin(work: Work, actor: Person, press: Press) -> Answer:
    """The button was pressed."""
    obligation, _ = await obligation_for(work, actor, press.number(0), Action.LEAD_CONTRACT)
    return await forms.begin_about(work, actor, FORM, ToReach(obligation.id))


async def _known(work: Work, actor: Person, about: ToReach) -> Reaching:
    today, hours = work.city.today(work.now), work.city.hours
    try:
        obligation, contract = await obligation_for(work, actor, about.obligation_id, Action.LEAD_CONTRACT)
    except NotTheirsError:
        return Reaching(today, hours, about=about)
    placed = await contacts.of_contract(work.session, obligation.contract_id)
    name = placed[0].contact.name if placed else ""
    return Reaching(today, hours, name=contract.named, about=about, contact=name)


def _read(text: str, known: Reaching) -> NamedContact | None:
    """The contact in the text; a bare number is the first contact's."""
    written = named_contact(text) or (named_contact(f"{known.contact} {text}") if known.contact else None)
    return written if written is not None and written.phone else None


def _typed(_answers: Answers, known: Reaching, text: str) -> str | Complaint:
    return text.strip() if _read(text, known) is not None else Complaint.NO_NUMBER


async def _send(work: Work, actor: Person, answers: Answers, known: Reaching) -> Message:
    obligation, _ = await obligation_for(work, actor, known.about.obligation_id, Action.LEAD_CONTRACT)
    written = _read(given(answers, Written).whose_number, known)
    if written is not None:
        await _keep(work, obligation, written)
    return await calling.whom(work, obligation)


async def _keep(work: Work, obligation: Obligation, written: NamedContact) -> None:
    """The number is the contact's; who is new is asked about the contract too, after those whom it has."""
    contact = await contact_of(work, obligation, written)
    placed = [each.contact.id for each in await contacts.of_contract(work.session, obligation.contract_id)]
    if contact.id not in placed and len(placed) < contacts.SECOND_CONTACT:
        await contacts.place(work.session, obligation.contract_id, [*placed, contact.id])


QUESTION = Question[Reaching]("whose_number", "whose_number", read=_typed, policy=FieldPolicy.WORKPLACE_CONTACT)

FORM = registered(
    FormAbout(
        name="add_number",
        noun="obligation",
        still_holds=still_may(ObligationEvent.WAIVE),
        version=1,
        about=ToReach,
        questions=lambda _answers, _known: (QUESTION,),
        known=_known,
        send=_send,
    )
)
