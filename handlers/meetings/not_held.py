"""*Nej, det blev inte av*: one press, without blame; why is told only by who wants to."""

from domain.action import Action
from domain.ledger_event import LedgerEvent
from domain.meeting import MeetingStatus
from domain.meeting_life import MeetingEvent
from domain.meeting_outcome import MissReason
from handlers.handling.answer import Answer
from handlers.handling.choices import numbered
from handlers.handling.press import Press
from handlers.handling.work import Work
from handlers.meetings import action_list, asking_outcomes, codes, facts, fulfilling, summaries
from handlers.meetings.finding import FoundMeeting, refreshed, theirs
from handlers.meetings.outcome_card import outcome_card, why_not
from handlers.meetings.recording import record
from handlers.obligations import settling
from handlers.people import notice
from messages.button import data
from messages.label import Label
from messages.meetings.outcome import MissChecked, NotHeldAfterAll, OutcomeNews
from messages.message import Message
from storage.meetings import meeting as meetings
from storage.meetings import outcome as outcomes
from storage.meetings.meeting import Meeting
from storage.people.person import Person


async def tell(work: Work, actor: Person, press: Press) -> Answer:
    """*Nej* was pressed; of a meeting that is noted as held it is asked once more, since much hangs on that."""
    found = await theirs(work, actor, Action.SCHEDULE_MEETING, press.number(0))
    if not found.may_happen(MeetingEvent.MISS):
        return await outcome_card(work, found.meeting, why_not(found))
    if found.meeting.status is MeetingStatus.HELD and press.number(2) != found.meeting.revision:
        return await _asked_once_more(work, found.meeting)
    return await _told(work, found, except_at=press.shown.id if press.shown else 0)


async def give_reason(work: Work, actor: Person, press: Press) -> Answer:
    """Why it was not held was pressed."""
    found = await theirs(work, actor, Action.SCHEDULE_MEETING, press.number(0))
    reasons, place, news = list(MissReason), press.number(1), OutcomeNews.MEANWHILE
    if 0 <= place < len(reasons) and await outcomes.give_reason(work.session, found.meeting.id, reasons[place]):
        news = OutcomeNews.REASON_GIVEN
        await record(work, found.meeting, LedgerEvent.MEETING_MISS_EXPLAINED, actor, reasons[place])
    return await outcome_card(work, (await refreshed(work, found)).meeting, news)


async def _asked_once_more(work: Work, meeting: Meeting) -> Message:
    yes = (Label("outcome.missed"), data(codes.NOT_HELD, meeting.id, meeting.sequence, meeting.revision))
    no = (Label("outcome.leave"), data(codes.OUTCOME, meeting.id))
    return Message(MissChecked(await facts.named(work, meeting)), numbered([yes, no]))


async def _told(work: Work, found: FoundMeeting, *, except_at: int) -> Message:
    """Note it; `except_at` is the message that was pressed, which shows the card next."""
    actor, meeting, seen = found.viewer, found.meeting, found.meeting.revision
    was_held = meeting.status is MeetingStatus.HELD
    news = OutcomeNews.MEANWHILE
    if await _is_noted(work, meeting, seen):
        news = OutcomeNews.NOT_HELD
        await record(work, meeting, LedgerEvent.MEETING_NOT_HELD, actor)
        await (_take_back(work, actor, meeting, seen) if was_held else fulfilling.go_on(work, meeting))
        await asking_outcomes.close(work, meeting, is_held=False, by=actor, except_at=except_at)
    return await outcome_card(work, (await refreshed(work, found)).meeting, news)


async def _is_noted(work: Work, meeting: Meeting, seen: int) -> bool:
    """One guarded update: the meeting still has the revision that whoever presses has seen."""
    values = {
        "ask_at": None,
        "remind_at": None,
        "agenda_at": None,
        "confirm_at": None,
        "agreed": None,
        "has_other_come": None,
        "confirmed_by": None,
        "confirmed_at": None,
        "disputed_at": None,
        "other_time_at": None,
    }
    return await meetings.let_happen(work.session, meeting.id, MeetingEvent.MISS, values, Meeting.revision == seen)


async def _take_back(work: Work, actor: Person, meeting: Meeting, summarised: int) -> None:
    """What the meeting had brought about is undone, and whoever has its summary hears so."""
    await summaries.replace(work, meeting, summarised, is_held=False)
    knowing = [*await summaries.readers(work, meeting), *await summaries.matchers_there(work, meeting)]
    await outcomes.forget_who_came(work.session, meeting.id)
    await settling.reverse(work, meeting.reference, actor=actor)
    await action_list.drop(work, actor, meeting)
    told = Message(NotHeldAfterAll(await facts.named(work, meeting), work.city.contact))
    for each in knowing:
        if each.id != actor.id:
            await notice.tell(work, each, told, about=meeting.reference)
