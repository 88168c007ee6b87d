"""What the bot says of all that it will send in the weeks ahead."""

from datetime import date
from enum import StrEnum

from domain.frozen import frozen
from domain.meeting import MeetingKind
from domain.outlook import Group, Sort
from domain.slot import SlotKind
from messages.obligations.facts import ObligationName
from messages.template import template


class OutlookOf(StrEnum):
    """Of what it is; worded in [outlook_of] of `labels.toml`."""

    NOW = "now"
    """All that is here."""
    ONLY_COMING = "only_coming"
    """The new contracts of a file, with what falls due from today on."""
    FROM_TODAY = "from_today"
    """The same where those that run already begin again."""


@frozen
class OutlookAbout:
    """What a message is about: one of the three, under a contract.

    Attributes:
        number: The contract's; empty where it belongs to none.
    """

    number: str
    obligation: ObligationName | None = None
    meeting: MeetingKind | None = None
    slot: SlotKind | None = None


@frozen
class Receiver:
    """Who will hear something, and how often.

    Attributes:
        count: How many messages.
    """

    name: str
    company: str
    is_in: bool
    group: Group | None
    count: int


@frozen
class WeekAhead:
    """One week, and how many messages of each sort go out in it."""

    week: int
    begins_on: date
    reminders: int
    nudges: int
    decisions: int
    meetings: int
    questions: int
    agendas: int = 0


@frozen
class OutlookLine:
    """One thing that somebody is told of."""

    on: date
    sort: Sort
    about: OutlookAbout


@frozen
class SheetLine(OutlookLine):
    """The same, with who is told."""

    to: Receiver


@template("coordinator_outlook")
@frozen
class OutlookShown:
    """The weeks, and a page of those who will hear something.

    Attributes:
        weeks: Only on the first page.
        total: How many will hear something.
        is_cut: There is more in the file than is counted here.
    """

    of: OutlookOf
    weeks: tuple[WeekAhead, ...]
    receivers: tuple[Receiver, ...]
    total: int
    number: int
    pages: int
    is_cut: bool


@template("coordinator_outlook_of_one")
@frozen
class OutlookOfOne:
    """What one of them will hear.

    Attributes:
        more: How many lines there are beyond those that are shown.
    """

    of: OutlookOf
    to: Receiver
    lines: tuple[OutlookLine, ...]
    more: int


@template("coordinator_outlook_sheet")
@frozen
class OutlookSheet:
    """All of it, as a file."""

    of: OutlookOf
    lines: tuple[SheetLine, ...]
