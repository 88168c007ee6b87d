"""Whose turn it is with a question about an offer: of whoever was asked, until it is answered or needs no answer."""

from enum import StrEnum

from domain.frozen import frozen
from domain.turn.turn import Side, Turn


class Reach(StrEnum):
    """Whether the one who was asked can answer."""

    HERE = "here"
    AWAY = "away"
    GONE = "gone"
    """Their access has ended, or Telegram doesn't reach them."""


@frozen
class InquiryFacts:
    """How a question stands.

    Attributes:
        asked_of: Which side was asked: the supplier or the matcher.
        is_awaited: It asks something, and has no answer.
        is_over: Nobody writes about the offer any more.
        reach: Whether the one who was asked can answer.
        has_stand_in: A deputy or a colleague can answer instead.
    """

    asked_of: Side
    is_awaited: bool
    is_over: bool
    reach: Reach
    has_stand_in: bool


def turn_of(facts: InquiryFacts) -> Turn:
    """Whose turn it is. A side's turn is its stand-in's where the one who was asked can't answer."""
    if not facts.is_awaited or facts.is_over:
        return Turn(Side.NOBODY)
    can_answer = facts.reach is Reach.HERE or facts.has_stand_in
    return Turn(facts.asked_of if can_answer else Side.COORDINATOR)
