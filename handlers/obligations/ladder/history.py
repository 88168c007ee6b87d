"""What has happened to an obligation, from the ledger and from the meetings under its contract."""

from collections.abc import Sequence

from domain.ledger_event import LedgerEvent
from domain.meeting import FULFILS, MeetingStatus
from handlers.handling.work import GONE, Work
from handlers.obligations.ladder.nobody import NOT_REMINDED
from messages.obligations.nudge import Happened, HistoryLine
from storage.meetings import under_contract
from storage.meetings.meeting import Meeting
from storage.obligations import reminder
from storage.obligations.obligation import Obligation
from storage.obligations.reminder import ANSWERED, REMINDED, Told
from storage.outbox import OutboxState

CALLED = LedgerEvent.OBLIGATION_CALLED
THE_BOT = "Steget"

_EVENTS: dict[str, Happened] = {
    NOT_REMINDED: Happened.NOBODY_THERE,
    CALLED: Happened.CALLED,
    LedgerEvent.OBLIGATION_ADDED: Happened.ADDED,
    LedgerEvent.OBLIGATION_MOVED: Happened.MOVED,
    LedgerEvent.OBLIGATION_ESCALATED: Happened.ESCALATED,
    LedgerEvent.OBLIGATION_FULFILLED: Happened.FULFILLED,
    LedgerEvent.OBLIGATION_REVERSED: Happened.REVERSED,
    LedgerEvent.OBLIGATION_WAIVED: Happened.WAIVED,
    LedgerEvent.OBLIGATION_FOLLOWED_UP: Happened.FOLLOWED_UP,
    LedgerEvent.OBLIGATION_RESTORED: Happened.RESTORED,
    LedgerEvent.OBLIGATION_DROPPED: Happened.DROPPED,
}
_ANSWERS = {each.value: each for each in (Happened.LATER, Happened.NOW, Happened.NOTHING, Happened.WRONG_PERSON)}
_MEETINGS = {
    MeetingStatus.PLANNED: Happened.MEETING_PLANNED,
    MeetingStatus.HELD: Happened.MEETING_HELD,
    MeetingStatus.NOT_HELD: Happened.MEETING_NOT_HELD,
    MeetingStatus.CANCELLED: Happened.MEETING_CANCELLED,
}


async def of_obligation(work: Work, obligation: Obligation) -> list[HistoryLine]:
    """All of it, in order."""
    told = await reminder.of_obligation(work.session, obligation.reference)
    lines = [line for each in told if (line := _line(work, each)) is not None]
    meetings = await under_contract.every_one(work.session, obligation.contract_id)
    lines += [_of_meeting(work, each) for each in meetings if FULFILS.get(each.kind) is obligation.kind]
    return sorted(lines, key=lambda line: line.on)


def latest(lines: Sequence[HistoryLine], wanted: Sequence[Happened]) -> HistoryLine | None:
    """The last of those things that happened."""
    return next((line for line in reversed(lines) if line.happened in wanted), None)


def _line(work: Work, told: Told) -> HistoryLine | None:
    happened = _happened(told)
    on = work.city.hours.local(told.at).date()
    return HistoryLine(on, happened, told.who or THE_BOT) if happened is not None else None


def _happened(told: Told) -> Happened | None:
    if told.event == REMINDED:
        return _arrived(told.state)
    if told.event == ANSWERED:
        return _ANSWERS.get(told.content, Happened.ANSWERED)
    return _EVENTS.get(told.event)


def _arrived(state: OutboxState | None) -> Happened:
    """An undelivered reminder never counts against the supplier, so it is never shown as one that was sent."""
    if state is OutboxState.SENT:
        return Happened.REMINDED
    return Happened.NOT_ARRIVED if state is None or state in GONE else Happened.ON_ITS_WAY


def _of_meeting(work: Work, meeting: Meeting) -> HistoryLine:
    return HistoryLine(work.city.hours.local(meeting.starts_at).date(), _MEETINGS[meeting.status], THE_BOT)
