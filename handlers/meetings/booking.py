"""*Boka möte*: a dialogue meeting under a contract, in one transaction with its invitations and its reminders."""

import secrets
from collections.abc import Sequence

from domain.access import may
from domain.action import Action
from domain.frozen import frozen
from domain.ledger_event import LedgerEvent
from domain.meeting import FULFILS, MeetingAnswer, MeetingKind, MeetingStatus
from domain.obligation import MEETINGS, ObligationKind
from handlers.form import forms
from handlers.form.form import ByAnswers, Form, registered
from handlers.form.path import NextPlace
from handlers.form.question import Answers, given
from handlers.handling.answer import Answer, NotTheirsError
from handlers.handling.press import Press
from handlers.handling.work import Work
from handlers.meetings import before_booking, inviting, proposed
from handlers.meetings.card import card
from handlers.meetings.finding import theirs
from handlers.meetings.proposal_filled_in import filled_in
from handlers.meetings.recording import record
from handlers.meetings.scheduling import Scheduling
from handlers.meetings.scheduling_answers import Booking
from handlers.meetings.scheduling_questions import CONTRACT, KIND, questions, tidied, too_late
from handlers.meetings.time_and_place import TimeAndPlace
from handlers.obligations import proposals
from messages.meetings.meeting import BookingChecked, MeetingNews
from messages.message import Message
from storage.contracts import contract
from storage.contracts.contract import Contract
from storage.meetings.meeting import Attendee, Meeting
from storage.obligations import obligation, proposal
from storage.people import person
from storage.people.person import Person


@frozen
class MeetingToBook:
    """A meeting that is to be booked."""

    kind: MeetingKind
    at: TimeAndPlace


async def begin(work: Work, actor: Person, press: Press) -> Answer:
    """*Boka möte* was pressed: under a contract or something that is due, or without either."""
    if not may(actor.actor, Action.SCHEDULE_MEETING):
        raise NotTheirsError
    return await forms.begin(work, actor, FORM, await _answered_already(work, press))


async def _answered_already(work: Work, press: Press) -> dict[str, object]:
    under = await contract.find(work.session, press.number(0))
    if under is None:
        return {}
    due = await obligation.find(work.session, press.number(1))
    if due is None or due.contract_id != under.id or due.kind not in MEETINGS:
        return {CONTRACT.field: under.id}
    kind = {KIND.field: MeetingKind(due.kind.value).value}
    return {CONTRACT.field: under.id, **kind, **filled_in(work, due.proposed, since=due.proposed_at)}


def _summary(answers: Answers, known: Scheduling, complaint: str) -> BookingChecked:
    """What will be booked, before it is."""
    booking = given(answers, Booking)
    people = known.chosen(booking.people.people)
    return BookingChecked(
        booking.kind,
        known.supplier,
        known.contract,
        known.moment(booking.on, booking.begins),
        booking.minutes,
        booking.place,
        people=tuple(each.name for each in people),
        is_supplier_asked=any(each.is_from_supplier for each in people),
        is_day_off=known.is_day_off(booking.on),
        complaint=complaint,
        proposed=known.proposed,
    )


async def _send(work: Work, actor: Person, answers: Answers, known: Scheduling) -> Message | NextPlace:
    booking = given(answers, Booking)
    under = await contract.find(work.session, booking.contract_id)
    if under is None or not may(actor.actor, Action.SCHEDULE_MEETING):
        raise NotTheirsError
    at = TimeAndPlace(known.moment(booking.on, booking.begins), booking.minutes, booking.place)
    if at.starts_at <= known.now:
        return too_late(answers)
    people = [await person.find(work.session, each.person_id) for each in known.chosen(booking.people.people)]
    meeting = await book(work, actor, under, MeetingToBook(booking.kind, at), people)
    found = await theirs(work, actor, Action.SCHEDULE_MEETING, meeting.id)
    return await card(work, found, MeetingNews.BOOKED)


async def book(work: Work, actor: Person, under: Contract, wanted: MeetingToBook, people: Sequence[Person]) -> Meeting:
    """Plan a meeting and invite people to it; whoever books it comes, and gets it for their own calendar."""
    meeting = await _planned(work, actor, under, wanted)
    work.session.add_all(Attendee(meeting_id=meeting.id, person_id=each.id) for each in people)
    await work.session.flush()
    if meeting.kind in FULFILS:
        await _answer_proposals(work, actor, meeting, FULFILS[meeting.kind])
    await inviting.invite(work, meeting, people)
    await inviting.tell_own_calendar(work, actor, meeting)
    return meeting


async def _answer_proposals(work: Work, actor: Person, meeting: Meeting, kind: ObligationKind) -> None:
    """What was proposed for such a meeting is answered, and whoever was told of it sees that."""
    for each in await proposal.of_kind(work.session, meeting.contract_id, kind):
        await proposed.close(work, each, by=actor, meeting=meeting)
    await proposals.answered(work, meeting.contract_id, kind)


async def _planned(work: Work, actor: Person, under: Contract, wanted: MeetingToBook) -> Meeting:
    meeting = Meeting(
        contract_id=under.id,
        supplier_id=under.supplier_id,
        kind=wanted.kind,
        status=MeetingStatus.PLANNED,
        organised_by=actor.id,
        uid=f"{secrets.token_hex(16)}@steget",
        sequence=0,
        revision=1,
        created_at=work.now,
        **wanted.at.columns(work),
    )
    work.session.add(meeting)
    await work.session.flush()
    own = Attendee(meeting_id=meeting.id, person_id=actor.id, answer=MeetingAnswer.COMING, answered_at=work.now)
    work.session.add(own)
    content = {"kind": meeting.kind, **TimeAndPlace.of(meeting).recorded()}
    await record(work, meeting, LedgerEvent.MEETING_PLANNED, actor, content)
    return meeting


FORM = registered(
    Form(
        name="book_meeting",
        version=1,
        questions=questions,
        known=ByAnswers(before_booking.known),
        send=_send,
        summary=_summary,
        tidied=tidied,
        sends="booking.send",
    )
)
