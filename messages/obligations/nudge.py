"""What the bot says when something that is promised falls due."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from domain.obligation import ObligationKind
from domain.slot import SlotKind
from messages.template import template


@dataclass(frozen=True)
class Due:
    """An obligation as reminders tell of it.

    Attributes:
        title: What was agreed, in people's own words; None where the kind says it.
        slot_kind: Of which kind places were promised, where they were.
        places: How many.
        contract: The contract's registry number and title.
        registry_number: The number alone, for where room is scarce.
    """

    kind: ObligationKind
    title: str | None
    slot_kind: SlotKind | None
    places: int | None
    contract: str
    registry_number: str
    due_on: date


class Tone(StrEnum):
    """How a reminder begins."""

    REMINDER = "reminder"
    NUDGE = "nudge"
    ANSWERED = "answered"
    """Nothing is left to be answered."""


class Standing(StrEnum):
    """How an obligation stands for a supplier who was reminded of it."""

    TO_BE_DONE = "to_be_done"
    SNOOZED = "snoozed"
    MEETING_PLANNED = "meeting_planned"
    MOVED = "moved"
    WITH_COORDINATOR = "with_coordinator"
    WITH_OTHERS = "with_others"
    """They have said that somebody else is the right person."""
    OUTSIDE = "outside"
    FULFILLED = "fulfilled"
    WAIVED = "waived"
    GONE = "gone"


@dataclass(frozen=True)
class NudgeLine:
    """One obligation in a reminder.

    Attributes:
        number: Of its button; 0 where it stands alone.
        on: The day that goes with how it stands, such as the one on which it is reminded of again.
        coordinator_on: When the coordinator is asked, where that comes first.
    """

    number: int
    due: Due
    standing: Standing
    on: date | None = None
    coordinator_on: date | None = None


@template("supplier_nudge")
@dataclass(frozen=True)
class Nudge:
    """All that somebody is reminded of."""

    tone: Tone
    lines: tuple[NudgeLine, ...]
    contact: str


@dataclass(frozen=True)
class ContactLine:
    """Somebody at the supplier who can be called.

    Attributes:
        is_in: They use Steget.
        is_in_reach: And Telegram reaches them.
    """

    name: str
    phone: str | None
    email: str | None
    is_in: bool
    is_in_reach: bool


class Happened(StrEnum):
    """What may have happened to an obligation; worded in the table [happened] of `labels.toml`."""

    REMINDED = "reminded"
    NOT_ARRIVED = "not_arrived"
    ON_ITS_WAY = "on_its_way"
    NOBODY_THERE = "nobody_there"
    LATER = "later"
    NOW = "now"
    NOTHING = "nothing"
    WRONG_PERSON = "wrong_person"
    ANSWERED = "answered"
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


@dataclass(frozen=True)
class HistoryLine:
    """One thing that happened.

    Attributes:
        who: Who did it or was told; "Steget" for the bot itself.
    """

    on: date
    happened: Happened
    who: str


@template("coordinator_escalated")
@dataclass(frozen=True)
class Escalated:
    """An obligation waits for a decision."""

    due: Due
    supplier: str
    history: tuple[HistoryLine, ...]
    earlier: int
    """How many lines of the history are left out, the oldest."""
    contacts: tuple[ContactLine, ...]


@template("coordinator_escalation_settled")
@dataclass(frozen=True)
class EscalationSettled:
    """It waits no more.

    Attributes:
        happened: What became of it.
        who: Who decided that; "Steget" for the bot itself.
        reason: Why it was waived, or why there is nothing to offer.
    """

    due: Due
    supplier: str
    happened: Happened
    who: str
    reason: str | None


@dataclass(frozen=True)
class Undecided:
    """One line of what waits for a decision."""

    number: int
    due: Due
    supplier: str


@template("coordinator_undecided")
@dataclass(frozen=True)
class UndecidedListed:
    """All that waits for a decision."""

    lines: tuple[Undecided, ...]
    more: int


@template("coordinator_call")
@dataclass(frozen=True)
class Call:
    """Whom to call or write to about an obligation."""

    due: Due
    supplier: str
    contacts: tuple[ContactLine, ...]
    people: tuple[str, ...]
    """Who else of the company uses Steget."""
    is_called: bool


@dataclass(frozen=True)
class Unheard:
    """One obligation that nobody could be reminded of, or that a reminder told of which did not arrive."""

    due: Due
    supplier: str
    contacts: tuple[ContactLine, ...]


@template("coordinator_nobody_to_remind")
@dataclass(frozen=True)
class NobodyToRemind:
    """Nobody of these companies is in reach."""

    lines: tuple[Unheard, ...]
    more: int


@template("coordinator_reminder_undelivered")
@dataclass(frozen=True)
class ReminderUndelivered:
    """A reminder did not arrive."""

    name: str
    lines: tuple[Unheard, ...]
    more: int
    is_passed_on: bool
    """A colleague is reminded instead."""


@template("coordinator_wrong_person")
@dataclass(frozen=True)
class WrongPersonTold:
    """Somebody says that another is the right person for a contract.

    Attributes:
        right: Who is; None where they don't know. One who uses Steget already is reminded from now on.
    """

    name: str
    supplier: str
    contract: str
    right: ContactLine | None


@template("supplier_wrong_person_noted")
@dataclass(frozen=True)
class WrongPersonNoted:
    """Thanks for saying so.

    Attributes:
        right: The name of the right person; None where nobody knows.
    """

    contract: str
    right: str | None
    contact: str


@template("coordinator_alert_wishes")
@dataclass(frozen=True)
class DecisionSettings:
    """How a coordinator wants to hear of what waits for a decision."""

    is_digest: bool
