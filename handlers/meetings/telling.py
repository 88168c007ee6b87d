"""Tell people of a meeting, each once, and never what is no longer true.

Every message about a meeting has a key that says which state of the meeting it tells of, and to whom, so that what
still waits can be found and cancelled when the meeting changes.
"""

from collections.abc import Sequence
from datetime import datetime, timedelta

from domain.frozen import frozen
from handlers.form import asking
from handlers.handling.work import Work
from handlers.people import recipient
from messages.message import Message
from storage import recall
from storage.meetings import meeting as meetings
from storage.meetings.meeting import Attendee, Meeting
from storage.outbox import Lane, OutboxRow, Ring
from storage.people.person import Person

INVITATION, NEWS, REMINDER, AGENDA = "meeting-invitation", "meeting-news", "meeting-reminder", "meeting-agenda"
"""How the keys of what is said about a meeting begin, before its id."""

SOON = timedelta(hours=24)
"""Whoever may be on their way to a meeting by then hears at once that it is moved or cancelled."""


async def tell(  # noqa: PLR0913  whom, what, of which meeting, when, and how long it is worth saying
    work: Work,
    addressee: Person,
    message: Message,
    meeting: Meeting,
    sort: str,
    *,
    part: int = 0,
    due_at: datetime | None = None,
    expires_at: datetime | None = None,
    lane: Lane = Lane.ANSWER,
) -> list[tuple[Person, int]]:
    """Tell one who is asked, or their deputy; who got it, by which rows. Silent outside working hours.

    `part` tells apart what is said of the same state of the meeting more than once, such as its reminders.
    """
    told = []
    for each in await recipient.in_place_of(work, addressee):
        row_id = await work.tell(
            each.person,
            each.gets(message),
            lane=lane,
            ring=Ring.IN_WORKING_HOURS,
            key=f"{_key_to(addressee, sort, meeting.id, meeting.sequence, part)}{each.person.id}",
            about=meeting.reference,
            due_at=due_at,
            expires_at=expires_at,
        )
        if row_id is not None:
            told.append((each.person, row_id))
        if due_at is None or due_at <= work.now:
            await asking.show_again(work, each.person)
    return told


async def asked(work: Work, meeting: Meeting) -> list[tuple[Attendee, Person]]:
    """Everyone who is asked and still has access; who has called the meeting always, since others act for them."""
    found = await meetings.attendees(work.session, meeting.id)
    return [(attendee, each) for attendee, each in found if each.ended_at is None or each.id == meeting.organised_by]


@frozen
class UntoldNews:
    """What was still to be said when a meeting changed, and so is not known to those whom it was for.

    Attributes:
        meeting: The meeting, after the change.
        rows: The rows of the outbox that are cancelled.
    """

    meeting: Meeting
    rows: Sequence[OutboxRow]

    def has_invitation(self, person: Person) -> bool:
        """Whether they have never heard of the meeting."""
        return self._has(INVITATION, person)

    def earlier(self, attendee: Attendee, person: Person) -> datetime | None:
        """The time that they know of, where they have not heard yet that it was moved before."""
        return attendee.known_starts_at if self._has(NEWS, person) else None

    def _has(self, sort: str, person: Person) -> bool:
        # Each change lets go of all that waits, so what waited now is of the state right before.
        begins = _key_to(person, sort, self.meeting.id, self.meeting.sequence - 1)
        return any(row.dedup_key.startswith(begins) for row in self.rows)


async def cancel_waiting(work: Work, meeting: Meeting) -> UntoldNews:
    """Let go of all that was to be said of the meeting as it was before it changed."""
    rows = [
        row
        for sort in (INVITATION, NEWS, REMINDER, AGENDA)
        for row in await recall.cancel_waiting_about(
            work.session, meeting.reference, key_begins=key_of_all(sort, meeting), now=work.now
        )
    ]
    return UntoldNews(meeting, rows)


def key_of_all(sort: str, meeting: Meeting) -> str:
    """How the keys of everything of that sort begin that was ever said of the meeting, also as it was before."""
    return f"{sort}:{meeting.id}:"


def when(work: Work, *starts_at: datetime) -> datetime:
    """When news of a meeting at those times goes out: at once where one is near, else in working hours."""
    is_soon = min(starts_at) - work.now <= SOON
    return work.now if is_soon else work.city.hours.open_from(work.now)


def _key_to(addressee: Person, sort: str, meeting_id: int, sequence: int, part: int = 0) -> str:
    """How the key of what is said to somebody begins; whoever gets it for them comes last."""
    return f"{sort}:{meeting_id}:{sequence}:{part}:{addressee.id}:"
