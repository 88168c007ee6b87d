"""*Flytta*: another day, time, length or place. All that follows from it is planned anew in the same transaction."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from domain.access import Action
from domain.ledger_event import LedgerEvent
from domain.meeting_life import MeetingEvent
from handlers.form import actions as forms
from handlers.form.form import Form, registered
from handlers.form.path import Moved
from handlers.form.question import Answers
from handlers.handling.answer import Answer
from handlers.handling.press import Press
from handlers.handling.work import Work
from handlers.meetings import facts, inviting, planned, seat, telling
from handlers.meetings.booking import record, too_late, when_and_where
from handlers.meetings.card import card
from handlers.meetings.changing import changed, may_happen, of_meeting
from handlers.meetings.known import Scheduling
from handlers.meetings.questions import LENGTH, PLACE, REASON, Asked, is_day_off, starts_at, when
from handlers.meetings.seat import Seat
from handlers.meetings.views import invitation_buttons
from messages import everyone
from messages.meetings.meeting import MeetingFacts, MeetingMoved, MeetingMoveSummary, MeetingNews
from messages.message import Attachment, Message
from storage.meetings import answer as meeting_answer
from storage.meetings.meeting import Meeting
from storage.people.person import Person


@dataclass(frozen=True)
class Place:
    """A meeting's place in time and in the city."""

    starts_at: datetime
    minutes: int
    place: str


async def begin(work: Work, actor: Person, press: Press) -> Answer:
    """The button was pressed: on a card, or under an answer."""
    found = await seat.theirs(work, actor, press.number(0), Action.SCHEDULE_MEETING)
    if not may_happen(work, actor, found, MeetingEvent.MOVE):
        return await card(work, actor, found, MeetingNews.MEANWHILE)
    meeting = found.meeting
    kept = {"minutes": meeting.minutes, "place": meeting.place}
    return await forms.begin(work, actor, FORM, {"meeting_id": meeting.id, "sequence": meeting.sequence, **kept})


def _questions(answers: Answers, known: Scheduling) -> Sequence[Asked]:
    return (*when(answers, known), LENGTH, PLACE, REASON)


def _summary(answers: Answers, known: Scheduling, complaint: str) -> MeetingMoveSummary | everyone.NotFound:
    if known.meeting is None:
        return everyone.NotFound()
    return MeetingMoveSummary(
        known.meeting,
        starts_at(answers, known),
        answers["minutes"],
        answers["place"],
        answers["reason"],
        is_day_off=is_day_off(answers, known),
        complaint=complaint,
    )


async def _send(work: Work, actor: Person, answers: Answers, known: Scheduling) -> Message | Moved:
    found = await seat.theirs(work, actor, answers["meeting_id"], Action.SCHEDULE_MEETING)
    to = Place(starts_at(answers, known), answers["minutes"], answers["place"])
    if to.starts_at <= known.now:
        return too_late(answers)
    if _where(found.meeting) == to:
        return await card(work, actor, found)
    return await _move(work, actor, found, to, answers)


async def _move(work: Work, actor: Person, found: Seat, to: Place, answers: Answers) -> Message:
    earlier = _where(found.meeting)
    values = planned.times(work, to.starts_at, to.minutes) | {"place": to.place}
    if not await changed(work, found.meeting, MeetingEvent.MOVE, answers["sequence"], values):
        return await card(work, actor, await seat.again(work, actor, found), MeetingNews.MEANWHILE)
    meeting = (await seat.again(work, actor, found)).meeting
    await meeting_answer.reset(work.session, meeting)
    told = {"from": earlier.starts_at.isoformat(), "reason": answers["reason"], **when_and_where(meeting)}
    await record(work, meeting, LedgerEvent.MEETING_MOVED, actor, told)
    await _tell(work, actor, meeting, earlier.starts_at, answers["reason"])
    return await card(work, actor, await seat.again(work, actor, found), MeetingNews.MOVED)


async def _tell(work: Work, actor: Person, meeting: Meeting, earlier: datetime, reason: str) -> None:
    waiting = await telling.cancel_waiting(work, meeting)
    told = await facts.of_meeting(work, meeting)
    for each in await telling.asked(work, meeting):
        if each.id == actor.id:
            await inviting.tell_own_calendar(work, each, meeting)
        elif waiting.has_invitation(each):
            await telling.tell(work, each, inviting.invitation(meeting, told), meeting, telling.INVITATION)
        else:
            known = waiting.earlier(each) or earlier
            due_at = telling.when(work, known, meeting.starts_at)
            said = _moved(work, meeting, told, each, known, reason)
            await telling.tell(work, each, said, meeting, telling.NEWS, due_at=due_at)


def _moved(  # noqa: PLR0913, PLR0917  what is told, of what, and to whom
    work: Work, meeting: Meeting, told: MeetingFacts, each: Person, earlier: datetime, reason: str
) -> Message:
    is_asked = each.id != meeting.organised_by
    return Message(
        MeetingMoved(told, work.city.hours.local(earlier), reason),
        invitation_buttons(meeting) if is_asked else (),
        attachment=Attachment.MEETING_CALENDAR,
    )


def _where(meeting: Meeting) -> Place:
    return Place(meeting.starts_at, meeting.minutes, meeting.place)


FORM = registered(
    Form(
        name="move_meeting",
        version=1,
        questions=_questions,
        known=of_meeting,
        send=_send,
        summary=_summary,
        sends="meeting.move",
    )
)
