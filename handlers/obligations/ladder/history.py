"""What has happened to an obligation on its way up, from the ledger and from the meetings under its contract."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

from domain.answered import SupplierAnswer, proposed
from domain.ledger_event import LedgerEvent
from domain.meeting import FULFILS, MeetingStatus
from handlers.handling.work import GONE, Work
from handlers.obligations.history import Speakers, speakers
from messages.obligations.facts import LadderLine, LadderStep
from storage.meetings import under_contract
from storage.meetings.meeting import Meeting
from storage.obligations import history
from storage.obligations.history import HistoryEntry
from storage.obligations.obligation import Obligation
from storage.outbox import OutboxState

THE_BOT = "Steget"

_EVENTS = {
    LedgerEvent.OBLIGATION_NOT_REMINDED: LadderStep.NOBODY_THERE,
    LedgerEvent.OBLIGATION_CALLED: LadderStep.CALLED,
    LedgerEvent.OBLIGATION_ADDED: LadderStep.ADDED,
    LedgerEvent.OBLIGATION_MOVED: LadderStep.MOVED,
    LedgerEvent.OBLIGATION_OFFERED: LadderStep.OFFERED,
    LedgerEvent.OBLIGATION_OFFER_WITHDRAWN: LadderStep.OFFER_WITHDRAWN,
    LedgerEvent.OBLIGATION_ESCALATED: LadderStep.ESCALATED,
    LedgerEvent.OBLIGATION_FULFILLED: LadderStep.FULFILLED,
    LedgerEvent.OBLIGATION_REVERSED: LadderStep.REVERSED,
    LedgerEvent.OBLIGATION_WAIVED: LadderStep.WAIVED,
    LedgerEvent.OBLIGATION_FOLLOWED_UP: LadderStep.FOLLOWED_UP,
    LedgerEvent.OBLIGATION_RESTORED: LadderStep.RESTORED,
    LedgerEvent.OBLIGATION_DROPPED: LadderStep.DROPPED,
}
_ANSWERS = {answer.value: LadderStep(answer.value) for answer in SupplierAnswer}
_MEETINGS = {
    MeetingStatus.PLANNED: LadderStep.MEETING_PLANNED,
    MeetingStatus.HELD: LadderStep.MEETING_HELD,
    MeetingStatus.NOT_HELD: LadderStep.MEETING_NOT_HELD,
    MeetingStatus.CANCELLED: LadderStep.MEETING_CANCELLED,
}


async def of_obligation(work: Work, obligation: Obligation) -> list[LadderLine]:
    """Everything that has happened to it, in order."""
    happened = list(reversed(await history.about(work.session, obligation.reference)))
    spoke = speakers(happened)
    lines = [line for each in happened if (line := _line(work, each, spoke)) is not None]
    meetings = await under_contract.every_one(work.session, obligation.contract_id)
    lines += [_of_meeting(work, each) for each in meetings if FULFILS.get(each.kind) is obligation.kind]
    return _folded(sorted(lines, key=lambda line: line.on))


def _folded(lines: Sequence[LadderLine]) -> list[LadderLine]:
    """Reminders with nothing between them are told once for each person: how many, on the day of the last."""
    folded: list[LadderLine] = []
    for is_reminded, run in groupby(lines, key=lambda line: line.happened is LadderStep.REMINDED):
        together = list(run)
        last = {line.who: line for line in together} if is_reminded else {}
        times = Counter(line.who for line in together)
        folded += [replace(line, times=times[line.who]) for line in last.values()] if is_reminded else together
    return folded


def latest(lines: Sequence[LadderLine], wanted: Sequence[LadderStep]) -> LadderLine | None:
    """The last of those things that happened."""
    return next((line for line in reversed(lines) if line.happened in wanted), None)


def _line(work: Work, entry: HistoryEntry, spoke: Speakers) -> LadderLine | None:
    step = _step(entry)
    who = spoke.get((entry.at, entry.actor)) or entry.actor or entry.recipient or THE_BOT
    return LadderLine(work.city.today(entry.at), who, step, _words(entry)) if step is not None else None


def _words(entry: HistoryEntry) -> str:
    """The time that was proposed, or how many places were offered or taken back."""
    if entry.event in {LedgerEvent.OBLIGATION_OFFERED, LedgerEvent.OBLIGATION_OFFER_WITHDRAWN}:
        return entry.content
    return proposed(entry.content) if entry.event is LedgerEvent.OBLIGATION_ANSWERED else ""


def _step(entry: HistoryEntry) -> LadderStep | None:
    if entry.event is LedgerEvent.OBLIGATION_REMINDED:
        return _arrived(entry.state)
    if entry.event is LedgerEvent.OBLIGATION_ANSWERED:
        if proposed(entry.content):
            return LadderStep.PROPOSED
        return _ANSWERS.get(entry.content, LadderStep.ANSWERED)
    return _EVENTS.get(entry.event)


def _arrived(state: OutboxState | None) -> LadderStep:
    """An undelivered reminder never counts against the supplier, so it is never shown as one that was sent."""
    if state is OutboxState.SENT:
        return LadderStep.REMINDED
    return LadderStep.NOT_ARRIVED if state is None or state in GONE else LadderStep.ON_ITS_WAY


def _of_meeting(work: Work, meeting: Meeting) -> LadderLine:
    return LadderLine(work.city.today(meeting.starts_at), THE_BOT, _MEETINGS[meeting.status])
