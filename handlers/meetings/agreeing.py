"""*Ja, vi hade mötet*: who came and what was agreed is written down, or corrected, and goes to those it concerns."""

from datetime import datetime
from typing import Any

from domain.action import Action
from domain.ledger_event import LedgerEvent
from domain.meeting_life import MeetingEvent
from domain.meeting_outcome import confirmation_waits_until
from handlers.form import forms
from handlers.form.form import FormAbout, registered
from handlers.form.question import Answers, given
from handlers.handling.answer import Answer
from handlers.handling.press import Press
from handlers.handling.work import Work
from handlers.meetings import action_list, asking_outcomes, evaluating, facts, fulfilling, summaries
from handlers.meetings.agreeing_answers import OTHER, Outcome
from handlers.meetings.agreeing_questions import (
    ACTIONS,
    AGREED,
    CAME,
    DONE,
    LIST,
    HeldMeeting,
    questions,
    summary,
    tidied,
)
from handlers.meetings.finding import find, refreshed, theirs
from handlers.meetings.outcome_card import outcome_card, why_not
from handlers.meetings.recording import record
from handlers.meetings.shown_meeting import ShownRevision
from messages.meetings.outcome import OutcomeNews
from messages.message import Message
from storage.meetings import meeting as meetings
from storage.meetings import outcome as outcomes
from storage.meetings.meeting import Meeting
from storage.people.person import Person


async def begin(work: Work, actor: Person, press: Press) -> Answer:
    """*Ja, vi hade mötet* was pressed."""
    found = await theirs(work, actor, Action.SCHEDULE_MEETING, press.number(0))
    if not found.may_happen(MeetingEvent.HOLD):
        return await outcome_card(work, found.meeting, why_not(found))
    return await forms.begin_about(work, actor, FORM, _shown(found.meeting))


async def correct(work: Work, actor: Person, press: Press) -> Answer:
    """*Rätta* was pressed: everything that is written down can be changed."""
    found = await theirs(work, actor, Action.SCHEDULE_MEETING, press.number(0))
    if not found.may_happen(MeetingEvent.AGREE):
        return await outcome_card(work, found.meeting, OutcomeNews.MEANWHILE)
    answers = await _written_down(work, found.meeting)
    return await forms.begin_about(work, actor, FORM, _shown(found.meeting), answers=answers)


async def _is_still_as_shown(work: Work, actor: Person, shown: ShownRevision, _since: datetime) -> bool:
    found = await find(work, actor, Action.SCHEDULE_MEETING, shown.meeting_id)
    if found is None or found.meeting.revision != shown.revision:
        return False
    return found.may_happen(MeetingEvent.HOLD) or found.may_happen(MeetingEvent.AGREE)


def _shown(meeting: Meeting) -> ShownRevision:
    return ShownRevision(meeting.id, meeting.revision)


async def _written_down(work: Work, meeting: Meeting) -> dict[str, Any]:
    """The answers as they were given."""
    asked = await meetings.attendees(work.session, meeting.id)
    others = [OTHER] if meeting.has_other_come else []
    return {
        CAME.field: [person.id for attendee, person in asked if attendee.has_come] + others,
        AGREED.field: meeting.agreed or "",
        LIST: [action_list.kept(each) for each in await action_list.of_meeting(work, meeting)],
        ACTIONS.field: DONE,
    }


async def _known(work: Work, _actor: Person, shown: ShownRevision) -> HeldMeeting:
    meeting = await work.session.get_one(Meeting, shown.meeting_id)
    named = await facts.named(work, meeting)
    asked = await meetings.attendees(work.session, meeting.id)
    return HeldMeeting(
        today=work.city.today(work.now),
        hours=work.city.hours,
        name=named.supplier,
        shown=shown,
        meeting=named,
        asked=tuple((person.id, person.name) for _, person in asked),
        is_nobody_in=not await summaries.at_supplier(work, meeting),
    )


async def _send(work: Work, actor: Person, answers: Answers, known: HeldMeeting) -> Message:
    found = await theirs(work, actor, Action.SCHEDULE_MEETING, known.shown.meeting_id)
    is_corrected, outcome = found.may_happen(MeetingEvent.AGREE), given(answers, Outcome)
    is_written_down = await _is_written_down(work, known.shown, outcome, is_corrected=is_corrected)
    meeting = (await refreshed(work, found)).meeting
    if not is_written_down:
        return await outcome_card(work, meeting, OutcomeNews.MEANWHILE)
    await _follow(work, actor, meeting, answers, is_corrected=is_corrected)
    now = (await refreshed(work, found)).meeting
    return await _pass_on(work, actor, now, known.shown.revision, is_corrected=is_corrected)


async def _is_written_down(work: Work, shown: ShownRevision, outcome: Outcome, *, is_corrected: bool) -> bool:
    """One guarded update: nobody else has told it meanwhile, and it was not moved."""
    values = {
        "agreed": outcome.agreed,
        "has_other_come": outcome.has_other_come,
        "ask_at": None,
        "remind_at": None,
        "agenda_at": None,
        "miss_reason": None,
        "confirmed_by": None,
        "confirmed_at": None,
        "confirm_at": confirmation_waits_until(work.now, work.city.hours),
        "disputed_at": None,
        "is_confirmation_reminded": False,
    }
    is_as_it_was = Meeting.revision == shown.revision
    event = MeetingEvent.AGREE if is_corrected else MeetingEvent.HOLD
    return await meetings.let_happen(work.session, shown.meeting_id, event, values, is_as_it_was)


async def _follow(work: Work, actor: Person, meeting: Meeting, answers: Answers, *, is_corrected: bool) -> None:
    """What is written down has consequences: who came, what is fulfilled, and what is to be done."""
    outcome = given(answers, Outcome)
    await outcomes.note_who_came(work.session, meeting.id, outcome.came_of_asked)
    await evaluating.plan(work, meeting)
    if not is_corrected:
        await record(work, meeting, LedgerEvent.MEETING_HELD, actor)
        await fulfilling.fulfil(work, actor, meeting)
        await asking_outcomes.close(work, meeting, is_held=True, by=actor)
    await action_list.follow(work, actor, meeting, outcome.actions)
    await record(work, meeting, LedgerEvent.MEETING_AGREED, actor, _content(answers))


async def _pass_on(work: Work, actor: Person, meeting: Meeting, replaces: int, *, is_corrected: bool) -> Message:
    """Send the summary, in place of the one with the revision that it `replaces`; returns the card as it is then."""
    await summaries.replace(work, meeting, replaces, is_held=True)
    told = await summaries.send_to_supplier(work, meeting, is_corrected=is_corrected)
    await summaries.send_to_matchers(work, meeting, is_corrected=is_corrected, except_to=actor)
    news = OutcomeNews.CORRECTED if is_corrected else OutcomeNews.HELD
    return await outcome_card(work, meeting, news, told=told, is_nobody_in=not told)


def _content(answers: Answers) -> dict[str, Any]:
    """What the ledger keeps of the answers, as they were given."""
    return {field: answers.get(field, []) for field in (CAME.field, AGREED.field, LIST)}


FORM = registered(
    FormAbout(
        name="agree",
        noun="meeting",
        still_holds=_is_still_as_shown,
        version=1,
        about=ShownRevision,
        questions=questions,
        known=_known,
        send=_send,
        summary=summary,
        tidied=tidied,
    )
)
