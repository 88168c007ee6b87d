"""What the bot says of contracts."""

from domain.frozen import frozen
from domain.how_far import HowFar
from messages.contracts.facts import Expectations, MeetingDay, PastDue
from messages.obligations.facts import (
    ContactFacts,
    ContractFacts,
    HoldFacts,
    LedgerLine,
    ObligationFacts,
    ObligationNews,
)
from messages.procurements.facts import DecisionFacts
from messages.slots.facts import SlotStanding
from messages.template import template


@template("coordinator_contracts_listed")
@frozen
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
        held: Why all reminders rest; None while they do not.
        may_import: The reader can take contracts in.
    """

    queue: tuple[PastDue, ...]
    waiting: int
    contracts: tuple[ContractFacts, ...]
    total: int
    number: int
    pages: int
    search: str
    held: HoldFacts | None = None
    may_import: bool = True


@template("coordinator_past_due_listed")
@frozen
class PastDueListed:
    """A page of what waits for a coordinator."""

    queue: tuple[PastDue, ...]
    waiting: int
    number: int
    pages: int


@template("supplier_contracts_listed")
@frozen
class OwnContractsListed:
    """The supplier's own running contracts."""

    contracts: tuple[ContractFacts, ...]
    number: int
    pages: int
    contact: str


@template("supplier_contract_card")
@frozen
class OwnContractCard:
    """What the supplier has promised, what is next, what is done, and how it stands.

    Attributes:
        contract: The contract.
        ahead: What is next, soonest due first.
        later: How much there is beyond that.
        done: What was done last.
        done_total: How much is done altogether.
        meeting: The next meeting; None where none is planned.
        standing: How far it has done what the clause expects.
        held: Why its reminders rest; None while they do not.
    """

    contract: ContractFacts
    ahead: tuple[ObligationFacts, ...]
    later: int
    done: tuple[ObligationFacts, ...]
    done_total: int
    meeting: MeetingDay | None
    standing: Expectations
    held: HoldFacts | None = None


@template("coordinator_contract_card")
@frozen
class ContractCard:
    """A contract as a coordinator sees it, with a page of what follows from it."""

    contract: ContractFacts
    contacts: tuple[ContactFacts, ...]
    obligations: tuple[ObligationFacts, ...]
    number: int
    pages: int
    meeting: MeetingDay | None
    standing: Expectations
    news: ObligationNews | None
    told: str | None = None
    """Who at the supplier is told of the news; empty where nobody there is in reach, None where it isn't told."""
    held: HoldFacts | None = None
    decision: DecisionFacts | None = None
    """What was decided of the procurement that it comes from; None where nothing was."""


@template("matcher_contract_card")
@frozen
class MatcherContractCard:
    """A contract as a matcher sees it: how it stands, and nothing to change.

    Attributes:
        contacts: Whom to ask about it, by name.
        offers: What was offered last.
        offers_total: How much is offered altogether.
    """

    contract: ContractFacts
    contacts: tuple[str, ...]
    obligations: tuple[ObligationFacts, ...]
    number: int
    pages: int
    meetings: tuple[MeetingDay, ...]
    offers: tuple[SlotStanding, ...]
    offers_total: int
    held: HoldFacts | None


@frozen
class Promised:
    """Something promised, named without its writer's words, and how far it is."""

    obligation: ObligationFacts
    how_far: HowFar


@template("reader_contract_card")
@frozen
class ReaderContractCard:
    """A contract as a reader sees it, with a page of what follows from it."""

    contract: ContractFacts
    promised: tuple[Promised, ...]
    number: int
    pages: int
    held: HoldFacts | None


@template("everyone_contract_history")
@frozen
class ContractHistory:
    """A page of what has happened under a contract, newest first."""

    contract: ContractFacts
    history: tuple[LedgerLine, ...]
    number: int
    pages: int
