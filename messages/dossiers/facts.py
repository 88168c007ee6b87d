"""What a dossier tells: all that is known of one contract, in the order of time."""

from datetime import date, datetime
from enum import StrEnum

from domain.contract import Cadence
from domain.frozen import frozen
from domain.meeting import MeetingStatus
from domain.placement import PlacementStatus
from domain.slot import SlotKind, SlotStatus, Trade
from messages.label import Label
from messages.meetings.meeting import MeetingFacts
from messages.meetings.record import AgreedVersion
from messages.obligations.facts import ContractFacts, LedgerLine, ObligationFacts, Settlement
from messages.procurements.facts import DecisionFacts


class Fate(StrEnum):
    """What became of a message; worded in the table [fate] of `labels.toml`."""

    ACCEPTED = "accepted"
    """Telegram has it: that nobody has read it is as possible as that somebody has."""
    ON_ITS_WAY = "on_its_way"
    UNKNOWN = "unknown"
    NOT_ARRIVED = "not_arrived"
    NOT_SENT = "not_sent"
    """It was no longer true, or too late to be worth saying."""


@frozen
class Happening:
    """One row of the ledger.

    Attributes:
        row: Its number there.
        at: When, on the city's clock.
        line: What happened, and to whom.
        about: What it was about, where that is no obligation.
        because: Why or which, from a list.
        words: What somebody wrote: a question, an answer, a reason, an objection.
        meets_at: When the meeting is that it tells of.
        agreed: What was written down of a meeting.
    """

    row: int
    at: datetime
    line: LedgerLine
    about: Label | None = None
    because: tuple[Label, ...] = ()
    words: str = ""
    meets_at: datetime | None = None
    agreed: AgreedVersion | None = None


@frozen
class Saying:
    """A message, in one of its versions; several where the same was said to several at once.

    Attributes:
        numbers: Of the messages, by which the other versions of each are known.
        version: Which one it is, from 1.
        versions: How many there are.
        at: When Telegram accepted it, on the city's clock; else when it was written.
        to: Whom it was for.
        rows: Its rows in the ledger; none where Telegram has not accepted it.
        words: What it says, as it is kept; empty where that is not told here.
        is_withheld: Whether its words are left out, since they tell something of residents.
    """

    numbers: tuple[int, ...]
    version: int
    versions: int
    at: datetime
    to: tuple[str, ...]
    rows: tuple[int, ...]
    words: str
    fate: Fate
    is_withheld: bool = False


@frozen
class Promised:
    """An obligation, and how it was settled."""

    obligation: ObligationFacts
    settled: Settlement | None


@frozen
class Met:
    """A dialogue meeting.

    Attributes:
        agreed: Who came, what was agreed and what is to be done, as it stands now; None where it was not held.
        confirmed_by: Who has confirmed that for the supplier.
    """

    meeting: MeetingFacts
    status: MeetingStatus
    agreed: AgreedVersion | None
    confirmed_by: str
    confirmed_on: date | None
    because: tuple[Label, ...] = ()
    words: str = ""


@frozen
class Placed:
    """A placement, by its code."""

    code: str
    status: PlacementStatus
    began_on: date | None
    ended_on: date | None


@frozen
class Offered:
    """An offer, and the placements in it."""

    number: int
    kind: SlotKind
    trade: Trade
    places: int
    area: str
    reported_on: date
    reported_by: str
    starts_on: date | None
    ends_on: date | None
    status: SlotStatus
    holder: str
    placements: tuple[Placed, ...]


@frozen
class Dossier:
    """All that is known of a contract.

    Attributes:
        procurement: The title of what the contract comes from, where it is another than the contract's own.
        contacts: Whom to turn to at the supplier, by name.
        asked_by: Who had it made.
        decision: What was decided of the procurement that it comes from; None where nothing was.
    """

    contract: ContractFacts
    cadence: Cadence | None
    procurement: str
    contacts: tuple[str, ...]
    asked_by: str
    promised: tuple[Promised, ...] = ()
    met: tuple[Met, ...] = ()
    offered: tuple[Offered, ...] = ()
    happened: tuple[Happening, ...] = ()
    said: tuple[Saying, ...] = ()
    decision: DecisionFacts | None = None
