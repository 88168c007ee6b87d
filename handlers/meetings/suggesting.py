"""*Föreslå annan tid*: a coordinator can't at the time that a supplier has proposed, and proposes another."""

from datetime import datetime

from domain.access import may
from domain.action import Action
from domain.frozen import frozen
from domain.ledger_event import LedgerEvent
from domain.meeting import LONGEST_REASON, MeetingKind
from domain.secrecy import FieldPolicy
from domain.subject import ContractSubject
from handlers.doorways import PROPOSE_MEETING
from handlers.form import forms
from handlers.form.form import FormAbout, registered
from handlers.form.question import Answers, Known, Question, coming_day, given
from handlers.form.typed import typed_text
from handlers.handling.answer import Answer, NotTheirsError
from handlers.handling.choices import numbered
from handlers.handling.press import Press
from handlers.handling.work import Work
from handlers.meetings import proposed
from handlers.meetings.codes import FITS
from handlers.meetings.proposing import ObligationToMeetAbout
from handlers.obligations import proposals
from handlers.people import company, notice
from messages.button import data
from messages.label import Label
from messages.meetings.proposal import OtherTimeProposed, OtherTimeSent
from messages.message import Message
from storage.contracts.contract import Contract
from storage.obligations import obligation
from storage.obligations.obligation import Obligation
from storage.people import person, supplier
from storage.people.person import Person


@frozen
class Suggestion:
    """What is typed: another time."""

    suggestion: str


@frozen
class ProposalToAnswer(Known):
    """What waits for an answer; None where it is answered already. `name` says who has proposed what."""

    obligation: Obligation | None = None


async def begin(work: Work, actor: Person, press: Press) -> Answer:
    """The button was pressed, under a supplier's proposal."""
    due = await _waiting(work, actor, press.number(0))
    if due is None:
        raise NotTheirsError
    return await forms.begin_about(work, actor, FORM, ObligationToMeetAbout(due.id))


async def _waiting(work: Work, actor: Person, obligation_id: int) -> Obligation | None:
    """The obligation, if a proposal for it waits for an answer, and the actor may give one."""
    due = await obligation.find(work.session, obligation_id)
    if due is None or due.proposed is None:
        return None
    return due if may(actor.actor, Action.LEAD_CONTRACT, ContractSubject(due.supplier_id)) else None


async def _still_waits(work: Work, actor: Person, about: ObligationToMeetAbout, _since: datetime) -> bool:
    return await _waiting(work, actor, about.obligation_id) is not None


async def _known(work: Work, actor: Person, about: ObligationToMeetAbout) -> ProposalToAnswer:
    due = await _waiting(work, actor, about.obligation_id)
    name = await proposed.named(work, due) if due else ""
    return ProposalToAnswer(work.city.today(work.now), work.city.hours, name=name, obligation=due)


async def _send(work: Work, actor: Person, answers: Answers, known: ProposalToAnswer) -> Message:
    due, words = known.obligation, given(answers, Suggestion).suggestion
    if due is None:
        raise NotTheirsError
    await work.record(
        LedgerEvent.OBLIGATION_TIME_SUGGESTED,
        actor=actor,
        supplier_id=due.supplier_id,
        contract_id=due.contract_id,
        about=due.reference,
        content=words,
    )
    await proposed.close(work, due, by=actor)
    to = await _tell_supplier(work, actor, due, words)
    await proposals.other_time_proposed(work, due, words)
    company_name = (await supplier.find(work.session, due.supplier_id)).name
    return Message(OtherTimeSent(MeetingKind(due.kind.value), company_name, words, to))


async def _tell_supplier(work: Work, actor: Person, due: Obligation, words: str) -> str:
    """Tell whoever proposed the time, or who acts for the company; who that is, or nothing where nobody can."""
    proposer = await person.find(work.session, due.proposed_by) if due.proposed_by else None
    to = await company.acting_for(work, proposer) if proposer else None
    if to is None:
        return ""
    under = await work.session.get_one(Contract, due.contract_id)
    told = OtherTimeProposed(MeetingKind(due.kind.value), under.named, actor.name, due.proposed or "", words)
    await proposed.close_suggestions(work, due)
    number = await proposed.suggested(work, due) + 1
    fits = (Label("meeting.fits"), data(FITS, due.id, number))
    other = (Label("meeting.other_time"), data(PROPOSE_MEETING, due.id))
    message = to.gets(Message(told, numbered([fits, other])))
    key = f"{proposed.suggestion_key(due)}{number}"
    await notice.tell_directly(work, to.person, message, about=due.reference, key=key)
    return to.person.name


SUGGESTION = Question[ProposalToAnswer](
    "meeting_suggestion",
    "suggestion",
    read=typed_text(LONGEST_REASON),
    example=coming_day,
    policy=FieldPolicy.RELAYED,
)

FORM = registered(
    FormAbout(
        name="suggest_meeting_time",
        noun="obligation",
        still_holds=_still_waits,
        version=1,
        about=ObligationToMeetAbout,
        questions=lambda _answers, _known: (SUGGESTION,),
        known=_known,
        send=_send,
    )
)
