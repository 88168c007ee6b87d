"""What the clock does about an offer, and when, so that none dies in silence.

open:     a working day ──▶ matchers ──▶ four more ──▶ coordinator
claimed:  five working days without a sign ──▶ holder ──▶ five more ──▶ over_holder
          a visit or a lecture whose day is over ──▶ held ──▶ five more ──▶ over_held
without a last day: ten working days after the first day ──▶ still ──▶ ten more ──▶ expire
with one: after it ──▶ expire ──▶ reason ──▶ five working days ──▶ unknown
"""

from datetime import date, datetime, time, timedelta
from enum import StrEnum

from domain.frozen import frozen
from domain.slot import SlotKind, SlotStatus
from domain.working_hours import WorkingHours


class OfferStep(StrEnum):
    """One thing that the clock does about an offer. The last that was done is kept with it."""

    MATCHERS = "matchers"
    """The matchers are asked again."""
    COORDINATOR = "coordinator"
    """The coordinators hear that nobody has taken it."""
    STILL = "still"
    """The supplier is asked whether it still holds."""
    HOLDER = "holder"
    """Whoever has it is asked how it goes."""
    OVER_HOLDER = "over_holder"
    """The coordinators hear that nothing has happened."""
    HELD = "held"
    """Whoever has it is asked whether it was held."""
    OVER_HELD = "over_held"
    """The coordinators are asked the same."""
    EXPIRE = "expire"
    REASON = "reason"
    """The city is asked why it stayed empty."""
    UNKNOWN = "unknown"
    """Nobody has said why; the supplier hears it without."""
    RENEWED = "renewed"
    """The supplier has offered it again."""


ASKED_OF_HOLDER = (OfferStep.HOLDER, OfferStep.OVER_HOLDER, OfferStep.HELD, OfferStep.OVER_HELD)
"""Whoever has it was asked about it, and has not answered yet."""

HELD_ON_A_DAY = (SlotKind.STUDY_VISIT, SlotKind.LECTURE)
"""These are over after their day; in all others somebody begins."""

STILL_AFTER, GIVEN_UP_AFTER = 10, 10
"""Working days from the first day to the question whether it holds, and from that to the end of waiting."""

LOOKED_AT_AFTER = 5
"""Working days without a sign, after which whoever has it is asked."""

HOLDS_FOR = 20
"""Working days for which an offer without a last day holds, once the supplier has said that it does."""

_FOLLOWING: dict[tuple[SlotStatus, OfferStep | None], tuple[OfferStep, int]] = {
    (SlotStatus.OPEN, None): (OfferStep.MATCHERS, 1),
    (SlotStatus.OPEN, OfferStep.MATCHERS): (OfferStep.COORDINATOR, 4),
    (SlotStatus.RESERVED, None): (OfferStep.HOLDER, LOOKED_AT_AFTER),
    (SlotStatus.RESERVED, OfferStep.HOLDER): (OfferStep.OVER_HOLDER, 5),
    (SlotStatus.RESERVED, OfferStep.HELD): (OfferStep.OVER_HELD, 5),
    (SlotStatus.EXPIRED, None): (OfferStep.REASON, 0),
    (SlotStatus.EXPIRED, OfferStep.REASON): (OfferStep.UNKNOWN, 5),
    **{
        (status, OfferStep.STILL): (OfferStep.EXPIRE, GIVEN_UP_AFTER)
        for status in (SlotStatus.OPEN, SlotStatus.RESERVED, SlotStatus.PAUSED)
    },
}
"""What follows upon what was done last, and after how many working days."""

_BEFORE_STILL = {
    (SlotStatus.OPEN, OfferStep.COORDINATOR),
    (SlotStatus.RESERVED, OfferStep.OVER_HOLDER),
    (SlotStatus.PAUSED, None),
}
"""Where nothing else follows: without a last day, the supplier is asked."""


@frozen
class TimedOffer:
    """An offer as the clock sees it.

    Attributes:
        kind: A visit or a lecture is over after its day.
        status: Where it is on its way.
        asked: What was done about it last.
        starts_on: The first day, or the day.
        ends_on: The last day, where there is one.
        answer_by: By when the supplier wants to know.
    """

    kind: SlotKind
    status: SlotStatus
    asked: OfferStep | None
    starts_on: date
    ends_on: date | None = None
    answer_by: date | None = None

    @property
    def is_held_on_a_day(self) -> bool:
        """Whether it is a visit or a lecture."""
        return self.kind in HELD_ON_A_DAY

    @property
    def last_on(self) -> date | None:
        """The last day on which it can be taken; None where the supplier has named none."""
        if self.is_held_on_a_day:
            return self.starts_on
        return min((day for day in (self.answer_by, self.ends_on) if day is not None), default=None)

    def is_past(self, today: date) -> bool:
        """Whether its last day is over."""
        return self.last_on is not None and self.last_on < today


@frozen
class Due:
    """A step, and from when it is time for it."""

    step: OfferStep
    at: datetime


def next_step(offer: TimedOffer, since: datetime, hours: WorkingHours) -> Due | None:
    """What the clock does next, counted from when something last happened; None where it has nothing to do."""
    steps = [due for due in (_when_over(offer, hours), _following(offer, since, hours)) if due is not None]
    return min(steps, key=lambda due: due.at, default=None)


def step_now(offer: TimedOffer, now: datetime, hours: WorkingHours) -> OfferStep | None:
    """What is to be done with an offer whose time has come: what is over is not asked about as if it were to come."""
    over = _when_over(offer, hours)
    if over is not None and over.at <= now:
        return over.step
    following = _following(offer, now, hours)
    return following.step if following is not None else None


def _when_over(offer: TimedOffer, hours: WorkingHours) -> Due | None:
    if offer.last_on is None or offer.status not in {SlotStatus.OPEN, SlotStatus.PAUSED, SlotStatus.RESERVED}:
        return None
    if offer.status is SlotStatus.RESERVED and offer.is_held_on_a_day:
        is_asked = offer.asked in {OfferStep.HELD, OfferStep.OVER_HELD}
        return None if is_asked else Due(OfferStep.HELD, hours.opening_on(hours.next_working_day(offer.last_on)))
    midnight = datetime.combine(offer.last_on + timedelta(days=1), time.min, tzinfo=hours.zone)
    return Due(OfferStep.EXPIRE, midnight)


def _following(offer: TimedOffer, since: datetime, hours: WorkingHours) -> Due | None:
    if (offer.status, offer.asked) in _BEFORE_STILL:
        return _still(offer, since, hours)
    if (offer.status, offer.asked) not in _FOLLOWING:
        return None
    step, days = _FOLLOWING[offer.status, offer.asked]
    return Due(step, hours.working_days_later(since, days))


def _still(offer: TimedOffer, since: datetime, hours: WorkingHours) -> Due | None:
    if offer.last_on is not None:
        return None
    asked_on = hours.working_days_from(offer.starts_on, STILL_AFTER)
    return Due(OfferStep.STILL, max(hours.opening_on(asked_on), hours.working_days_later(since, 1)))
