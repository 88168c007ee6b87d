"""What is said when somebody looks for a place that nobody has offered, and suppliers are asked for one."""

from datetime import date

from domain.frozen import frozen
from domain.reversed_question import Reason, ReversedAnswer
from domain.slot import SlotKind, Trade
from messages.template import template


@frozen
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
@frozen
class PlaceAsked:
    """Can you take somebody? And why you are asked. The first line alone must do on a lock screen."""

    place: PlaceFacts
    reason: Reason
    city: str


@template("supplier_place_later_asked")
@frozen
class PlaceLaterAsked:
    """*Senare* was pressed: from when?"""

    place: PlaceFacts


@template("supplier_place_refusal_asked")
@frozen
class PlaceRefusalAsked:
    """*Nej, därför att …* was pressed: why?"""

    place: PlaceFacts


@template("supplier_place_answered")
@frozen
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
@frozen
class PlaceOver:
    """Nobody looks for it any more; an offer is welcome all the same."""

    place: PlaceFacts


@template("matcher_place_answered")
@frozen
class PlaceAnswerTold:
    """What a supplier has answered. Of the wish it was asked for nothing is said: a button leads there."""

    supplier: str
    answer: ReversedAnswer
    later_on: date | None
