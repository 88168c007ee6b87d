"""What is told of contracts, and of what follows from them, wherever they are named."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from domain.contract import Clause
from domain.ledger_event import LedgerEvent
from domain.meeting import MeetingKind
from domain.obligation import ObligationKind, ObligationStatus
from domain.slot import SlotKind


class ObligationNews(StrEnum):
    """What has just happened to an obligation that is shown; worded in [obligation_news] of `labels.toml`."""

    MOVED_ON = "moved_on"
    MOVED = "moved"
    WAIVED = "waived"
    FOLLOWED_UP = "followed_up"
    FULFILLED = "fulfilled"
    ADDED = "added"
    REVERSED = "reversed"


@dataclass(frozen=True)
class ObligationFacts:
    """What is told of an obligation wherever it is named.

    Attributes:
        kind: What is to be done.
        title: The same in people's own words; None where the kind says it.
        slot_kind: Of what kind the places are, where it is a number of places.
        places: How many.
        begun: In how many of them somebody has begun, as both sides say.
        due_on: By when.
        status: How it stands.
    """

    kind: ObligationKind
    title: str | None
    slot_kind: SlotKind | None
    places: int
    begun: int
    due_on: date
    status: ObligationStatus


@dataclass(frozen=True)
class ContractFacts:
    """What is told of a contract; `number` is the one in the city's register of records."""

    number: str
    title: str
    supplier: str
    clause: Clause
    starts_on: date
    ends_on: date | None
    value: int | None


@dataclass(frozen=True)
class ContactFacts:
    """Whom to turn to about a contract; they are reached by the bot only where they are in."""

    name: str
    phone: str | None
    email: str | None
    is_in: bool


@dataclass(frozen=True)
class MeetingDay:
    """The next meeting under a contract."""

    kind: MeetingKind
    on: date


@dataclass(frozen=True)
class HistoryLine:
    """One thing that has happened.

    Attributes:
        on: The day.
        event: What.
        who: Whoever did it or was told; empty where it was the bot.
        obligation: What it was about.
        until: The new day, where it was moved.
        reason: Why, by its code or in people's own words; empty where nobody had to say.
    """

    on: date
    event: LedgerEvent
    who: str
    obligation: ObligationFacts | None
    until: date | None
    reason: str


@dataclass(frozen=True)
class Standing:
    """How a supplier stands in what the clause expects of it: facts, which people judge.

    Attributes:
        reminded: Of how many obligations it was reminded.
        answered: About how many of them it has answered.
        offered: How many offers it has made.
        held: How many of its meetings were held.
        attended: To how many of them somebody of theirs came.
    """

    reminded: int
    answered: int
    offered: int
    held: int
    attended: int


@dataclass(frozen=True)
class Settled:
    """How an obligation was settled: on which day, by whom, why."""

    on: date
    who: str
    reason: str


@dataclass(frozen=True)
class PastDue:
    """One line of the past-due queue."""

    supplier: str
    number: str
    obligation: ObligationFacts
