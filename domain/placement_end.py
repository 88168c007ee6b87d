"""What the clock does about a placement's end, and when, so that none is left unsaid.

confirmed: its last day ──▶ end_asked ──3 working days──▶ end_reminded ──5──▶ end_over
ending (one side has said so):       ──3 working days──▶ end_reminded ──5──▶ end_over
"""

from datetime import date, datetime

from domain.frozen import frozen
from domain.length import months_later
from domain.placement import EndReason, PlacementStatus
from domain.placement_step import Due, PlacementStep
from domain.slot import SlotKind
from domain.working_hours import WorkingHours

REMINDED_AFTER, OVER_AFTER = 3, 5
"""Working days from the question to the reminder, and from that to the coordinators."""

LONGEST_INTERNSHIP = 6
"""Months, where Arbetsförmedlingen decides (domain.md §9.7)."""

LONGER_BY_WEEKS, LONGER_BY_MONTHS = (2,), (1, 2, 3, 6)
"""By how much a placement that goes on can be said to go on, each a button."""


@frozen
class EndTimes:
    """A placement as the clock sees it, once somebody has begun.

    Attributes:
        status: Where it is on its way.
        asked: What was done about it last, since it is in this status.
        last_on: Its last day as it is planned; None where nobody has said one: then the clock never asks.
    """

    status: PlacementStatus
    asked: PlacementStep | None
    last_on: date | None


_FOLLOWING = {
    PlacementStep.END_ASKED: (PlacementStep.END_REMINDED, REMINDED_AFTER),
    PlacementStep.END_REMINDED: (PlacementStep.END_OVER, OVER_AFTER),
}


def next_end_step(placement: EndTimes, since: datetime, hours: WorkingHours) -> Due | None:
    """What the clock does next, counted from when something last happened; None where it has nothing to do."""
    if placement.status not in {PlacementStatus.CONFIRMED, PlacementStatus.ENDING}:
        return None
    if placement.asked is None and placement.status is PlacementStatus.CONFIRMED:
        return _on_its_last_day(placement, hours)
    # Whoever said that it has ended has asked the other side by that.
    step, days = _FOLLOWING.get(placement.asked or PlacementStep.END_ASKED, (None, 0))
    return Due(step, hours.working_days_later(since, days)) if step is not None else None


def _on_its_last_day(placement: EndTimes, hours: WorkingHours) -> Due | None:
    if placement.last_on is None:
        return None
    return Due(PlacementStep.END_ASKED, hours.opening_on(hours.working_day_from(placement.last_on)))


def told_to_supplier(reason: EndReason | None, *, is_suppliers_word: bool) -> EndReason | None:
    """How it ended, as far as a supplier reads it: why somebody left early, as the city says, is not for it."""
    is_citys_why = reason is not None and reason.is_early and not is_suppliers_word
    return None if is_citys_why else reason


def is_too_long(kind: SlotKind, begun_on: date, last_on: date) -> bool:
    """Whether an internship would go on for longer than Arbetsförmedlingen allows: people are warned, and decide."""
    return kind is SlotKind.INTERNSHIP and last_on >= months_later(begun_on, LONGEST_INTERNSHIP)
