"""Find the meeting that somebody wants to do something with, and the seat in it that they answer for."""

from collections.abc import Sequence
from dataclasses import dataclass

from domain.access import Action, MeetingSubject, may
from handlers.handling.answer import NotTheirsError
from handlers.handling.work import Work
from handlers.people import recipient
from storage.meetings import meeting as meetings
from storage.meetings.meeting import Attendee, Meeting
from storage.people import absence
from storage.people.person import Person


@dataclass(frozen=True)
class Seat:
    """A meeting, as one person stands to it.

    Attributes:
        meeting: As it is now.
        attendee: Their seat, or that of somebody who is away and for whom they stand in; None for one who only looks.
        holder: Whose seat it is.
    """

    meeting: Meeting
    attendee: Attendee | None
    holder: Person | None

    def may_answer(self, actor: Person) -> bool:
        """Whether they are asked to say if they come; who has called the meeting is not."""
        if self.attendee is None or self.attendee.person_id == self.meeting.organised_by:
            return False
        subject = MeetingSubject(self.meeting.supplier_id, attendees=(actor.id,))
        return may(actor.actor, Action.ANSWER_MEETING, subject)


async def theirs(work: Work, actor: Person, meeting_id: int, action: Action = Action.SEE_MEETING) -> Seat:
    """The meeting as it is now. Raises NotTheirsError unless the actor may do that with it."""
    seat = await seat_in(work, actor, meeting_id, action)
    if seat is None:
        raise NotTheirsError
    return seat


async def seat_in(work: Work, actor: Person, meeting_id: int, action: Action = Action.SEE_MEETING) -> Seat | None:
    """The meeting as it is now; None unless the actor may do that with it."""
    meeting = await meetings.find(work.session, meeting_id)
    if meeting is None:
        return None
    asked = await meetings.attendees(work.session, meeting.id)
    attendee, holder = await _taken_by(work, actor, asked)
    everyone_asked = {each.id for _, each in asked} | ({actor.id} if attendee else set())
    subject = MeetingSubject(meeting.supplier_id, attendees=tuple(everyone_asked))
    return Seat(meeting, attendee, holder) if may(actor.actor, action, subject) else None


async def again(work: Work, actor: Person, seat: Seat) -> Seat:
    """The same as it is now, after a guarded update: one's own, or somebody else's."""
    return await seat_in(work, actor, seat.meeting.id) or seat


async def _taken_by(
    work: Work, actor: Person, asked: Sequence[tuple[Attendee, Person]]
) -> tuple[Attendee | None, Person | None]:
    own = next(((attendee, each) for attendee, each in asked if each.id == actor.id), None)
    if own is not None:
        return own
    for attendee, each in asked:
        deputy = await absence.deputy_of(work.session, each.id)
        is_away = await absence.back_on(work.session, each.id, today=recipient.today(work)) is not None
        if is_away and deputy is not None and deputy.id == actor.id:
            return attendee, each
    return None, None
