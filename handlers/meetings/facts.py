"""Gather what messages tell of a meeting."""

from handlers.handling.work import Work
from messages.meetings.meeting import Invited, MeetingFacts
from storage.contracts import contract
from storage.meetings import meeting
from storage.meetings.meeting import Meeting
from storage.people import person, supplier


async def of_meeting(work: Work, told: Meeting) -> MeetingFacts:
    """The meeting's facts, with everyone who is asked."""
    under = await contract.find(work.session, told.contract_id)
    asked = await meeting.attendees(work.session, told.id)
    return MeetingFacts(
        uid=told.uid,
        sequence=told.sequence,
        stamped_at=work.now,
        kind=told.kind,
        status=told.status,
        starts_at=work.city.hours.local(told.starts_at),
        ends_at=work.city.hours.local(told.ends_at),
        zone=str(work.city.hours.zone),
        place=told.place,
        supplier=(await supplier.find(work.session, told.supplier_id)).name,
        contract=under.named if under else "",
        organiser=(await person.find(work.session, told.organised_by)).name,
        invited=tuple(Invited(each.name, attendee.answer) for attendee, each in asked),
    )
