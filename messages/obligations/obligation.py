"""What the bot says of an obligation."""

from datetime import date

from domain.frozen import frozen
from domain.obligation import Rung
from domain.role import Role
from messages.obligations.facts import (
    ContactFacts,
    ContractFacts,
    HoldFacts,
    LedgerLine,
    ObligationFacts,
    ObligationNews,
    Settlement,
)
from messages.template import template


@template("coordinator_obligation_card")
@frozen
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
        told: Who at the supplier is told of that; empty where nobody there is in reach, None where it isn't told.
        held: Why reminders rest; None while they do not.
    """

    obligation: ObligationFacts
    contract: ContractFacts
    contacts: tuple[ContactFacts, ...]
    moved_from: date | None
    rung: Rung
    settled: Settlement | None
    history: tuple[LedgerLine, ...]
    news: ObligationNews | None
    told: str | None = None
    held: HoldFacts | None = None


@template("supplier_obligation_card")
@frozen
class OwnObligationCard:
    """One of the supplier's own obligations."""

    obligation: ObligationFacts
    contract: ContractFacts
    settled: Settlement | None
    news: ObligationNews | None
    held: HoldFacts | None = None


@template("coordinator_obligation_checked")
@frozen
class ObligationChecked:
    """What will be added to a contract, before it is."""

    obligation: ObligationFacts
    contract: str
    complaint: str


@template("supplier_obligation_changed")
@frozen
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
@frozen
class ObligationAnswered:
    """A supplier says that something is done, that there is nothing to offer, or takes that back."""

    obligation: ObligationFacts
    number: str
    supplier: str
    who: str
    news: ObligationNews
    reason: str


@template("supplier_number_reached")
@frozen
class NumberReached:
    """Enough is worked of what a contract asks for in months; `number` is the contract's."""

    obligation: ObligationFacts
    number: str


@template("supplier_nothing_noted")
@frozen
class NothingNoted:
    """It is noted that there is nothing to offer right now."""

    number: str
    reason: str


@template("everyone_settled_undone")
@frozen
class SettledUndone:
    """What was noted a moment ago is taken back."""

    role: Role
    obligation: ObligationFacts
    number: str
