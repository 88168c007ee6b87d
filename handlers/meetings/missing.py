"""*Nej, det blev inte av*: one press, without blame; why is told only by who wants to."""

from domain.access import Action
from domain.ledger_event import LedgerEvent
from domain.meeting import FULFILS, MeetingStatus
from domain.meeting_life import MeetingEvent
from domain.meeting_outcome import MissReason
from handlers.handling.press import Press
from handlers.handling.work import Work
from handlers.meetings import action_list, codes, outcome, passing_on
from handlers.meetings.outcome_facts import again, found, named, write_down
from handlers.obligations import settling
from handlers.people import notice
from messages.button import Button, data
from messages.label import Label
from messages.meetings.outcome import MissChecked, NotHeldAfterAll, OutcomeNews
from messages.message import Message
from storage.meetings import meeting as meetings
from storage.meetings import outcome as outcomes
from storage.meetings.meeting import Meeting
from storage.obligations import obligation as obligations
from storage.people.person import Person


async def miss(work: Work, actor: Person, press: Press) -> None:
    """*Nej* was pressed; of a meeting that is noted as held it is asked once more, since much hangs on that."""
    meeting = await found(work, actor, Action.SCHEDULE_MEETING, press.number(0))
    if meeting is None:
        return
    if not outcome.may_happen(work, meeting, MeetingEvent.MISS):
        await outcome.show_in_place(work, actor, press, meeting, outcome.why_not(work, meeting))
    elif meeting.status is MeetingStatus.HELD and press.number(2) != meeting.revision:
        await _check(work, actor, press, meeting)
    else:
        await _miss(work, actor, press, meeting)


async def give_reason(work: Work, actor: Person, press: Press) -> None:
    """Why it was not held was pressed."""
    meeting, reasons = await found(work, actor, Action.SCHEDULE_MEETING, press.number(0)), list(MissReason)
    if meeting is None:
        return
    news, place = OutcomeNews.MOVED_ON, press.number(1)
    if 0 <= place < len(reasons) and await outcomes.give_reason(work.session, meeting.id, reasons[place]):
        news = OutcomeNews.REASON_GIVEN
        await write_down(work, actor, meeting, LedgerEvent.MEETING_MISS_EXPLAINED, reasons[place])
    await outcome.show_in_place(work, actor, press, await again(work, meeting), news)


async def _check(work: Work, actor: Person, press: Press, meeting: Meeting) -> None:
    yes = Button(
        Label("outcome.missed"), data(codes.NOT_HELD, meeting.id, meeting.sequence, meeting.revision), number=1
    )
    no = Button(Label("outcome.leave"), data(codes.OUTCOME, meeting.id), number=2)
    message = Message(MissChecked(await named(work, meeting)), ((yes,), (no,)))
    if press.shown is None:
        await work.tell(actor, message)
    else:
        await work.edit(press.shown.id, message)


async def _miss(work: Work, actor: Person, press: Press, meeting: Meeting) -> None:
    was_held = meeting.status is MeetingStatus.HELD
    news = OutcomeNews.MOVED_ON
    if await _is_missed(work, meeting):
        news = OutcomeNews.NOT_HELD
        await write_down(work, actor, meeting, LedgerEvent.MEETING_NOT_HELD)
        await (_take_back(work, actor, meeting) if was_held else _go_on(work, meeting))
        await outcome.close_askings(
            work, meeting, is_held=False, by=actor, except_at=press.shown.id if press.shown else 0
        )
    await outcome.show_in_place(work, actor, press, await again(work, meeting), news)


async def _is_missed(work: Work, meeting: Meeting) -> bool:
    """One guarded update: it stands as whoever presses has seen it."""
    values = {
        "ask_at": None,
        "remind_at": None,
        "confirm_at": None,
        "agreed": None,
        "has_other_come": None,
        "confirmed_by": None,
        "confirmed_at": None,
    }
    is_as_seen = Meeting.revision == meeting.revision
    return await meetings.moved(work.session, meeting.id, MeetingEvent.MISS, values, is_as_seen)


async def _go_on(work: Work, meeting: Meeting) -> None:
    """The ladder has waited for the meeting, and goes on where it was."""
    kind = FULFILS.get(meeting.kind)
    first = await obligations.first_to_be_done(work.session, meeting.contract_id, kind) if kind else None
    if first is not None:
        await settling.climb_on(work, first)


async def _take_back(work: Work, actor: Person, meeting: Meeting) -> None:
    """What the meeting had brought about is undone, and whoever has its summary hears so."""
    knowing = [*await passing_on.replace(work, meeting, is_held=False), *await passing_on.matchers_there(work, meeting)]
    await outcomes.forget_who_came(work.session, meeting.id)
    await settling.reverse(work, meeting.reference, actor=actor)
    await action_list.drop(work, actor, meeting)
    told = Message(NotHeldAfterAll(await named(work, meeting), work.city.contact))
    for each in knowing:
        if each.id != actor.id:
            await notice.tell(work, each, told, about=meeting.reference)
