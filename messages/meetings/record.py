"""What the record of one meeting tells, and what stands under it."""

from datetime import date, datetime

from domain.frozen import frozen
from domain.ledger_event import LedgerEvent
from messages.meetings.meeting import MeetingFacts
from messages.meetings.outcome import AgreedAction, UnderRecord
from messages.template import template


@frozen
class AgreedVersion:
    """What was written down of a meeting, as it read then.

    Attributes:
        came: Who was there of those who were asked.
        has_other_come: Whether somebody from the supplier came who was not asked.
        agreed: In the organiser's own words; empty where nothing special was.
    """

    came: tuple[str, ...]
    has_other_come: bool
    agreed: str
    actions: tuple[AgreedAction, ...]


@frozen
class SummaryStep:
    """One thing that happened to the summary, on its way to what holds.

    Attributes:
        at: When, on the city's clock.
        who: Who did it, or was told.
        version: What was written down, where it was.
        words: What does not hold, as the supplier wrote it.
    """

    at: datetime
    who: str
    event: LedgerEvent
    version: AgreedVersion | None = None
    words: str = ""


@frozen
class MeetingRecord:
    """The record of one meeting.

    Attributes:
        agreed: What holds.
        steps: How it came to be.
        confirmed_by: Who has confirmed it for the supplier.
        confirmed_at: When, on the city's clock.
        heard_by: Who of the staff wrote down that it was confirmed, where that was not done in Steget.
    """

    meeting: MeetingFacts
    agreed: AgreedVersion
    steps: tuple[SummaryStep, ...]
    confirmed_by: str
    confirmed_at: datetime
    heard_by: str = ""


@template("supplier_meeting_record")
@frozen
class RecordForSupplier(UnderRecord):
    """Thanks to who has confirmed, with the record.

    Attributes:
        by: Who has.
        on: When.
    """

    by: str
    on: date


@template("everyone_meeting_record")
@frozen
class RecordAgain(UnderRecord):
    """The record, as somebody asks for it again."""

    by: str
    on: date
