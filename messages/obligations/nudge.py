"""What the bot says when something that is promised falls due."""

from datetime import date
from enum import StrEnum

from domain.frozen import frozen
from messages.obligations.facts import ContactToCall, DueObligation, LadderLine, LadderStep
from messages.template import template


class Standing(StrEnum):
    """How an obligation stands for a supplier who was reminded of it."""

    TO_BE_DONE = "to_be_done"
    SNOOZED = "snoozed"
    MEETING_PLANNED = "meeting_planned"
    MOVED = "moved"
    PROPOSED = "proposed"
    """The supplier has proposed a time, and the city answers."""
    MET = "met"
    """The meeting's time has passed, and the city tells how it went."""
    OFFERED = "offered"
    """The supplier has offered the places, and the city finds the people."""
    AT_WORK = "at_work"
    """People are at work, and with that it will be met."""
    WITH_COORDINATOR = "with_coordinator"
    WITH_OTHERS = "with_others"
    """They have said that somebody else is the right person."""
    OUTSIDE = "outside"
    FULFILLED = "fulfilled"
    WAIVED = "waived"
    GONE = "gone"


@frozen
class NudgeLine:
    """One obligation in a reminder.

    Attributes:
        number: Of its button; 0 where it stands alone.
        on: The day that goes with how it stands, such as the one on which it is reminded of again.
        coordinator_on: When the coordinator is asked, where that comes first.
        is_second: The reader is the second contact, who hears of it because it is late.
    """

    number: int
    due: DueObligation
    standing: Standing
    on: date | None = None
    coordinator_on: date | None = None
    is_second: bool = False


@template("supplier_nudge")
@frozen
class Nudge:
    """All that somebody is reminded of."""

    lines: tuple[NudgeLine, ...]
    contact: str


@template("coordinator_escalated")
@frozen
class Escalated:
    """An obligation waits for a decision."""

    due: DueObligation
    supplier: str
    history: tuple[LadderLine, ...]
    earlier: int
    """How many lines of the history are left out, the oldest."""
    contacts: tuple[ContactToCall, ...]


@template("coordinator_escalation_settled")
@frozen
class EscalationSettled:
    """An obligation that waited for a decision does so no more.

    Attributes:
        happened: What became of it.
        who: Who decided that; "Steget" for the bot itself.
        reason: Why it was waived, or why there is nothing to offer.
    """

    due: DueObligation
    supplier: str
    happened: LadderStep
    who: str
    reason: str | None


@frozen
class Undecided:
    """One line of what waits for a decision."""

    number: int
    due: DueObligation
    supplier: str


@template("coordinator_undecided")
@frozen
class UndecidedListed:
    """All that waits for a decision.

    Attributes:
        questions: How many questions to the city wait for any of those who lead.
    """

    lines: tuple[Undecided, ...]
    more: int
    questions: int = 0


@template("coordinator_call")
@frozen
class Call:
    """Whom to call or write to about an obligation."""

    due: DueObligation
    supplier: str
    contacts: tuple[ContactToCall, ...]
    people: tuple[str, ...]
    """Who else of the company uses Steget."""
    is_called: bool


@frozen
class Unheard:
    """One obligation that nobody could be reminded of, or that a reminder told of which did not arrive."""

    due: DueObligation
    supplier: str
    contacts: tuple[ContactToCall, ...]


@template("coordinator_nobody_to_remind")
@frozen
class NobodyToRemind:
    """Nobody of these companies is in reach."""

    lines: tuple[Unheard, ...]
    more: int


@template("coordinator_reminder_undelivered")
@frozen
class ReminderUndelivered:
    """A reminder did not arrive."""

    name: str
    lines: tuple[Unheard, ...]
    more: int
    is_passed_on: bool
    """A colleague is reminded instead."""


@template("coordinator_wrong_person")
@frozen
class WrongPersonTold:
    """Somebody says that another is the right person for a contract.

    Attributes:
        right: Who is; None where they don't know. One who uses Steget already is reminded from now on.
        others: Whom the city has for the contract, to call where there is no number of the right one.
    """

    name: str
    supplier: str
    contract: str
    right: ContactToCall | None
    others: tuple[ContactToCall, ...] = ()


@template("supplier_wrong_person_noted")
@frozen
class WrongPersonNoted:
    """Thanks to somebody who says that another is the right person.

    Attributes:
        right: The name of the right person; None where nobody knows.
    """

    contract: str
    right: str | None
    contact: str


@template("coordinator_alert_wishes")
@frozen
class DecisionSettings:
    """How a coordinator wants to hear of what waits for a decision."""

    is_digest: bool
