"""Whose turn it is with an obligation: reminders, cards, lists and what reaches the coordinators are made from this."""

from datetime import date
from enum import StrEnum

from domain.frozen import frozen
from domain.obligation import MEETINGS, NUMBERS, TO_BE_DONE, ObligationKind, ObligationStatus
from domain.turn.turn import Side, Turn


class Awaited(StrEnum):
    """What is waited for before an obligation goes on."""

    NOTHING = "nothing"
    """It is settled."""
    OUTSIDE = "outside"
    """A person follows it up outside the bot."""
    CITY = "city"
    """What the city has promised."""
    MEETING = "meeting"
    """The day of a meeting that is booked."""
    BOOKING = "booking"
    """The supplier has proposed a time; a coordinator answers."""
    OUTCOME = "outcome"
    """The meeting's time has passed; its organiser tells how it went."""
    WORK = "work"
    """People are at work, and with that it will be met on its day or before: nobody has anything to do."""
    MATCH = "match"
    """The supplier has offered the places; the city finds the people."""
    DECISION = "decision"
    """The ladder has reached its top; a coordinator decides."""
    LATER = "later"
    """The day on which the supplier asked to be reminded."""
    DAY = "day"
    """The day of the first reminder."""
    SUPPLIER = "supplier"
    """The supplier does what is promised, or answers."""


LADDER_WAITS = (Awaited.CITY, Awaited.MEETING, Awaited.BOOKING, Awaited.OUTCOME, Awaited.WORK, Awaited.MATCH)
"""While this is waited for, nobody at the supplier is reminded, and nothing climbs."""


@frozen
class ObligationState:
    """What the rule has to know of an obligation.

    Attributes:
        reminded_on: The day on which the ladder first speaks to the supplier.
        is_for_city: The city has promised it.
        snoozed_until: The day on which the supplier asked to be reminded.
        meeting_on: The day of a meeting that would fulfil it and is booked ahead.
        is_meeting_past: Such a meeting's time has passed, and nobody has told how it went.
        is_time_proposed: The supplier has proposed a time, and no coordinator has answered.
        reached_on: The day on which those who are at work will have worked enough months, if that is in time.
        asked_for: How many places, or months, where it is a number of them.
        offered: How many of these the supplier has offered and not taken back; that the city let an offer expire takes
            nothing away.
    """

    kind: ObligationKind
    status: ObligationStatus
    reminded_on: date
    is_for_city: bool = False
    snoozed_until: date | None = None
    meeting_on: date | None = None
    is_meeting_past: bool = False
    is_time_proposed: bool = False
    reached_on: date | None = None
    asked_for: int = 0
    offered: int = 0


def awaited(state: ObligationState, today: date) -> Awaited:
    """What is waited for: what is settled or outside the bot first, then the city, and the supplier last."""
    if state.status not in TO_BE_DONE:
        return Awaited.NOTHING
    if state.status is ObligationStatus.FORMAL:
        return Awaited.OUTSIDE
    if state.is_for_city:
        return Awaited.CITY
    return _of_meeting(state) or _of_places(state) or _of_ladder(state, today)


def turn_of(state: ObligationState, today: date) -> Turn:
    """Whose turn it is."""
    waits_for = awaited(state, today)
    return Turn(_SIDES[waits_for], _until(state, waits_for))


def _of_meeting(state: ObligationState) -> Awaited | None:
    if state.kind not in MEETINGS:
        return None
    if state.meeting_on is not None:
        return Awaited.MEETING
    if state.is_time_proposed:
        return Awaited.BOOKING
    return Awaited.OUTCOME if state.is_meeting_past else None


def _of_places(state: ObligationState) -> Awaited | None:
    if state.reached_on is not None:
        return Awaited.WORK
    is_offered = state.kind in NUMBERS and 0 < state.asked_for <= state.offered
    return Awaited.MATCH if is_offered else None


def _of_ladder(state: ObligationState, today: date) -> Awaited:
    if state.status is ObligationStatus.ESCALATED:
        return Awaited.DECISION
    if state.snoozed_until is not None and state.snoozed_until > today:
        return Awaited.LATER
    return Awaited.DAY if state.reminded_on > today else Awaited.SUPPLIER


def _until(state: ObligationState, waits_for: Awaited) -> date | None:
    days = {
        Awaited.MEETING: state.meeting_on,
        Awaited.WORK: state.reached_on,
        Awaited.LATER: state.snoozed_until,
        Awaited.DAY: state.reminded_on,
    }
    return days.get(waits_for)


_SIDES = {
    Awaited.NOTHING: Side.NOBODY,
    Awaited.OUTSIDE: Side.NOBODY,
    Awaited.CITY: Side.COORDINATOR,
    Awaited.MEETING: Side.NOBODY,
    Awaited.BOOKING: Side.COORDINATOR,
    Awaited.OUTCOME: Side.COORDINATOR,
    Awaited.WORK: Side.NOBODY,
    Awaited.MATCH: Side.MATCHER,
    Awaited.DECISION: Side.COORDINATOR,
    Awaited.LATER: Side.NOBODY,
    Awaited.DAY: Side.NOBODY,
    Awaited.SUPPLIER: Side.SUPPLIER,
}
