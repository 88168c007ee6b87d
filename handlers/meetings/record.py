"""The record of one meeting: made when the supplier has confirmed what was agreed, and to be had again after."""

from datetime import datetime

from domain.access import may
from domain.action import Action
from domain.document import DocumentKind
from domain.ledger_event import LedgerEvent
from domain.role import Role
from handlers.documents import ordering, registering
from handlers.handling.answer import Answer, Below, NotTheirsError
from handlers.handling.choices import numbered
from handlers.handling.press import Press
from handlers.handling.work import Work
from handlers.meetings import agreed_version, facts
from handlers.meetings.finding import theirs
from messages.meetings.outcome import MeetingConfirmed
from messages.meetings.record import MeetingRecord, RecordAgain, RecordForSupplier, SummaryStep
from messages.message import Message, Rows
from storage.documents import document
from storage.documents.document import Document
from storage.meetings import meeting as meetings
from storage.meetings.meeting import Meeting
from storage.obligations import history
from storage.obligations.history import HistoryEntry
from storage.people import person
from storage.people.person import Person

_STEPS = (
    LedgerEvent.MEETING_AGREED,
    LedgerEvent.MEETING_SUMMARISED,
    LedgerEvent.MEETING_DISPUTED,
    LedgerEvent.MEETING_CONFIRMED,
)
"""What happens to a summary."""


async def make(work: Work, meeting: Meeting, confirmed_at: datetime, asked_by: Person | None) -> Document:
    """The record of what has just been confirmed."""
    return await ordering.order(
        work,
        DocumentKind.MEETING_RECORD,
        await _told(work, meeting, confirmed_at),
        asked_by=asked_by,
        contract_id=meeting.contract_id,
        meeting_id=meeting.id,
        supplier_id=meeting.supplier_id,
    )


async def for_supplier(work: Work, meeting: Meeting, made: Document, by: str) -> Message:
    """Thanks to who has confirmed, with the record."""
    on = work.city.today(work.now)
    return ordering.under(made, RecordForSupplier(await facts.named(work, meeting), by, on))


async def for_organiser(work: Work, meeting: Meeting, made: Document, by: str) -> Message:
    """The news that it is confirmed, with the record."""
    told = MeetingConfirmed(await facts.named(work, meeting), by, has_record=True)
    return ordering.under(made, told, numbered([registering.way(made.id)]))


async def again(work: Work, actor: Person, press: Press) -> Answer:
    """*Protokoll* was pressed: the one that there is; where the word came by phone, it is made now."""
    meeting = (await theirs(work, actor, Action.SEE_MEETING, press.number(0))).meeting
    by = await facts.confirmed_by(work, meeting)
    if meeting.confirmed_at is None or by is None:
        raise NotTheirsError
    found = await document.latest_of_meeting(work.session, meeting.id, since=meeting.confirmed_at)
    made = found or await make(work, meeting, meeting.confirmed_at, actor)
    told = RecordAgain(await facts.named(work, meeting), by, work.city.today(meeting.confirmed_at))
    return Below(ordering.under(made, told, _ways(actor, made)), about=made.reference)


def _ways(actor: Person, made: Document) -> Rows:
    return numbered([registering.way(made.id)]) if may(actor.actor, Action.REGISTER_DOCUMENT) else ()


async def _told(work: Work, meeting: Meeting, confirmed_at: datetime) -> MeetingRecord:
    happened = reversed(await history.about(work.session, meeting.reference))
    names = {each.id: each.name for _, each in await meetings.attendees(work.session, meeting.id)}
    who = await person.find(work.session, meeting.confirmed_by) if meeting.confirmed_by else None
    return MeetingRecord(
        meeting=await facts.in_full(work, meeting),
        agreed=await agreed_version.that_holds(work, meeting),
        steps=tuple(_step(work, each, names) for each in happened if each.event in _STEPS),
        confirmed_by=await facts.confirmed_by(work, meeting) or "",
        confirmed_at=work.city.hours.local(confirmed_at),
        heard_by=who.name if who is not None and who.role is not Role.SUPPLIER else "",
    )


def _step(work: Work, each: HistoryEntry, names: dict[int, str]) -> SummaryStep:
    is_version = each.event is LedgerEvent.MEETING_AGREED
    return SummaryStep(
        at=work.city.hours.local(each.at),
        who=each.actor or each.recipient or "",
        event=each.event,
        version=agreed_version.read(each.content, names) if is_version else None,
        words=each.content if each.event is LedgerEvent.MEETING_DISPUTED else "",
    )
