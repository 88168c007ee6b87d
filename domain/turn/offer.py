"""Whose turn it is about an offer, and about the claim on it. What the city has not done is never the supplier's."""

from datetime import date

from domain.frozen import frozen
from domain.offer_step import OfferStep
from domain.slot import SlotStatus
from domain.turn.turn import Side, Turn


@frozen
class OfferFacts:
    """What decides whose turn it is.

    Attributes:
        status: Where the offer is on its way.
        asked: What the clock has done about it last.
        is_held_on_a_day: Whether it is a visit or a lecture.
        is_past: Whether its last day is over.
        is_begun: Whether somebody has begun in it.
        had_holder: Whether a matcher has it, or had it when it expired.
        has_reason: Whether it is known why it stayed empty.
        next_on: The day on which the clock comes to it next.
    """

    status: SlotStatus
    asked: OfferStep | None = None
    is_held_on_a_day: bool = False
    is_past: bool = False
    is_begun: bool = False
    had_holder: bool = False
    has_reason: bool = False
    next_on: date | None = None


_NOBODY = Turn(Side.NOBODY)


def turn_of(facts: OfferFacts) -> Turn:
    """Who is to do something about the offer next."""
    match facts.status:
        case SlotStatus.OPEN:
            return _of_open(facts)
        case SlotStatus.PAUSED:
            return _of_paused(facts)
        case SlotStatus.RESERVED:
            return _of_claimed(facts)
        case SlotStatus.EXPIRED:
            return _of_expired(facts)
        case SlotStatus.WITHDRAWN | SlotStatus.FILLED | SlotStatus.CLOSED:
            return _NOBODY


def _of_open(facts: OfferFacts) -> Turn:
    if facts.is_past:
        return _NOBODY  # it expires
    if facts.asked is OfferStep.STILL:
        return Turn(Side.SUPPLIER)
    return Turn(Side.COORDINATOR if facts.asked is OfferStep.COORDINATOR else Side.MATCHER)


def _of_paused(facts: OfferFacts) -> Turn:
    if facts.asked is OfferStep.STILL and not facts.is_past:
        return Turn(Side.SUPPLIER)
    return Turn(Side.NOBODY, until=None if facts.is_past else facts.next_on)


def _of_claimed(facts: OfferFacts) -> Turn:
    if facts.is_held_on_a_day and facts.is_past:
        return Turn(Side.COORDINATOR if facts.asked is OfferStep.OVER_HELD else Side.MATCHER)
    if facts.is_past:
        return _NOBODY  # somebody has begun, or it expires
    if facts.is_begun:
        return Turn(Side.MATCHER)
    if facts.asked is OfferStep.STILL:
        return Turn(Side.SUPPLIER)
    return Turn(Side.COORDINATOR if facts.asked is OfferStep.OVER_HOLDER else Side.MATCHER)


def _of_expired(facts: OfferFacts) -> Turn:
    if facts.has_reason or facts.asked in {OfferStep.UNKNOWN, OfferStep.RENEWED}:
        return _NOBODY
    return Turn(Side.MATCHER if facts.had_holder else Side.COORDINATOR)
