"""A placement as messages tell of it: a code, days and how it stands. Never who, and never what for."""

from datetime import date
from enum import StrEnum

from domain.frozen import frozen
from domain.outcome import Outcome, OutcomeAfter
from domain.placement import EndReason, PlacementStatus
from domain.proposal_answer import DeclineReason, ToldAnswer, WantsToKnow
from messages.slots.facts import SlotFacts


class PlacementNews(StrEnum):
    """What has just happened to a placement that is shown; worded in the table [placement_news] of `labels.toml`."""

    MOVED_ON = "moved_on"
    PROPOSED = "proposed"
    PROPOSED_BY_PHONE = "proposed_by_phone"
    """Nobody of the supplier is in: a coordinator calls and asks."""
    INTERESTED = "interested"
    DECLINED = "declined"
    ASKED = "asked"
    ANSWERED_ALL = "answered_all"
    INTRODUCED = "introduced"
    AGREED = "agreed"
    BEGUN = "begun"
    BEGUN_BY_PHONE = "begun_by_phone"
    WITHDRAWN = "withdrawn"
    TAKEN = "taken"
    """Another has the place by now."""


class PlacementTurn(StrEnum):
    """Whose turn it is; worded in [placement_turn_supplier] and [placement_turn_staff] of `labels.toml`."""

    SUPPLIER = "supplier"
    MATCHER = "matcher"
    COORDINATOR = "coordinator"
    NOBODY = "nobody"


@frozen
class Wondered:
    """One thing that the supplier wants to know, and the matcher's answer; None until it has come."""

    topic: WantsToKnow
    answer: ToldAnswer | None


@frozen
class Became:
    """What became of somebody, so long after."""

    after: OutcomeAfter
    outcome: Outcome


@frozen
class PlacementTold:
    """What may be told of a placement to those who may see it.

    Attributes:
        slot: The offer that it is in.
        code: How the city knows whom it is about.
        status: How it stands.
        turn: Whose turn it is.
        matcher: Who has it in hand for the city.
        starts_on: The first day, as it is proposed or agreed.
        ends_on: The last day, as it is planned.
        extent: Per cent of full time.
        begun_on: The day on which somebody began.
        wondered: What the supplier wants to know, or wanted to.
        reason: Why nothing came of it; None where nobody has said, or where the reader isn't to know.
        ended_on: The day on which it ended, as one side says, or both.
        end_reason: How, likewise; None where the reader isn't to know why somebody left early.
        is_early: Whether it ended before it was planned to.
        became: What became of somebody afterwards; of that no supplier is to know.
        is_offer_gone: Nothing came of it because the offer is in nobody's hands any more.
    """

    slot: SlotFacts
    code: str
    status: PlacementStatus
    turn: PlacementTurn
    matcher: str
    starts_on: date | None
    ends_on: date | None
    extent: int | None
    begun_on: date | None = None
    wondered: tuple[Wondered, ...] = ()
    reason: DeclineReason | None = None
    is_offer_gone: bool = False
    ended_on: date | None = None
    end_reason: EndReason | None = None
    is_early: bool = False
    became: tuple[Became, ...] = ()
