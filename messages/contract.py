"""What the bot says of contracts and what follows from them."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from domain.contract import Clause
from domain.history import HistoryEvent
from domain.meeting import MeetingKind
from domain.obligation import ObligationKind, ObligationStatus, Rung
from domain.role import Role
from domain.slot import SlotKind
from messages.template import template


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
    event: HistoryEvent
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


@template("coordinator_contracts_listed")
@dataclass(frozen=True)
class ContractsListed:
    """What waits for a coordinator, then a page of the contracts.

    Attributes:
        queue: The first of what is past due; on the first page alone.
        waiting: How much is past due altogether.
        contracts: The contracts of this page.
        total: How many there are, or are found.
        number: The page, from 1.
        pages: How many pages.
        search: What is looked for; empty where nothing is.
    """

    queue: tuple[PastDue, ...]
    waiting: int
    contracts: tuple[ContractFacts, ...]
    total: int
    number: int
    pages: int
    search: str


@template("coordinator_past_due_listed")
@dataclass(frozen=True)
class PastDueListed:
    """A page of what waits for a coordinator."""

    queue: tuple[PastDue, ...]
    waiting: int
    number: int
    pages: int


@template("supplier_contracts_listed")
@dataclass(frozen=True)
class OwnContractsListed:
    """The supplier's own running contracts."""

    contracts: tuple[ContractFacts, ...]
    number: int
    pages: int
    contact: str


@template("supplier_contract_card")
@dataclass(frozen=True)
class OwnContractCard:
    """What the supplier has promised, what is next, what is done, and how it stands.

    Attributes:
        contract: The contract.
        ahead: What is next, soonest due first.
        later: How much there is beyond that.
        done: What was done last.
        done_total: How much is done altogether.
        meeting: The next meeting; None where none is planned.
        standing: How it stands in the four expectations.
    """

    contract: ContractFacts
    ahead: tuple[ObligationFacts, ...]
    later: int
    done: tuple[ObligationFacts, ...]
    done_total: int
    meeting: MeetingDay | None
    standing: Standing


@template("coordinator_contract_card")
@dataclass(frozen=True)
class ContractCard:
    """A contract as a coordinator sees it, with a page of what follows from it."""

    contract: ContractFacts
    contacts: tuple[ContactFacts, ...]
    obligations: tuple[ObligationFacts, ...]
    number: int
    pages: int
    meeting: MeetingDay | None
    standing: Standing
    news: ObligationNews | None


@template("coordinator_obligation_card")
@dataclass(frozen=True)
class ObligationCard:
    """An obligation as a coordinator sees it.

    Attributes:
        obligation: What it is and how it stands.
        contract: What it follows from.
        contacts: Whom to call.
        moved_from: The day by the rule, where a coordinator has moved it.
        rung: How far the ladder has come.
        settled: How it was settled; None where it is not.
        history: The latest of what has happened.
        news: What has just happened.
    """

    obligation: ObligationFacts
    contract: ContractFacts
    contacts: tuple[ContactFacts, ...]
    moved_from: date | None
    rung: Rung
    settled: Settled | None
    history: tuple[HistoryLine, ...]
    news: ObligationNews | None


@template("supplier_obligation_card")
@dataclass(frozen=True)
class OwnObligationCard:
    """One of the supplier's own obligations."""

    obligation: ObligationFacts
    contract: ContractFacts
    settled: Settled | None
    news: ObligationNews | None


@template("everyone_contract_history")
@dataclass(frozen=True)
class ContractHistory:
    """A page of what has happened under a contract, newest first."""

    contract: ContractFacts
    history: tuple[HistoryLine, ...]
    number: int
    pages: int


@template("coordinator_obligation_checked")
@dataclass(frozen=True)
class ObligationChecked:
    """What will be added to a contract, before it is."""

    obligation: ObligationFacts
    contract: str
    complaint: str


@template("supplier_obligation_changed")
@dataclass(frozen=True)
class ObligationChanged:
    """A coordinator has changed what the supplier has to do.

    Attributes:
        obligation: As it is now.
        number: The contract's.
        news: What has happened.
        reason: Why, by its code or in the coordinator's own words; empty where nothing was said.
        who: The coordinator.
        contact: Whom to ask.
    """

    obligation: ObligationFacts
    number: str
    news: ObligationNews
    reason: str
    who: str
    contact: str


@template("coordinator_obligation_answered")
@dataclass(frozen=True)
class ObligationAnswered:
    """A supplier says that something is done, that there is nothing to offer, or takes that back."""

    obligation: ObligationFacts
    number: str
    supplier: str
    who: str
    news: ObligationNews
    reason: str


@template("supplier_nothing_noted")
@dataclass(frozen=True)
class NothingNoted:
    """It is noted that there is nothing to offer right now."""

    number: str
    reason: str


@template("everyone_settled_undone")
@dataclass(frozen=True)
class SettledUndone:
    """What was noted a moment ago is taken back."""

    role: Role
    obligation: ObligationFacts
    number: str
