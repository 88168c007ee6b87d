"""What is told of obligations, of the contract that they follow from, and of whom to ask, wherever they are named."""

from dataclasses import KW_ONLY
from datetime import date, datetime
from enum import StrEnum

from domain.contract import Clause, Counting, CountsFrom
from domain.frozen import frozen
from domain.hearsay import HeardBy, Said
from domain.hold import HoldReason
from domain.ledger_event import LedgerEvent
from domain.obligation import ObligationKind, ObligationStatus
from domain.role import Role
from domain.slot import SlotKind
from domain.turn.obligation import Awaited
from domain.turn.turn import Side


class ObligationNews(StrEnum):
    """What has just happened to an obligation that is shown; worded in [obligation_news] of `labels.toml`."""

    MEANWHILE = "moved_on"
    """Something else than was wanted: it had been settled or moved in the meantime."""
    MOVED = "moved"
    WAIVED = "waived"
    FOLLOWED_UP = "followed_up"
    FULFILLED = "fulfilled"
    ADDED = "added"
    REVERSED = "reversed"


class DueDay(StrEnum):
    """How far the last day is: what has passed is not spoken of as if it were to come."""

    AHEAD = "ahead"
    TODAY = "today"
    PASSED = "passed"


@frozen
class Proposal:
    """A time that a supplier has proposed.

    Attributes:
        who: Who has; empty where it is the reader.
        words: What they wrote.
        at: The day and the time on the city's clock, where that is all that the words say.
        is_past: That time has passed.
    """

    who: str
    words: str
    at: datetime | None
    is_past: bool


@frozen
class TurnFacts:
    """Whose turn it is with an obligation.

    Attributes:
        awaited: What is waited for.
        side: Whose turn it is.
        until: While it is nobody's: the day on which it is somebody's again.
        met_on: The day of a meeting that has been and that nobody has told of.
        offered: How many of its places are offered.
        proposal: The time that is proposed and not answered.
    """

    awaited: Awaited
    side: Side
    until: date | None = None
    met_on: date | None = None
    offered: int = 0
    proposal: Proposal | None = None


@frozen
class ObligationName:
    """What an obligation is named by, wherever it is told of.

    Attributes:
        kind: What is to be done.
        title: The same in people's own words; None where the kind says it.
        slot_kind: Of what kind the places are, where it is a number of places.
        places: How many, or how many months; 0 or None where it is none.
        due_on: By when.
        counting: What that number counts.
        counts_from: From when on that counts.
        day: How far its last day is.
        turn: Whose turn it is; None where that was not looked up.
    """

    kind: ObligationKind
    title: str | None
    slot_kind: SlotKind | None
    places: int | None
    due_on: date
    _: KW_ONLY
    counting: Counting = Counting.PLACES
    counts_from: CountsFrom = CountsFrom.BEGUN
    day: DueDay = DueDay.AHEAD
    turn: TurnFacts | None = None


@frozen
class ObligationFacts(ObligationName):
    """An obligation as cards and lists tell of it.

    Attributes:
        begun: In how many of its places somebody has begun, as both sides say.
        status: How it stands.
        months_done: Of its months, in tenths, those that are done.
        months_agreed: In tenths too, those that will be once all who have begun have worked as agreed.
    """

    begun: int
    status: ObligationStatus
    months_done: int = 0
    months_agreed: int = 0


@frozen
class DueObligation(ObligationName):
    """An obligation as reminders and escalations tell of it.

    Attributes:
        contract: The contract's registry number and title.
        registry_number: The number alone, for where room is scarce.
    """

    contract: str
    registry_number: str


@frozen
class ContractFacts:
    """What is told of a contract; `number` is the one in the city's register of records."""

    number: str
    title: str
    supplier: str
    clause: Clause
    starts_on: date
    ends_on: date | None
    value: int | None


@frozen
class HoldFacts:
    """Why reminders rest, and until when.

    Attributes:
        until: The day on which they go on; None until somebody says so.
        is_citys: All reminders rest, not this contract's alone.
    """

    reason: HoldReason
    until: date | None
    is_citys: bool


@frozen
class ContactFacts:
    """Whom to ask about a contract; the bot reaches them only where they are in.

    Attributes:
        is_in: They use Steget.
    """

    name: str
    phone: str | None
    email: str | None
    is_in: bool


@frozen
class ContactToCall(ContactFacts):
    """Somebody at the supplier whom a coordinator can call.

    Attributes:
        is_in_reach: They use Steget, and Telegram reaches them.
        contact_id: By which they can be invited; 0 where it was not kept.
    """

    is_in_reach: bool
    contact_id: int = 0


@frozen
class HistoryLine:
    """One thing that has happened, on that day.

    Attributes:
        who: Whoever did it or was told.
    """

    on: date
    who: str


@frozen
class HeardLine:
    """What staff heard a supplier say, in a history: who said what, how and on which day, and the writer's role."""

    said: Said
    speaker: str
    how: HeardBy
    on: date
    role: Role


@frozen
class LedgerLine(HistoryLine):
    """A line in the history of a contract or an obligation; nobody is named where it was the bot.

    Attributes:
        event: What happened.
        obligation: What it was about.
        until: The new day, where an obligation was moved to one.
        reason: Why, by its code or in people's own words; empty where nobody had to say.
        proposed: The time that somebody proposed, in their own words.
        heard: What was heard, where it is about that and its words are still kept.
    """

    event: LedgerEvent
    obligation: ObligationFacts | None
    until: date | None
    reason: str
    proposed: str = ""
    heard: HeardLine | None = None


class LadderStep(StrEnum):
    """What may have happened to an obligation on its way up; worded in the table [happened] of `labels.toml`."""

    REMINDED = "reminded"
    NOT_ARRIVED = "not_arrived"
    ON_ITS_WAY = "on_its_way"
    NOBODY_THERE = "nobody_there"
    LATER = "later"
    NOW = "now"
    NOTHING = "nothing"
    PROPOSED = "proposed"
    OFFERED = "offered"
    OFFER_WITHDRAWN = "offer_withdrawn"
    WRONG_PERSON = "wrong_person"
    ANSWERED = "answered"
    """The supplier has, but what is not known any more."""
    MEETING_PLANNED = "meeting_planned"
    MEETING_HELD = "meeting_held"
    MEETING_NOT_HELD = "meeting_not_held"
    MEETING_CANCELLED = "meeting_cancelled"
    ADDED = "added"
    MOVED = "moved"
    CALLED = "called"
    ESCALATED = "escalated"
    FULFILLED = "fulfilled"
    REVERSED = "reversed"
    WAIVED = "waived"
    FOLLOWED_UP = "followed_up"
    RESTORED = "restored"
    DROPPED = "dropped"


@frozen
class LadderLine(HistoryLine):
    """A line in what coordinators read before they decide; "Steget" is named where it was the bot.

    Attributes:
        happened: What happened.
        words: The time that was proposed, or how many places were offered.
        times: How often in a row it happened to them, this being the last.
    """

    happened: LadderStep
    words: str = ""
    times: int = 1


@frozen
class Settlement:
    """How an obligation was settled: on which day, by whom, why."""

    on: date
    who: str
    reason: str
