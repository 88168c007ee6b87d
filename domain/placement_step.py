"""What the clock does about a placement, and when, so that none lies still without a word.

proposed:    three working days ──▶ proposal_reminded ──▶ five more ──▶ proposal_over ──▶ ten more, again
             where the supplier has asked something: five working days ──▶ matcher_reminded, again and again
interested or introduced: five working days ──▶ matcher_reminded, again and again
agreed:      its first day ──▶ start_asked ──▶ five working days ──▶ start_reminded, again and again
started:     three working days ──▶ confirmation_reminded ──▶ five more ──▶ confirmation_over
"""

from datetime import date, datetime
from enum import StrEnum

from domain.frozen import frozen
from domain.placement import PlacementStatus
from domain.working_hours import WorkingHours


class PlacementStep(StrEnum):
    """One thing that the clock does. The values are kept in databases and never change."""

    PROPOSAL_REMINDED = "proposal_reminded"
    """The supplier is reminded, once."""
    PROPOSAL_OVER = "proposal_over"
    """The coordinators and the matcher hear that nobody has answered the proposal."""
    MATCHER_REMINDED = "matcher_reminded"
    """It is the matcher's turn, and nothing has happened."""
    START_ASKED = "start_asked"
    """Its first day has come: the matcher is asked whether somebody has begun."""
    START_REMINDED = "start_reminded"
    CONFIRMATION_REMINDED = "confirmation_reminded"
    """The matcher says that somebody has begun: the supplier is reminded of saying whether that is so, once."""
    CONFIRMATION_OVER = "confirmation_over"
    """The coordinators hear that the supplier has not said whether somebody has begun."""
    END_ASKED = "end_asked"
    """Its last day has come: the supplier is asked whether it has ended."""
    END_REMINDED = "end_reminded"
    END_OVER = "end_over"
    """The coordinators hear that the two sides have not both said so."""


_STATUS, _STEP = PlacementStatus, PlacementStep

_FOLLOWING: dict[tuple[PlacementStatus, PlacementStep | None], tuple[PlacementStep, int]] = {
    (_STATUS.PROPOSED, None): (_STEP.PROPOSAL_REMINDED, 3),
    (_STATUS.PROPOSED, _STEP.PROPOSAL_REMINDED): (_STEP.PROPOSAL_OVER, 5),
    (_STATUS.PROPOSED, _STEP.PROPOSAL_OVER): (_STEP.PROPOSAL_OVER, 10),
    (_STATUS.INTERESTED, None): (_STEP.MATCHER_REMINDED, 5),
    (_STATUS.INTERESTED, _STEP.MATCHER_REMINDED): (_STEP.MATCHER_REMINDED, 5),
    (_STATUS.INTRODUCED, None): (_STEP.MATCHER_REMINDED, 5),
    (_STATUS.INTRODUCED, _STEP.MATCHER_REMINDED): (_STEP.MATCHER_REMINDED, 5),
    (_STATUS.AGREED, _STEP.START_ASKED): (_STEP.START_REMINDED, 5),
    (_STATUS.AGREED, _STEP.START_REMINDED): (_STEP.START_REMINDED, 5),
    (_STATUS.STARTED, None): (_STEP.CONFIRMATION_REMINDED, 3),
    (_STATUS.STARTED, _STEP.CONFIRMATION_REMINDED): (_STEP.CONFIRMATION_OVER, 5),
}
"""What follows upon what was done last, and after how many working days."""

_AWAITS_ANSWER = (_STEP.MATCHER_REMINDED, 5)


@frozen
class TimedPlacement:
    """A placement as the clock sees it.

    Attributes:
        status: How it stands.
        asked: What was done about it last, since it is in this status.
        starts_on: The first day, as it is proposed or agreed.
        ends_on: The last day, as it is planned.
        awaits_answer: Whether the supplier has asked something that the matcher has not answered.
    """

    status: PlacementStatus
    asked: PlacementStep | None = None
    starts_on: date | None = None
    ends_on: date | None = None
    awaits_answer: bool = False


@frozen
class Due:
    """A step, and from when it is time for it."""

    step: PlacementStep
    at: datetime


def next_step(placement: TimedPlacement, since: datetime, hours: WorkingHours) -> Due | None:
    """What the clock does next, counted from when something last happened; None where it has nothing to do."""
    if placement.status is PlacementStatus.PROPOSED and placement.awaits_answer:
        step, days = _AWAITS_ANSWER
        return Due(step, hours.working_days_later(since, days))
    if placement.status is PlacementStatus.AGREED and placement.asked is None:
        return _on_first_day(placement, since, hours)
    if (placement.status, placement.asked) not in _FOLLOWING:
        return None
    step, days = _FOLLOWING[placement.status, placement.asked]
    return Due(step, hours.working_days_later(since, days))


def _on_first_day(placement: TimedPlacement, since: datetime, hours: WorkingHours) -> Due | None:
    if placement.starts_on is None:
        return None
    opening = hours.opening_on(hours.working_day_from(placement.starts_on))
    # Agreed on the day itself, it is asked about on the next, not at once.
    return Due(PlacementStep.START_ASKED, max(opening, hours.working_days_later(since, 1)))
