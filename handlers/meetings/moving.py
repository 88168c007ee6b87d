"""*Flytta*: another day, time, length or place. All that follows from it is planned anew in the same transaction."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from domain.action import Action
from domain.ledger_event import LedgerEvent
from domain.meeting import MeetingAnswer
from domain.meeting_life import MeetingEvent
from handlers.form import forms
from handlers.form.form import FormAbout, registered
from handlers.form.path import NextPlace
from handlers.form.question import Answers, given
from handlers.handling.answer import Answer, NotTheirsError
from handlers.handling.press import Press
from handlers.handling.work import Work
from handlers.meetings import changing, facts, inviting, telling
from handlers.meetings.card import card
from handlers.meetings.finding import FoundMeeting, refreshed, still_may, theirs
from handlers.meetings.proposal_filled_in import filled_in
from handlers.meetings.recording import record
from handlers.meetings.scheduling import Scheduling
from handlers.meetings.scheduling_answers import PlannedMove
from handlers.meetings.scheduling_questions import LENGTH, PLACE, REASON, Asked, too_late, when
from handlers.meetings.shown_meeting import ShownMeeting
from handlers.meetings.time_and_place import TimeAndPlace
from handlers.meetings.views import invitation_buttons
from messages import everyone
from messages.meetings.meeting import MeetingMoved, MeetingNews, MoveChecked
from messages.message import Attachment, Message
from storage.meetings import answer as meeting_answer
from storage.meetings import meeting as meetings
from storage.meetings.meeting import Meeting
from storage.people.person import Person


async def begin(work: Work, actor: Person, press: Press) -> Answer:
    """The button was pressed: on a card, or under an answer."""
    found = await theirs(work, actor, Action.SCHEDULE_MEETING, press.number(0))
    if not found.may_happen(MeetingEvent.MOVE):
        return await card(work, found, MeetingNews.MEANWHILE)
    kept = {LENGTH.field: found.meeting.minutes, PLACE.field: found.meeting.place}
    to = await _proposed_by(work, found.meeting, press.number(2))
    return await forms.begin_about(work, actor, FORM, found.shown, answers=kept | to)


async def _proposed_by(work: Work, meeting: Meeting, person_id: int) -> dict[str, Any]:
    """The time that they would like, where the button stood under what they have proposed."""
    for attendee, each in await meetings.attendees(work.session, meeting.id):
        if each.id == person_id and attendee.answer is MeetingAnswer.OTHER_TIME:
            return filled_in(work, attendee.proposal, since=attendee.answered_at)
    return {}


def _questions(answers: Answers, known: Scheduling) -> Sequence[Asked]:
    return (*when(answers, known), LENGTH, PLACE, REASON)


def _summary(answers: Answers, known: Scheduling, complaint: str) -> MoveChecked | everyone.NotFound:
    if known.changed is None:
        return everyone.NotFound()
    move = given(answers, PlannedMove)
    return MoveChecked(
        known.changed.facts,
        known.moment(move.on, move.begins),
        move.minutes,
        move.place,
        move.reason,
        is_day_off=known.is_day_off(move.on),
        complaint=complaint,
    )


async def _send(work: Work, actor: Person, answers: Answers, known: Scheduling) -> Message | NextPlace:
    if known.changed is None:
        raise NotTheirsError
    shown, move = known.changed.shown, given(answers, PlannedMove)
    found = await theirs(work, actor, Action.SCHEDULE_MEETING, shown.meeting_id)
    to = TimeAndPlace(known.moment(move.on, move.begins), move.minutes, move.place)
    if to.starts_at <= known.now:
        return too_late(answers)
    if TimeAndPlace.of(found.meeting) == to:
        return await card(work, found)
    earlier = found.meeting.starts_at
    if not await changing.is_changed(work, found.meeting, MeetingEvent.MOVE, shown.sequence, to.columns(work)):
        return await card(work, await refreshed(work, found), MeetingNews.MEANWHILE)
    return await _moved(work, found, earlier, move.reason)


async def _moved(work: Work, found: FoundMeeting, earlier: datetime, reason: str) -> Message:
    meeting = (await refreshed(work, found)).meeting
    await meeting_answer.ask_anew(work.session, meeting)
    content = {"from": earlier.isoformat(), "reason": reason, **TimeAndPlace.of(meeting).recorded()}
    await record(work, meeting, LedgerEvent.MEETING_MOVED, found.viewer, content)
    await _tell(work, found.viewer, meeting, earlier, reason)
    return await card(work, await refreshed(work, found), MeetingNews.MOVED)


async def _tell(work: Work, actor: Person, meeting: Meeting, earlier: datetime, reason: str) -> None:
    untold, told = await telling.cancel_waiting(work, meeting), await facts.in_full(work, meeting)
    for attendee, each in await telling.asked(work, meeting):
        if each.id == actor.id:
            await inviting.tell_own_calendar(work, each, meeting)
        elif untold.has_invitation(each):
            await inviting.invite(work, meeting, [each])
        else:
            attendee.known_starts_at = untold.earlier(attendee, each) or earlier
            due_at = telling.when(work, attendee.known_starts_at, meeting.starts_at)
            moved = MeetingMoved(told, work.city.hours.local(attendee.known_starts_at), reason)
            await telling.tell(work, each, _news(meeting, each, moved), meeting, telling.NEWS, due_at=due_at)


def _news(meeting: Meeting, addressee: Person, moved: MeetingMoved) -> Message:
    buttons = invitation_buttons(meeting) if addressee.id != meeting.organised_by else ()
    return Message(moved, buttons, attachment=Attachment.MEETING_CALENDAR)


FORM = registered(
    FormAbout(
        name="move_meeting",
        noun="meeting",
        still_holds=still_may(MeetingEvent.MOVE),
        version=1,
        about=ShownMeeting,
        questions=_questions,
        known=changing.known,
        send=_send,
        summary=_summary,
        sends="meeting.move",
    )
)
