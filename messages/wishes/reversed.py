"""What is said when somebody looks for a place that nobody has offered, and suppliers are asked for one."""

from dataclasses import dataclass
from datetime import date

from domain.reversed_question import Reason, ReversedAnswer
from domain.slot import SlotKind, Trade
from messages.template import template


@dataclass(frozen=True)
class PlaceFacts:
    """All that a supplier learns of a wish.

    Attributes:
        area: The area's name; empty where any will do.
        month_on: The first day of the month from which somebody looks.
    """

    kind: SlotKind
    trade: Trade
    area: str
    month_on: date


@template("supplier_place_asked")
@dataclass(frozen=True)
class PlaceAsked:
    """Can you take somebody? And why you are asked. The first line alone must do on a lock screen."""

    place: PlaceFacts
    reason: Reason
    city: str


@template("supplier_place_later_asked")
@dataclass(frozen=True)
class PlaceLaterAsked:
    """*Senare* was pressed: from when?"""

    place: PlaceFacts


@template("supplier_place_refusal_asked")
@dataclass(frozen=True)
class PlaceRefusalAsked:
    """*Nej, därför att …* was pressed: why?"""

    place: PlaceFacts


@template("supplier_place_answered")
@dataclass(frozen=True)
class PlaceAnswered:
    """The answer is passed on; they may still change it.

    Attributes:
        later_on: The month that they named; None where they named none.
        matcher: Who asked.
    """

    place: PlaceFacts
    answer: ReversedAnswer
    later_on: date | None
    matcher: str


@template("supplier_place_over")
@dataclass(frozen=True)
class PlaceOver:
    """Nobody looks for it any more; an offer is welcome all the same."""

    place: PlaceFacts


@template("matcher_place_answered")
@dataclass(frozen=True)
class PlaceAnswerTold:
    """What a supplier has answered. Of the wish it was asked for nothing is said: a button leads there."""

    supplier: str
    answer: ReversedAnswer
    later_on: date | None
