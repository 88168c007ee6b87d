"""Gather what messages tell of a meeting: all of it, which one it is, or how it went."""

from domain.hearsay import Said
from domain.meeting import MeetingAnswer
from domain.role import Role
from handlers.handling.work import Work
from handlers.meetings import action_list
from messages.meetings.meeting import Invited, MeetingFacts
from messages.meetings.outcome import AgreedAction, MeetingNamed, MeetingSummary
from storage import hearsay
from storage.contracts import contract
from storage.contracts.contract import Contract
from storage.meetings import meeting as meetings
from storage.meetings.meeting import Meeting
from storage.people import person, supplier


async def in_full(work: Work, meeting: Meeting, *, with_proposals: bool = False) -> MeetingFacts:
    """When and where it is, with everyone who is asked; with what they propose for who may move it."""
    under = await contract.find(work.session, meeting.contract_id)
    asked = await meetings.attendees(work.session, meeting.id)
    return MeetingFacts(
        uid=meeting.uid,
        sequence=meeting.sequence,
        stamped_at=work.now,
        kind=meeting.kind,
        status=meeting.status,
        starts_at=work.city.hours.local(meeting.starts_at),
        ends_at=work.city.hours.local(meeting.ends_at),
        zone=str(work.city.hours.zone),
        place=meeting.place,
        supplier=(await supplier.find(work.session, meeting.supplier_id)).name,
        contract=under.named if under else "",
        organiser=(await person.find(work.session, meeting.organised_by)).name,
        invited=tuple(
            Invited(
                each.name,
                attendee.answer,
                stand_in=attendee.stand_in or "",
                proposal=(attendee.proposal or "") if with_proposals else "",
                is_host=each.id == meeting.organised_by,
            )
            for attendee, each in asked
        ),
    )


async def named(work: Work, meeting: Meeting) -> MeetingNamed:
    """Which meeting it is."""
    company = await supplier.find(work.session, meeting.supplier_id)
    under = await work.session.get_one(Contract, meeting.contract_id)
    return MeetingNamed(meeting.kind, work.city.today(meeting.starts_at), company.name, under.named)


async def summary(work: Work, meeting: Meeting) -> MeetingSummary:
    """Who came, and what was agreed."""
    return MeetingSummary(
        meeting=await named(work, meeting),
        came=await who_came(work, meeting),
        has_other_come=bool(meeting.has_other_come),
        agreed=meeting.agreed or "",
        actions=tuple(
            AgreedAction(each.title or "", each.due_on, each.is_for_city)
            for each in await action_list.of_meeting(work, meeting)
        ),
    )


async def who_came(work: Work, meeting: Meeting) -> tuple[str, ...]:
    """The names of those who were asked and were there."""
    asked = await meetings.attendees(work.session, meeting.id)
    return tuple(person.name for attendee, person in asked if attendee.has_come)


async def confirmed_by(work: Work, meeting: Meeting) -> str | None:
    """Who has confirmed it for the supplier: where staff wrote that down, whoever they heard it from."""
    if meeting.confirmed_by is None:
        return None
    who = await person.find(work.session, meeting.confirmed_by)
    if who.role is Role.SUPPLIER:
        return who.name
    heard = await hearsay.latest_about(work.session, meeting.reference, Said.HOLDS)
    return heard.speaker if heard else who.name


async def heard_answer(work: Work, meeting: Meeting) -> Invited | None:
    """Who of the supplier comes or doesn't, as staff heard it; None where nothing was heard that counts."""
    heard = await hearsay.latest_about(work.session, meeting.reference, Said.COMING, Said.NOT_COMING)
    if heard is None or not heard.counts:
        return None
    return Invited(heard.speaker, MeetingAnswer.COMING if heard.said is Said.COMING else MeetingAnswer.NOT_COMING)
