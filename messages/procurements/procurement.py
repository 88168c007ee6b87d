"""What the bot says of procurements: where it pays to ask, one on its card, and the decision."""

from enum import StrEnum

from domain.frozen import frozen
from domain.procurement import Level, ProcurementFacts
from domain.slot import SlotKind
from messages.procurements.facts import AdviceFacts, DecisionFacts
from messages.template import template


class ProcurementNews(StrEnum):
    """What has just happened to one that is shown; worded in [procurement_news] of `labels.toml`."""

    NOTED = "noted"
    CHANGED = "changed"
    DECIDED = "decided"
    PUT_AWAY = "put_away"
    BROUGHT_BACK = "brought_back"
    JOINED = "joined"
    MEANWHILE = "meanwhile"
    """Something else than was wanted: it had been put away, brought back or bought in the meantime."""


@frozen
class ProcurementLine:
    """One of a list.

    Attributes:
        decided: What was decided of it; None where nothing is.
    """

    procurement: ProcurementFacts
    advice: AdviceFacts
    decided: Level | None


@template("coordinator_procurements_listed")
@frozen
class ProcurementsListed:
    """A page of the plan: those that wait for a decision, where asking gives most first, or those that are decided.

    Attributes:
        total: How many the list has.
        number: The page, from 1.
        other: How many the other list has.
    """

    lines: tuple[ProcurementLine, ...]
    are_decided: bool
    total: int
    other: int
    number: int
    pages: int


@template("coordinator_procurement_card")
@frozen
class ProcurementCard:
    """One procurement.

    Attributes:
        is_away: It will not be bought, somebody has said.
        contracts: What came of it: each contract's number, title and supplier.
    """

    procurement: ProcurementFacts
    advice: AdviceFacts
    decision: DecisionFacts | None
    is_away: bool
    contracts: tuple[str, ...]
    news: ProcurementNews | None = None


@template("coordinator_procurement_checked")
@frozen
class ProcurementDecisionChecked:
    """What will be decided.

    Attributes:
        replaces: What was decided before, and holds until then; None where nothing was.
    """

    title: str
    level: Level
    kinds: tuple[SlotKind, ...]
    reason: str
    advised: Level
    replaces: DecisionFacts | None
    complaint: str


@template("coordinator_procurement_join_checked")
@frozen
class ProcurementJoinChecked:
    """A contract that came in by itself will be one of the procurement's.

    Attributes:
        contract: Its number and title.
    """

    title: str
    contract: str
    complaint: str


@template("coordinator_procurement_history")
@frozen
class ProcurementHistory:
    """A page of all that was ever decided of one, the newest first."""

    title: str
    decisions: tuple[DecisionFacts, ...]
    number: int
    pages: int
