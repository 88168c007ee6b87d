"""A supplier proposes a time for a meeting that is due; a coordinator books it."""

from datetime import datetime

from domain.access import may
from domain.action import Action
from domain.answered import TIME_PROPOSED
from domain.frozen import frozen
from domain.ledger_event import LedgerEvent
from domain.meeting import LONGEST_REASON, MeetingKind
from domain.obligation import MEETINGS, TO_BE_DONE
from domain.secrecy import FieldPolicy
from domain.subject import ContractSubject
from handlers.form import forms
from handlers.form.form import FormAbout, registered
from handlers.form.question import Answers, Known, Question, coming_day, given
from handlers.form.typed import typed_text
from handlers.handling.answer import Answer, Below, NotTheirsError
from handlers.handling.press import Press
from handlers.handling.work import Work
from handlers.meetings import proposed
from handlers.meetings.card import card
from handlers.meetings.finding import FoundMeeting, find
from handlers.obligations import proposals
from messages.meetings.proposal import MeetingTimeSent
from messages.message import Message
from storage.meetings import under_contract
from storage.obligations import obligation, proposal_reminder
from storage.obligations.obligation import Obligation
from storage.people.person import Person


@frozen
class ObligationToMeetAbout:
    """What the form is about: the obligation that the meeting is to fulfil."""

    obligation_id: int


@frozen
class ProposedTime:
    """What is typed: a time that would suit."""

    due_proposal: str


@frozen
class DueMeeting(Known):
    """The meeting that is due."""

    obligation: Obligation | None = None


async def begin(work: Work, actor: Person, press: Press) -> Answer:
    """The button was pressed, under a reminder or a contract."""
    due = await _due(work, actor, press.number(0))
    if due is None:
        raise NotTheirsError
    booked = await _booked(work, actor, due)
    if booked is not None:
        return Below(await card(work, booked))
    return await forms.begin_about(work, actor, FORM, ObligationToMeetAbout(due.id))


async def accept(work: Work, actor: Person, press: Press) -> Answer:
    """*Ja, det passar* was pressed, under the time that a coordinator has proposed."""
    due = await _due(work, actor, press.number(0))
    if due is None:
        raise NotTheirsError
    booked = await _booked(work, actor, due)
    if booked is not None:
        return await card(work, booked)
    if due.city_proposed is not None and press.number(1) == await proposed.suggested(work, due):
        return await pass_on(work, actor, due, due.city_proposed, is_agreed=True)
    if due.proposed is not None:
        return await _sent(work, due, due.proposed, is_agreed=False)
    return await forms.begin_about(work, actor, FORM, ObligationToMeetAbout(due.id))


async def _booked(work: Work, actor: Person, due: Obligation) -> FoundMeeting | None:
    """The meeting that is booked for it already."""
    kind = MeetingKind(due.kind.value)
    booked = await under_contract.next_planned(work.session, due.contract_id, now=work.now, kind=kind)
    return await find(work, actor, Action.SEE_MEETING, booked.id) if booked else None


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
    if due is None:
        raise NotTheirsError
    return await pass_on(work, actor, due, given(answers, ProposedTime).due_proposal)


async def pass_on(work: Work, actor: Person, due: Obligation, words: str, *, is_agreed: bool = False) -> Message:
    """Keep the proposal, the contact's own or as staff heard it, and tell the coordinators: it is their turn."""
    await work.record(
        LedgerEvent.OBLIGATION_ANSWERED,
        actor=actor,
        supplier_id=due.supplier_id,
        contract_id=due.contract_id,
        about=due.reference,
        content=f"{TIME_PROPOSED}{words}",
    )
    await proposed.close_suggestions(work, due)
    await proposal_reminder.propose_instead(work.session, due.id, None)
    await proposals.keep(work, actor, due, words)
    now = await obligation.find(work.session, due.id) or due
    await proposed.tell(work, now, is_agreed=is_agreed)
    return await _sent(work, now, words, is_agreed=is_agreed)


async def _sent(work: Work, due: Obligation, words: str, *, is_agreed: bool) -> Message:
    meant = proposed.understood(work, words, since=due.proposed_at or work.now)
    return Message(MeetingTimeSent(MeetingKind(due.kind.value), words, meant.on, meant.at, is_agreed))


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
