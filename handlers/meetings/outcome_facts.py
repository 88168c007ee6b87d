"""What is told of a meeting that is over, and whether somebody may have to do with it."""

from collections.abc import Sequence

from domain.access import Action, MeetingSubject, may
from domain.ledger_event import LedgerEvent
from domain.obligation import ObligationStatus
from handlers.handling.answer import NotTheirsError
from handlers.handling.work import Work
from messages.meetings.outcome import AgreedAction, MeetingNamed, MeetingRecord
from storage.contracts.contract import Contract
from storage.meetings import meeting as meetings
from storage.meetings.meeting import Meeting
from storage.obligations import obligation as obligations
from storage.obligations.obligation import Obligation
from storage.people import supplier
from storage.people.person import Person


async def theirs(work: Work, actor: Person, action: Action, meeting_id: int) -> Meeting:
    """The meeting as it is now. Raises NotTheirsError unless the actor may do that with it."""
    meeting = await meetings.find(work.session, meeting_id)
    if meeting is None:
        raise NotTheirsError
    asked = tuple(each.id for _, each in await meetings.attendees(work.session, meeting.id))
    if not may(actor.actor, action, MeetingSubject(meeting.supplier_id, asked)):
        raise NotTheirsError
    return meeting


async def again(work: Work, meeting: Meeting) -> Meeting:
    """The same meeting as it is now, after a guarded update: one's own, or somebody else's."""
    return await meetings.find(work.session, meeting.id) or meeting


async def named(work: Work, meeting: Meeting) -> MeetingNamed:
    """Which meeting it is."""
    company = await supplier.find(work.session, meeting.supplier_id)
    contract = await work.session.get_one(Contract, meeting.contract_id)
    return MeetingNamed(meeting.kind, work.city.today(meeting.starts_at), company.name, contract.named)


async def record(work: Work, meeting: Meeting) -> MeetingRecord:
    """Who came, and what was agreed."""
    return MeetingRecord(
        meeting=await named(work, meeting),
        came=await who_came(work, meeting),
        has_other_come=bool(meeting.has_other_come),
        agreed=meeting.agreed or "",
        actions=tuple(
            AgreedAction(each.title or "", each.due_on, each.is_for_city) for each in await actions(work, meeting)
        ),
    )


async def who_came(work: Work, meeting: Meeting) -> tuple[str, ...]:
    """The names of those who were asked and were there."""
    asked = await meetings.attendees(work.session, meeting.id)
    return tuple(person.name for attendee, person in asked if attendee.has_come)


async def actions(work: Work, meeting: Meeting) -> Sequence[Obligation]:
    """What was agreed to be done, and still holds."""
    agreed = await obligations.of_meeting(work.session, meeting.contract_id, meeting.id)
    return [each for each in agreed if each.status is not ObligationStatus.DROPPED]


async def write_down(work: Work, actor: Person, meeting: Meeting, event: LedgerEvent, content: str = "") -> None:
    """A line in the ledger about the meeting."""
    await work.record(
        event,
        actor=actor,
        supplier_id=meeting.supplier_id,
        contract_id=meeting.contract_id,
        about=meeting.reference,
        content=content,
    )
