"""Find the meeting that somebody wants to do something with, and whose answer to it they may give."""

from collections.abc import Awaitable, Callable, Sequence
from datetime import datetime

from domain.access import may
from domain.action import Action
from domain.frozen import frozen
from domain.meeting import MeetingAnswer, MeetingStatus
from domain.meeting_life import MEETING_LIFE, MeetingEvent
from domain.subject import MeetingSubject
from handlers.handling.answer import NotTheirsError
from handlers.handling.work import Work
from handlers.meetings.shown_meeting import ShownMeeting
from storage.meetings import meeting as meetings
from storage.meetings.meeting import Attendee, Meeting
from storage.people import absence
from storage.people.person import Person


@frozen
class FoundMeeting:
    """A meeting, as whoever looked for it stands to it.

    Attributes:
        meeting: As it is now.
        viewer: Who looked for it.
        now: When they did.
        attendee: Whose answer the viewer may give: their own, or that of somebody who is away and whose deputy they
            are; None for one who only looks.
        answers_for: The person that this is.
        is_other_time_wished: Whether anybody would like another time, and nobody has answered that.
    """

    meeting: Meeting
    viewer: Person
    now: datetime
    attendee: Attendee | None = None
    answers_for: Person | None = None
    is_other_time_wished: bool = False

    @property
    def shown(self) -> ShownMeeting:
        """The meeting as the viewer is shown it now."""
        return ShownMeeting(self.meeting.id, self.meeting.sequence)

    @property
    def has_begun(self) -> bool:
        """Whether its time has come."""
        return self.meeting.starts_at <= self.now

    @property
    def is_over(self) -> bool:
        """Whether its time has passed."""
        return self.meeting.ends_at <= self.now

    @property
    def is_ahead(self) -> bool:
        """Whether it is planned and has not begun."""
        return self.meeting.status is MeetingStatus.PLANNED and not self.has_begun

    @property
    def answer(self) -> MeetingAnswer | None:
        """What was answered by the viewer, or for whom they answer."""
        return self.attendee.answer if self.attendee else None

    @property
    def is_viewer_asked(self) -> bool:
        """Whether the viewer can still say who comes; whoever has called the meeting is not asked."""
        if not self.is_ahead or self.attendee is None or self.attendee.person_id == self.meeting.organised_by:
            return False
        subject = MeetingSubject(self.meeting.supplier_id, attendees=(self.viewer.id,))
        return may(self.viewer.actor, Action.ANSWER_MEETING, subject)

    @property
    def is_led_by_viewer(self) -> bool:
        """Whether the viewer may move it, cancel it, and tell how it went."""
        return may(self.viewer.actor, Action.SCHEDULE_MEETING)

    @property
    def waits_for_outcome(self) -> bool:
        """Whether it has begun, and nobody has told yet how it went."""
        return self.meeting.status is MeetingStatus.PLANNED and self.has_begun

    @property
    def has_outcome(self) -> bool:
        """Whether it is told how it went."""
        return self.meeting.status in {MeetingStatus.HELD, MeetingStatus.NOT_HELD}

    def may_happen(self, event: MeetingEvent) -> bool:
        """Whether that can happen to it now: it is cancelled before it begins, and told of after."""
        is_in_time = {
            MeetingEvent.CANCEL: not self.has_begun,
            MeetingEvent.HOLD: self.has_begun,
            MeetingEvent.MISS: self.has_begun,
        }
        return MEETING_LIFE.allows(self.meeting.status, event) and is_in_time.get(event, True)


async def is_still_to_answer(work: Work, actor: Person, shown: ShownMeeting, _since: datetime) -> bool:
    """Whether the meeting that a form is about can still be answered as it was shown."""
    found = await find(work, actor, Action.SEE_MEETING, shown.meeting_id)
    return found is not None and found.is_viewer_asked and found.meeting.sequence == shown.sequence


def still_may(event: MeetingEvent) -> Callable[[Work, Person, ShownMeeting, datetime], Awaitable[bool]]:
    """Whether that can still happen to the meeting that a form is about; not once it has begun in the meantime."""

    async def still_holds(work: Work, actor: Person, shown: ShownMeeting, since: datetime) -> bool:
        found = await find(work, actor, Action.SCHEDULE_MEETING, shown.meeting_id)
        if found is None or found.meeting.sequence != shown.sequence:
            return False
        return found.may_happen(event) and not since < found.meeting.starts_at <= work.now

    return still_holds


async def theirs(work: Work, actor: Person, action: Action, meeting_id: int) -> FoundMeeting:
    """The meeting as it is now. Raises NotTheirsError unless the actor may do that with it."""
    found = await find(work, actor, action, meeting_id)
    if found is None:
        raise NotTheirsError
    return found


async def find(work: Work, actor: Person, action: Action, meeting_id: int) -> FoundMeeting | None:
    """The meeting as it is now; None unless the actor may do that with it."""
    meeting = await meetings.find(work.session, meeting_id)
    if meeting is None:
        return None
    asked = await meetings.attendees(work.session, meeting.id)
    attendee, answers_for = await _answering(work, actor, asked)
    may_see = {each.id for _, each in asked} | ({actor.id} if attendee else set())
    if not may(actor.actor, action, MeetingSubject(meeting.supplier_id, attendees=tuple(may_see))):
        return None
    is_wished = any(each.answer is MeetingAnswer.OTHER_TIME for each, _ in asked)
    return FoundMeeting(meeting, actor, work.now, attendee, answers_for, is_wished)


async def refreshed(work: Work, found: FoundMeeting) -> FoundMeeting:
    """The same as it is now, after somebody has changed it: the viewer, or somebody else."""
    return await find(work, found.viewer, Action.SEE_MEETING, found.meeting.id) or found


async def _answering(
    work: Work, actor: Person, asked: Sequence[tuple[Attendee, Person]]
) -> tuple[Attendee | None, Person | None]:
    """Whose answer the actor may give."""
    own = next(((attendee, each) for attendee, each in asked if each.id == actor.id), None)
    if own is not None:
        return own
    for attendee, each in asked:
        deputy = await absence.deputy_of(work.session, each.id)
        if deputy is not None and deputy.id == actor.id and await _is_away(work, each):
            return attendee, each
    return None, None


async def _is_away(work: Work, somebody: Person) -> bool:
    return await absence.back_on(work.session, somebody.id, today=work.city.today(work.now)) is not None
