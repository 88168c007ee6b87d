"""What the clock does about a wish: it asks about one that nobody has touched for long, and disposes of it at last."""

from datetime import datetime, timedelta
from enum import StrEnum

from domain.frozen import frozen
from domain.wish import WishStatus
from domain.working_hours import WorkingHours

ASKED_AFTER = timedelta(days=90)
"""So long nobody has touched it when its matcher is asked whether somebody still looks."""

DISPOSED_AFTER = 10
"""Working days from the question, or from the day on which wishes were turned off, until it is disposed of."""

LOOKED_AT_AFTER = 5
"""Working days until the clock comes again to one that has to stay, or whose matcher can't be asked just now."""


class WishStep(StrEnum):
    """What is to be done."""

    ASK = "ask"
    DISPOSE = "dispose"


@frozen
class WishTimed:
    """A wish as the clock sees it.

    Attributes:
        is_needed: A placement for it is under way, or it is still to be said what became of one.
        are_on: The city's decision to keep wishes is in force.
    """

    status: WishStatus
    touched_at: datetime
    asked_at: datetime | None
    is_needed: bool
    are_on: bool


def step_now(wish: WishTimed, now: datetime, hours: WorkingHours) -> WishStep | None:
    """What is due; None where the clock comes too early, or where the wish has to stay for now."""
    if wish.is_needed:
        return None
    if wish.status is WishStatus.CLOSED or not wish.are_on:
        return WishStep.DISPOSE
    if wish.asked_at is None:
        return WishStep.ASK if now >= wish.touched_at + ASKED_AFTER else None
    return WishStep.DISPOSE if now >= hours.working_days_later(wish.asked_at, DISPOSED_AFTER) else None
