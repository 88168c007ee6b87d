"""Obligations: what follows from a contract, each with a day by which it is due."""

from enum import IntEnum, StrEnum
from typing import assert_never

from domain.answered import FulfilledBy
from domain.frozen import frozen

LONGEST_REASON = 300
"""Characters, of why something is waived or why there is nothing to offer."""

LONGEST_TITLE = 160
"""Characters, of what was agreed in the people's own words."""


class ObligationKind(StrEnum):
    """What is to be done."""

    START_UP = "start_up"
    PLAN = "plan"
    FOLLOW_UP = "follow_up"
    ANNUAL_REVIEW = "annual_review"
    CLOSE_OUT = "close_out"
    PLACES = "places"
    """So many places of a kind by a day: an employment requirement."""
    ACTION = "action"
    """What was agreed in a meeting, or added by a coordinator, in words of their own."""


class SupplierWay(StrEnum):
    """What a supplier can do about an obligation, by itself."""

    PROPOSE_TIME = "propose_time"
    SAY_DONE = "say_done"
    OFFER_SLOT = "offer_slot"
    SAY_NOTHING_TO_OFFER = "say_nothing_to_offer"


@frozen
class KindRules:
    """What holds for every obligation of one kind.

    Attributes:
        fulfilled_by: What fulfils it without anybody's word; None where only somebody's word does.
        is_planned_by_rule: It follows from the contract's dates.
        may_be_added: A coordinator can choose it by its name; any other is written in words, and is an `ACTION`.
        supplier_ways: What a supplier can do about it, in the order in which it is offered.
    """

    fulfilled_by: FulfilledBy | None
    is_planned_by_rule: bool
    may_be_added: bool
    supplier_ways: tuple[SupplierWay, ...]


_OF_MEETING = KindRules(
    FulfilledBy.MEETING, is_planned_by_rule=True, may_be_added=True, supplier_ways=(SupplierWay.PROPOSE_TIME,)
)
_OF_PLAN = KindRules(
    FulfilledBy.SLOT,
    is_planned_by_rule=True,
    may_be_added=True,
    supplier_ways=(SupplierWay.OFFER_SLOT, SupplierWay.SAY_NOTHING_TO_OFFER),
)
_OF_PLACES = KindRules(
    FulfilledBy.PLACEMENT, is_planned_by_rule=False, may_be_added=True, supplier_ways=(SupplierWay.OFFER_SLOT,)
)
_OF_ACTION = KindRules(None, is_planned_by_rule=False, may_be_added=False, supplier_ways=(SupplierWay.SAY_DONE,))


def rules_of(kind: ObligationKind) -> KindRules:
    """The rules of a kind. A new kind that has none here is an error to the type checker."""
    match kind:
        case (
            ObligationKind.START_UP | ObligationKind.FOLLOW_UP | ObligationKind.ANNUAL_REVIEW | ObligationKind.CLOSE_OUT
        ):
            return _OF_MEETING
        case ObligationKind.PLAN:
            return _OF_PLAN
        case ObligationKind.PLACES:
            return _OF_PLACES
        case ObligationKind.ACTION:
            return _OF_ACTION
    assert_never(kind)


def _kinds_fulfilled_by(what: FulfilledBy | None) -> tuple[ObligationKind, ...]:
    return tuple(kind for kind in ObligationKind if rules_of(kind).fulfilled_by is what)


MEETINGS = _kinds_fulfilled_by(FulfilledBy.MEETING)
"""These are fulfilled by a dialogue meeting that is held."""

PLANS = _kinds_fulfilled_by(FulfilledBy.SLOT)
"""These are fulfilled by a slot that is offered."""

NUMBERS = _kinds_fulfilled_by(FulfilledBy.PLACEMENT)
"""These are fulfilled by people who begin: each says in how many places, and of which kind of slot."""

ADDED_BY_NAME = tuple(
    kind
    for what in (FulfilledBy.MEETING, FulfilledBy.SLOT, FulfilledBy.PLACEMENT, None)
    for kind in _kinds_fulfilled_by(what)
    if rules_of(kind).may_be_added
)
"""A coordinator can choose these by their names, in this order; anything else is written in words."""

BY_RULE = tuple(kind for kind in ObligationKind if rules_of(kind).is_planned_by_rule)
"""These follow from the contract's dates."""


class ObligationStatus(StrEnum):
    """How an obligation stands. None of these says that a promise was broken: people judge that."""

    OPEN = "open"
    ESCALATED = "escalated"
    """A coordinator has been asked to decide what happens now."""
    FORMAL = "formal"
    """A coordinator follows it up outside the bot, which is silent about it."""
    FULFILLED = "fulfilled"
    WAIVED = "waived"
    BEFORE = "before"
    """It was due before the contract came into Steget."""
    DROPPED = "dropped"
    """The contract has changed, and does not ask for it any more."""


TO_BE_DONE = (ObligationStatus.OPEN, ObligationStatus.ESCALATED, ObligationStatus.FORMAL)
"""Somebody still waits for it."""


class Rung(IntEnum):
    """The steps of the ladder for an obligation that is not fulfilled, the lowest first."""

    NONE = 0
    REMINDER = 1
    """Friendly, before the day."""
    NUDGE = 2
    """On the day."""
    SECOND_CONTACT = 3
    """The second contact of the contract hears of it too."""
    COORDINATOR = 4
    """The coordinator decides, with the whole history."""
