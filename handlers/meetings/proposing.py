"""A supplier proposes a time for a meeting that is due; a coordinator books it."""

from dataclasses import dataclass
from datetime import datetime

from domain.access import Action, ContractSubject, may
from domain.ledger_event import LedgerEvent
from domain.meeting import LONGEST_REASON, MeetingKind
from domain.obligation import MEETINGS, TO_BE_DONE
from domain.role import Role
from domain.secrecy import FieldPolicy
from handlers.form import forms
from handlers.form.form import FormAbout, registered
from handlers.form.question import Answers, Known, Question, coming_day, given
from handlers.form.typed import typed_text
from handlers.handling.answer import Answer, Below, NotTheirsError
from handlers.handling.choices import numbered
from handlers.handling.press import Press
from handlers.handling.work import Work
from handlers.meetings.card import card
from handlers.meetings.finding import find
from handlers.meetings.views import book_button
from handlers.people import notice, recipient
from messages.meetings.meeting import MeetingTimeProposed, MeetingTimeSent
from messages.message import Message
from storage.contracts import contract
from storage.meetings import under_contract
from storage.obligations import obligation
from storage.obligations.obligation import Obligation
from storage.people import supplier
from storage.people.person import Person


@dataclass(frozen=True)
class ObligationToMeetAbout:
    """What the form is about: the obligation that the meeting is to fulfil."""

    obligation_id: int


@dataclass(frozen=True)
class ProposedTime:
    """What is typed: a time that would suit."""

    due_proposal: str


@dataclass(frozen=True)
class DueMeeting(Known):
    """The meeting that is due."""

    obligation: Obligation | None = None


async def begin(work: Work, actor: Person, press: Press) -> Answer:
    """The button was pressed, under a reminder or a contract."""
    due = await _due(work, actor, press.number(0))
    if due is None:
        raise NotTheirsError
    kind = MeetingKind(due.kind.value)
    booked = await under_contract.next_planned(work.session, due.contract_id, now=work.now, kind=kind)
    found = await find(work, actor, Action.SEE_MEETING, booked.id) if booked else None
    if found is not None:
        return Below(await card(work, found))
    return await forms.begin_about(work, actor, FORM, ObligationToMeetAbout(due.id))


async def _due(work: Work, actor: Person, obligation_id: int) -> Obligation | None:
    due = await obligation.find(work.session, obligation_id)
    if due is None or due.kind not in MEETINGS or due.status not in TO_BE_DONE:
        return None
    return due if may(actor.actor, Action.ANSWER_OBLIGATION, ContractSubject(due.supplier_id)) else None


async def _is_still_due(work: Work, actor: Person, about: ObligationToMeetAbout, _since: datetime) -> bool:
    return await _due(work, actor, about.obligation_id) is not None


async def _known(work: Work, actor: Person, about: ObligationToMeetAbout) -> DueMeeting:
    due = await _due(work, actor, about.obligation_id)
    return DueMeeting(work.city.today(work.now), work.city.hours, obligation=due)


async def _send(work: Work, actor: Person, answers: Answers, known: DueMeeting) -> Message:
    due = known.obligation
    under = await contract.find(work.session, due.contract_id) if due else None
    if due is None or under is None:
        raise NotTheirsError
    kind, proposal = MeetingKind(due.kind.value), given(answers, ProposedTime).due_proposal
    await keep(work, actor, due, proposal)
    company = await supplier.find(work.session, due.supplier_id)
    proposed = MeetingTimeProposed(actor.name, company.name, under.named, kind, due.due_on, proposal)
    said = Message(proposed, numbered([book_button(due.contract_id, due.id)]))
    for each in await recipient.coordinators(work) or await recipient.present(work, Role.ADMINISTRATOR):
        await notice.tell(work, each, said, about=due.reference)
    return Message(MeetingTimeSent(kind, proposal))


async def keep(work: Work, actor: Person, due: Obligation, proposal: str) -> None:
    """Write down that this time is proposed: by the supplier's contact, or as staff heard it."""
    await work.record(
        LedgerEvent.OBLIGATION_ANSWERED,
        actor=actor,
        supplier_id=due.supplier_id,
        contract_id=due.contract_id,
        about=due.reference,
        content=f"time_proposed: {proposal}",
    )


PROPOSAL = Question[DueMeeting](
    "meeting_due_proposal",
    "due_proposal",
    read=typed_text(LONGEST_REASON),
    example=coming_day,
    policy=FieldPolicy.RELAYED,
)

FORM = registered(
    FormAbout(
        name="propose_due_meeting",
        noun="obligation",
        still_holds=_is_still_due,
        version=1,
        about=ObligationToMeetAbout,
        questions=lambda _answers, _known: (PROPOSAL,),
        known=_known,
        send=_send,
    )
)
