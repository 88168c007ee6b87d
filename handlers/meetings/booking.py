"""*Boka möte*: a dialogue meeting under a contract, in one transaction with its invitations and its reminders."""

import json
import secrets
from dataclasses import dataclass
from datetime import datetime

from domain.access import Action, may
from domain.ledger_event import LedgerEvent
from domain.meeting import MeetingAnswer, MeetingKind, MeetingStatus
from domain.obligation import MEETINGS
from handlers.form import actions as forms
from handlers.form.complaint import Complaint
from handlers.form.form import Form, registered
from handlers.form.path import Moved
from handlers.form.progress import SUMMARY, Progress
from handlers.form.question import Answers
from handlers.handling.answer import Answer, NotTheirsError
from handlers.handling.press import Press
from handlers.handling.work import Work
from handlers.meetings import inviting, planned, seat
from handlers.meetings.card import card
from handlers.meetings.known import Scheduling
from handlers.meetings.lookup import of_booking
from handlers.meetings.questions import is_day_off, questions, starts_at, tidied
from messages.meetings.meeting import MeetingNews, MeetingSummary
from messages.message import Message
from storage.contracts import contract
from storage.contracts.contract import Contract
from storage.meetings.meeting import Attendee, Meeting
from storage.obligations import obligation
from storage.people import person
from storage.people.person import Person


@dataclass(frozen=True)
class Wanted:
    """A meeting that is to be booked."""

    kind: MeetingKind
    starts_at: datetime
    minutes: int
    place: str


async def begin(work: Work, actor: Person, press: Press) -> Answer:
    """*Boka möte* was pressed: under a contract or something that is due, or without either."""
    if not may(actor.actor, Action.SCHEDULE_MEETING):
        raise NotTheirsError
    return await forms.begin(work, actor, FORM, await _known_already(work, press))


async def _known_already(work: Work, press: Press) -> dict[str, object]:
    under = await contract.find(work.session, press.number(0))
    if under is None:
        return {}
    due = await obligation.find(work.session, press.number(1))
    is_one = due is not None and due.contract_id == under.id and due.kind in MEETINGS
    kind = {"kind": MeetingKind(due.kind.value).value} if due is not None and is_one else {}
    return {"contract_id": under.id, **kind}


def summary(answers: Answers, known: Scheduling, complaint: str) -> MeetingSummary:
    """What will be booked, before it is."""
    people = known.chosen(answers["people"]["people"])
    return MeetingSummary(
        MeetingKind(answers["kind"]),
        known.supplier,
        known.contract,
        starts_at(answers, known),
        answers["minutes"],
        answers["place"],
        tuple(each.name for each in people),
        is_supplier_asked=any(each.is_from_supplier for each in people),
        is_day_off=is_day_off(answers, known),
        complaint=complaint,
    )


async def _send(work: Work, actor: Person, answers: Answers, known: Scheduling) -> Message | Moved:
    under = await contract.find(work.session, answers["contract_id"])
    if under is None or not may(actor.actor, Action.SCHEDULE_MEETING):
        raise NotTheirsError
    if starts_at(answers, known) <= known.now:
        return too_late(answers)
    wanted = Wanted(MeetingKind(answers["kind"]), starts_at(answers, known), answers["minutes"], answers["place"])
    people = [await person.find(work.session, each.person_id) for each in known.chosen(answers["people"]["people"])]
    meeting = await book(work, actor, under, wanted, people)
    return await card(work, actor, await seat.theirs(work, actor, meeting.id), MeetingNews.BOOKED)


def too_late(answers: Answers) -> Moved:
    """The time has passed while it was written: ask for another."""
    left = {field: value for field, value in answers.items() if field != "at"}
    return Moved(Progress(at="meeting_time", answers=left, returns_to=SUMMARY), Complaint.TIME_IN_PAST.value)


async def book(work: Work, actor: Person, under: Contract, wanted: Wanted, people: list[Person]) -> Meeting:
    """Plan a meeting and invite people to it; whoever books it comes, and gets it for their own calendar."""
    meeting = await _planned(work, actor, under, wanted)
    work.session.add_all(Attendee(meeting_id=meeting.id, person_id=each.id) for each in people)
    await work.session.flush()
    await inviting.invite(work, meeting, people)
    await inviting.tell_own_calendar(work, actor, meeting)
    return meeting


async def _planned(work: Work, actor: Person, under: Contract, wanted: Wanted) -> Meeting:
    meeting = Meeting(
        contract_id=under.id,
        supplier_id=under.supplier_id,
        kind=wanted.kind,
        status=MeetingStatus.PLANNED,
        place=wanted.place,
        organised_by=actor.id,
        uid=f"{secrets.token_hex(16)}@steget",
        sequence=0,
        revision=1,
        created_at=work.now,
        **planned.times(work, wanted.starts_at, wanted.minutes),
    )
    work.session.add(meeting)
    await work.session.flush()
    own = Attendee(meeting_id=meeting.id, person_id=actor.id, answer=MeetingAnswer.COMING, answered_at=work.now)
    work.session.add(own)
    await record(work, meeting, LedgerEvent.MEETING_PLANNED, actor, {"kind": meeting.kind, **when_and_where(meeting)})
    return meeting


def when_and_where(meeting: Meeting) -> dict[str, object]:
    """As the ledger keeps it."""
    return {"starts_at": meeting.starts_at.isoformat(), "minutes": meeting.minutes, "place": meeting.place}


async def record(work: Work, meeting: Meeting, event: LedgerEvent, actor: Person, content: dict[str, object]) -> None:
    """Write down what has happened to the meeting."""
    await work.record(
        event,
        actor=actor,
        supplier_id=meeting.supplier_id,
        contract_id=meeting.contract_id,
        about=meeting.reference,
        content=json.dumps(content, ensure_ascii=False),
    )


FORM = registered(
    Form(
        name="book_meeting",
        version=1,
        questions=questions,
        known=of_booking,
        send=_send,
        summary=summary,
        tidied=tidied,
        sends="booking.send",
    )
)
