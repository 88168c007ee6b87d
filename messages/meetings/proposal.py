"""A time that a supplier proposes for a meeting that is due, and what a coordinator answers."""

from datetime import date, datetime

from domain.frozen import frozen
from domain.meeting import MeetingKind
from messages.template import template


@template("coordinator_meeting_time_proposed")
@frozen
class MeetingTimeProposed:
    """A supplier proposes a time for a meeting that is due, and a coordinator is to answer.

    Attributes:
        is_past_due: Whether the day by which it was to be held has passed.
        on: The day that the proposal surely means.
        at: The time of that day.
        has_passed: Whether that has been.
        is_agreed: Whether it is the time that a coordinator has proposed, and that suits.
        since: The day of the proposal, where it waits since then; None where it is new.
    """

    name: str
    supplier: str
    contract: str
    kind: MeetingKind
    due_on: date
    proposal: str
    is_past_due: bool = False
    on: date | None = None
    at: datetime | None = None
    has_passed: bool = False
    is_agreed: bool = False
    since: date | None = None


@template("coordinator_meeting_time_settled")
@frozen
class ProposalSettled:
    """What was proposed is answered; stands where it was told.

    Attributes:
        by: Who has answered it.
        starts_at: When the meeting is that they have booked; None where they have proposed another time.
    """

    kind: MeetingKind
    supplier: str
    proposal: str
    by: str
    starts_at: datetime | None


@template("supplier_meeting_time_sent")
@frozen
class MeetingTimeSent:
    """Their proposal is passed on.

    Attributes:
        on: The day that it surely means.
        at: The time of that day.
        is_agreed: Whether it is the time that a coordinator has proposed, and that suits.
    """

    kind: MeetingKind
    proposal: str
    on: date | None = None
    at: datetime | None = None
    is_agreed: bool = False


@template("supplier_meeting_time_suggested")
@frozen
class OtherTimeProposed:
    """A coordinator can't at the time that the supplier has proposed, and proposes another.

    Attributes:
        name: Which coordinator.
        proposed: What the supplier had proposed.
        suggestion: What the coordinator proposes instead.
    """

    kind: MeetingKind
    contract: str
    name: str
    proposed: str
    suggestion: str


@template("coordinator_meeting_time_suggested")
@frozen
class OtherTimeSent:
    """The coordinator's own proposal is passed on.

    Attributes:
        to: Who has got it; empty where nobody at the supplier can be reached.
    """

    kind: MeetingKind
    supplier: str
    suggestion: str
    to: str
