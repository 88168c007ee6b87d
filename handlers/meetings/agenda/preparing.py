"""Some working days before a meeting its organiser gets the agenda: once, and anew only if a move has changed it.

Several meetings with a supplier on a day have one agenda, since it is over all contracts.
"""

from domain.ledger_event import LedgerEvent
from domain.meeting import MeetingStatus
from handlers.handling.work import GONE, Work
from handlers.meetings import telling
from handlers.meetings.agenda import showing
from handlers.meetings.recording import record_told
from messages.message import Message
from storage import outbox
from storage.meetings import agenda as meeting_agenda
from storage.meetings.meeting import Meeting
from storage.outbox import Lane, OutboxRow
from storage.people import person

AT_ONCE = 20


async def prepare(work: Work) -> bool:
    """Send the agendas whose time has come, in working hours; says whether there may be more."""
    if not work.city.hours.is_open(work.now):
        return False
    due = await meeting_agenda.to_prepare(work.session, now=work.now, at_most=AT_ONCE)
    for meeting in due:
        await meeting_agenda.stop(work.session, meeting.id)
        if meeting.status is MeetingStatus.PLANNED and meeting.starts_at > work.now:
            await _prepare(work, meeting)
    return len(due) == AT_ONCE


async def _prepare(work: Work, meeting: Meeting) -> None:
    message = await showing.message(work, meeting, is_for_supplier=False)
    if not await _is_known(work, meeting, message):
        await _send(work, meeting, message)


async def _is_known(work: Work, meeting: Meeting, message: Message) -> bool:
    """Whether the organiser has that agenda already: the same, of this meeting or another one on the day."""
    told = message.content()["parameters"]["agenda"]
    for each in await meeting_agenda.on_the_day_of(work.session, meeting, zone=work.city.hours.zone):
        begins = telling.key_of_all(telling.AGENDA, each)
        said = await outbox.said_about(work.session, each.reference, key_begins=begins)
        if any(each.id != meeting.id or _agenda_in(row) == told for row in said if row.state not in GONE):
            return True
    return False


def _agenda_in(row: OutboxRow) -> object:
    return row.content.get("parameters", {}).get("agenda")


async def _send(work: Work, meeting: Meeting, message: Message) -> None:
    organiser = await person.find(work.session, meeting.organised_by)
    got = await telling.tell(
        work, organiser, message, meeting, telling.AGENDA, expires_at=meeting.starts_at, lane=Lane.DUTY
    )
    for whom, outbox_id in got:
        await record_told(work, meeting, LedgerEvent.MEETING_REMINDED, whom, outbox_id, "agenda")
