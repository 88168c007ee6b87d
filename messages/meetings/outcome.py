"""What the bot says after a dialogue meeting: was it held, who came, what was agreed, and does that hold."""

from datetime import date
from enum import StrEnum

from domain.document import DocumentKind
from domain.frozen import frozen
from domain.meeting import MeetingKind, MeetingStatus
from domain.meeting_outcome import MissReason
from messages.template import template


class OutcomeNews(StrEnum):
    """What has just happened to what is known of a meeting; each is worded in [outcome_news] of `labels.toml`."""

    HELD = "held"
    CORRECTED = "corrected"
    NOT_HELD = "not_held"
    REASON_GIVEN = "reason_given"
    MEANWHILE = "moved_on"
    """Something else has happened already; the value is older than the word."""
    NOT_YET = "not_yet"


@frozen
class MeetingNamed:
    """A meeting, as people are told which one it is about."""

    kind: MeetingKind
    on: date
    supplier: str
    contract: str


@frozen
class AgreedAction:
    """One thing to do that was agreed.

    Attributes:
        is_for_city: Whether it is the city's to do, and not the supplier's.
    """

    title: str
    due_on: date
    is_for_city: bool


@frozen
class MeetingSummary:
    """The summary of a meeting: who came, and what was agreed.

    Attributes:
        has_other_come: Whether somebody from the supplier came who was not asked.
        agreed: In the organiser's own words; empty where nothing special was.
    """

    meeting: MeetingNamed
    came: tuple[str, ...]
    has_other_come: bool
    agreed: str
    actions: tuple[AgreedAction, ...]


@template("coordinator_meeting_outcome_asked")
@frozen
class OutcomeAsked:
    """Was the meeting held?"""

    meeting: MeetingNamed
    is_again: bool


@template("coordinator_meeting_outcome_told")
@frozen
class OutcomeTold:
    """Somebody has told how the meeting went; stands where it was asked."""

    meeting: MeetingNamed
    is_held: bool
    by: str


@template("coordinator_outcome_checked")
@frozen
class OutcomeChecked:
    """Who came and what was agreed, before it is sent.

    Attributes:
        is_nobody_in: Whether there is nobody at the supplier to whom it could go.
    """

    record: MeetingSummary
    complaint: str
    is_nobody_in: bool = False


@template("coordinator_meeting_outcome")
@frozen
class MeetingOutcome:
    """How it went, and what can be done about it now.

    Attributes:
        record: The summary, where it was held.
        told: Who has got the summary just now.
        is_nobody_in: Whether there is nobody at the supplier to whom it could go.
        confirmed_by: Who has confirmed it for the supplier.
        is_disputed: Whether the supplier has said that something does not hold, and it is not corrected yet.
    """

    meeting: MeetingNamed
    status: MeetingStatus
    record: MeetingSummary | None
    reason: MissReason | None
    told: tuple[str, ...]
    is_nobody_in: bool
    confirmed_by: str | None
    news: OutcomeNews | None
    is_disputed: bool = False


@template("coordinator_meeting_miss_checked")
@frozen
class MissChecked:
    """A meeting is noted as held. Is it really to be noted as not held?"""

    meeting: MeetingNamed


@template("supplier_meeting_agreed")
@frozen
class SummaryToConfirm:
    """The summary, for the supplier to confirm.

    Attributes:
        organiser: Whom to turn to.
        is_corrected: Whether it replaces one that was sent before.
        is_again: Whether it was sent before as it is.
    """

    record: MeetingSummary
    organiser: str
    is_corrected: bool
    is_again: bool


@template("matcher_meeting_agreed")
@frozen
class SummaryForMatcher:
    """The summary, for a matcher who was there."""

    record: MeetingSummary
    is_corrected: bool


@template("supplier_meeting_confirmed")
@frozen
class SummaryConfirmed:
    """The summary, with who has confirmed it; stands where it was asked."""

    record: MeetingSummary
    by: str
    on: date


@template("supplier_meeting_replaced")
@frozen
class SummaryReplaced:
    """A summary that does not hold any more; stands where it stood."""

    meeting: MeetingNamed
    is_held: bool


@frozen
class UnderRecord:
    """Something that may stand under the record of a meeting."""

    meeting: MeetingNamed

    @property
    def kind(self) -> DocumentKind:
        """What the file is called by."""
        return DocumentKind.MEETING_RECORD

    @property
    def name(self) -> str:
        """What the file is called after."""
        return f"{self.meeting.on.isoformat()} {self.meeting.supplier}"


@template("coordinator_meeting_confirmed")
@frozen
class MeetingConfirmed(UnderRecord):
    """The supplier has confirmed what was agreed; where the record is made of that, it stands above.

    Attributes:
        by: Who has.
    """

    by: str
    has_record: bool = False


@template("supplier_meeting_disputed")
@frozen
class DisputeSent:
    """What does not hold in a summary has gone to the organiser."""

    organiser: str


@template("coordinator_meeting_disputed")
@frozen
class MeetingDisputed:
    """The supplier says that something in the summary does not hold."""

    meeting: MeetingNamed
    by: str
    text: str


@template("coordinator_meeting_unconfirmed")
@frozen
class MeetingUnconfirmed:
    """Nobody at the supplier has confirmed the summary.

    Attributes:
        is_nobody_in: Whether there is nobody whom the bot could remind.
    """

    meeting: MeetingNamed
    is_nobody_in: bool


@template("everyone_meeting_not_held")
@frozen
class NotHeldAfterAll:
    """A meeting that was noted as held was not: its summary does not hold any more."""

    meeting: MeetingNamed
    contact: str


@frozen
class AttendanceLine:
    """One meeting in a supplier's attendance.

    Attributes:
        number: Of the button that shows more.
        came: Who was there.
    """

    number: int
    kind: MeetingKind
    on: date
    status: MeetingStatus
    came: tuple[str, ...]
    has_other_come: bool


@template("coordinator_attendance_listed")
@frozen
class AttendanceListed:
    """A page of a supplier's meetings, and how many came to what."""

    supplier: str
    held: int
    attended: int
    not_held: int
    cancelled: int
    lines: tuple[AttendanceLine, ...]
    page: int
    pages: int


@template("coordinator_meeting_uncorrected")
@frozen
class SummaryUncorrected:
    """The supplier has said that something in the summary does not hold, and it is not corrected yet."""

    meeting: MeetingNamed
