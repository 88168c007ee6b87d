"""What the bot says while somebody is proposed: the form, the questions, the answers, and what asks for one."""

from datetime import date
from enum import StrEnum

from domain.frozen import frozen
from domain.proposal_answer import WantsToKnow
from messages.obligations.facts import ContactToCall
from messages.placements.facts import PlacementTold
from messages.slots.facts import SlotFacts
from messages.template import template


@template("matcher_proposal_checked")
@frozen
class ProposalChecked:
    """What will be proposed, before it is.

    Attributes:
        is_long_internship: It is longer than an internship that Arbetsförmedlingen decides on can be.
        complaint: The label that says what was wrong; empty where nothing is to be said.
    """

    slot: SlotFacts
    starts_on: date
    ends_on: date | None
    extent: int | None
    is_long_internship: bool
    complaint: str = ""


@template("supplier_placement_proposed")
@frozen
class PlacementProposed:
    """A matcher has somebody in mind: would the supplier like to meet?"""

    placement: PlacementTold


@template("coordinator_proposal_to_ask")
@frozen
class ProposalToAsk:
    """A matcher has somebody in mind, and nobody of the company is in: who calls and asks?"""

    placement: PlacementTold
    contacts: tuple[ContactToCall, ...]


@template("supplier_more_asked")
@frozen
class MoreAsked:
    """What would the supplier like to know? The choices are buttons."""

    placement: PlacementTold
    chosen: tuple[WantsToKnow, ...]


@template("supplier_decline_asked")
@frozen
class DeclineAsked:
    """Why does it not suit? The choices are buttons."""

    placement: PlacementTold


@template("matcher_withdrawal_asked")
@frozen
class WithdrawalAsked:
    """Why did nothing come of it? The choices are buttons."""

    placement: PlacementTold


@template("matcher_begun_asked")
@frozen
class BegunAsked:
    """On which day did somebody begin? The choices are buttons."""

    placement: PlacementTold


@template("matcher_more_wondered")
@frozen
class MoreWondered:
    """The supplier wants to know more before it answers.

    Attributes:
        contact: Who asks.
        reach: Whom at the supplier to call or write to.
        city_contact: Whom to turn to where nothing is known of that one.
    """

    placement: PlacementTold
    contact: str
    reach: str = ""
    city_contact: str = ""


@template("matcher_answer_chosen")
@frozen
class AnswerAsked:
    """What is the answer to one of the supplier's questions? The choices are buttons."""

    placement: PlacementTold
    topic: WantsToKnow


@template("supplier_more_told")
@frozen
class MoreTold:
    """All that the supplier wanted to know is answered: would it like to meet?"""

    placement: PlacementTold


@template("matcher_proposal_answered")
@frozen
class ProposalAnswered:
    """The supplier has answered a proposal.

    Attributes:
        contact: Who says so.
        reach: Whom at the supplier to call or write to.
        city_contact: Whom to turn to where nothing is known of that one.
    """

    placement: PlacementTold
    contact: str
    reach: str = ""
    city_contact: str = ""


@template("supplier_placement_withdrawn")
@frozen
class PlacementWithdrawn:
    """The matcher says that nothing came of it: thanks, and what comes next."""

    placement: PlacementTold


class Waited(StrEnum):
    """What has waited, so that somebody is reminded; worded in [waited] of `labels.toml`."""

    PROPOSAL = "proposal"
    QUESTIONS = "questions"
    INTERESTED = "interested"
    INTRODUCED = "introduced"
    START = "start"
    START_AGAIN = "start_again"


@template("supplier_proposal_waiting")
@frozen
class ProposalWaiting:
    """A proposal waits for the supplier's answer."""

    placement: PlacementTold


@template("matcher_placement_waiting")
@frozen
class PlacementWaiting:
    """It is the matcher's turn, or nobody has answered them."""

    placement: PlacementTold
    waited: Waited


@template("coordinator_proposal_waiting")
@frozen
class ProposalUnanswered:
    """Nobody has answered a proposal; it never counts against the supplier."""

    placement: PlacementTold
    contacts: tuple[ContactToCall, ...]
