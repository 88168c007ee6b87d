"""What the bot says about dialogue meetings, up to the meeting itself."""

from datetime import datetime
from enum import StrEnum

from domain.frozen import frozen
from domain.meeting import MeetingAnswer, MeetingKind, MeetingStatus
from messages.template import template


class MeetingNews(StrEnum):
    """What has just happened, said above a card; each is worded in the table [meeting_news] of `labels.toml`."""

    COMING = "coming"
    NOT_COMING = "not_coming"
    OTHER_TIME = "other_time"
    SUBSTITUTE = "stand_in"
    BOOKED = "booked"
    BOOKED_ALONE = "booked_alone"
    """Nobody is invited but who has booked it."""
    MOVED = "moved"
    MOVED_ALONE = "moved_alone"
    CANCELLED = "cancelled"
    CANCELLED_ALONE = "cancelled_alone"
    TIME_KEPT = "time_kept"
    MEANWHILE = "meanwhile"
    """Something else has happened already."""


@frozen
class Invited:
    """Somebody who is asked to a meeting, and what they have answered.

    Attributes:
        stand_in: Who comes instead, in their own words.
        proposal: Another time that would suit them; told to nobody but who leads meetings.
        is_host: Whether they have called the meeting.
    """

    name: str
    answer: MeetingAnswer | None
    stand_in: str = ""
    proposal: str = ""
    is_host: bool = False


@frozen
class MeetingFacts:
    """All that is told of a meeting.

    Attributes:
        uid: Names it in people's calendars.
        sequence: Grows with each change that calendars must hear of.
        stamped_at: When what is told here became true.
        starts_at: On the city's own wall clock, as `ends_at`.
        zone: The name of the city's time zone.
        contract: Its number and title.
    """

    uid: str
    sequence: int
    stamped_at: datetime
    kind: MeetingKind
    status: MeetingStatus
    starts_at: datetime
    ends_at: datetime
    zone: str
    place: str
    supplier: str
    contract: str
    organiser: str
    invited: tuple[Invited, ...]

    @property
    def minutes(self) -> int:
        """How long it is planned to last."""
        return round((self.ends_at - self.starts_at).total_seconds() / 60)

    @property
    def others(self) -> tuple[Invited, ...]:
        """Everyone but who has called it."""
        return tuple(each for each in self.invited if not each.is_host)

    @property
    def taking_part(self) -> tuple[Invited, ...]:
        """Everyone who may be there, by what they say, or who comes instead and is not asked by name."""
        names = {each.name for each in self.invited}
        return tuple(
            each
            for each in self.invited
            if each.answer is not MeetingAnswer.NOT_COMING or (each.stand_in and each.stand_in not in names)
        )

    @property
    def proposals(self) -> tuple[Invited, ...]:
        """Those who would like another time, and have said which."""
        return tuple(each for each in self.invited if each.proposal)


@frozen
class _AboutMeeting:
    """Something that is told with a file for the calendar."""

    meeting: MeetingFacts

    @property
    def name(self) -> str:
        """What the file is called after."""
        return self.meeting.supplier


@template("everyone_meeting_invited")
@frozen
class MeetingInvited(_AboutMeeting):
    """The reader is asked to a meeting."""


@template("coordinator_meeting_calendar")
@frozen
class MeetingCalendar(_AboutMeeting):
    """The organiser's own file for the calendar."""


@template("everyone_meeting_moved")
@frozen
class MeetingMoved(_AboutMeeting):
    """The meeting is at another time, or in another place.

    Attributes:
        earlier: The time that the reader knows of.
    """

    earlier: datetime
    reason: str


@template("everyone_meeting_cancelled")
@frozen
class MeetingCancelled(_AboutMeeting):
    """The meeting does not take place.

    Attributes:
        is_organiser: Whether it is told to the organiser, who answers the others' questions.
    """

    reason: str
    is_organiser: bool = False


@frozen
class OnAgenda:
    """How many things on a meeting's agenda wait for each side."""

    for_city: int
    for_supplier: int


@template("everyone_meeting_reminded")
@frozen
class MeetingReminded:
    """The meeting is near.

    Attributes:
        is_today: Whether it is on this very day.
        answer: What the reader has answered.
        is_host: Whether the reader has called the meeting, and wants to know who comes.
        on_agenda: For a reader at the supplier, what waits for whom; None where nothing does.
    """

    meeting: MeetingFacts
    is_today: bool
    answer: MeetingAnswer | None
    is_host: bool = False
    on_agenda: OnAgenda | None = None


@template("everyone_meeting_shown")
@frozen
class MeetingShown:
    """One meeting and how it stands.

    Attributes:
        has_begun: Whether its time has come.
        answer: What the reader has answered, if they are asked and have.
        is_over: Whether its time has passed.
        proposal: Another time that would suit the reader, while nobody has answered that.
    """

    meeting: MeetingFacts
    has_begun: bool
    is_invited: bool
    answer: MeetingAnswer | None
    news: MeetingNews | None
    is_over: bool = False
    proposal: str = ""


@frozen
class MeetingLine:
    """One line of a list of meetings."""

    kind: MeetingKind
    status: MeetingStatus
    supplier: str
    starts_at: datetime
    has_begun: bool
    is_unanswered: bool
    is_over: bool = False
    waits_for_organiser: bool = False


@template("everyone_meetings_listed")
@frozen
class MeetingsListed:
    """A page of a list of meetings.

    Attributes:
        is_past: Whether they are those that have been.
        may_book: Whether the reader can book one.
        is_more: Whether there may be more pages than were counted.
    """

    lines: tuple[MeetingLine, ...]
    is_past: bool
    may_book: bool
    page: int
    pages: int
    is_more: bool = False


@template("coordinator_meeting_summary")
@frozen
class BookingChecked:
    """A meeting before it is booked.

    Attributes:
        is_supplier_asked: Whether anybody from the supplier is among those who are asked.
        is_day_off: Whether it is on a day on which nobody is expected at work.
        proposed: The time that was proposed for it, and by whom.
    """

    kind: MeetingKind
    supplier: str
    contract: str
    starts_at: datetime
    minutes: int
    place: str
    people: tuple[str, ...]
    is_supplier_asked: bool
    is_day_off: bool
    complaint: str
    proposed: str = ""


@template("coordinator_meeting_move_summary")
@frozen
class MoveChecked:
    """A meeting before it is moved."""

    meeting: MeetingFacts
    starts_at: datetime
    minutes: int
    place: str
    reason: str
    is_day_off: bool
    complaint: str


@template("coordinator_meeting_cancel_summary")
@frozen
class CancellationChecked:
    """A meeting before it is cancelled."""

    meeting: MeetingFacts
    reason: str
    complaint: str


@template("coordinator_meeting_answered")
@frozen
class MeetingAnswered:
    """Somebody has answered; or what they have proposed waits for an answer still.

    Attributes:
        name: Who.
        on_behalf_of: For whom, where somebody else has answered.
        proposal: Another time that would suit, in their own words.
        stand_in: The substitute who comes instead, in their own words.
        is_again: Whether it was said before, and waits.
    """

    meeting: MeetingFacts
    name: str
    on_behalf_of: str
    answer: MeetingAnswer
    proposal: str
    stand_in: str
    is_again: bool = False


@template("everyone_meeting_time_kept")
@frozen
class TimeKept:
    """The reader would have liked another time, but the meeting stays where it is."""

    meeting: MeetingFacts
