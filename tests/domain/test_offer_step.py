"""What the clock does about an offer, and when."""

from datetime import date

import pytest

from domain.offer_step import OfferStep, TimedOffer, next_step, step_now
from domain.slot import SlotKind, SlotStatus
from tests.domain.hours import HOURS, at
from tests.each import each

MONDAY = "2026-11-23 08:30"
OPEN, RESERVED, PAUSED, EXPIRED = SlotStatus.OPEN, SlotStatus.RESERVED, SlotStatus.PAUSED, SlotStatus.EXPIRED
ENDS = date(2027, 2, 1)


def internship(
    status: SlotStatus,
    asked: OfferStep | None = None,
    *,
    ends_on: date | None = None,
    answer_by: date | None = None,
) -> TimedOffer:
    return TimedOffer(SlotKind.INTERNSHIP, status, asked, date(2026, 11, 30), ends_on, answer_by)


def lecture(status: SlotStatus, asked: OfferStep | None = None, *, on: date = date(2026, 11, 27)) -> TimedOffer:
    return TimedOffer(SlotKind.LECTURE, status, asked, on, None, date(2026, 11, 24))


TIMETABLE = [
    # Nobody takes it.
    (internship(OPEN, ends_on=ENDS), OfferStep.MATCHERS, "2026-11-24 08:30"),
    (internship(OPEN, OfferStep.MATCHERS, ends_on=ENDS), OfferStep.COORDINATOR, "2026-11-27 08:30"),
    (internship(OPEN, OfferStep.COORDINATOR, ends_on=ENDS), OfferStep.EXPIRE, "2027-02-02 00:00"),
    (internship(OPEN, OfferStep.COORDINATOR), OfferStep.STILL, "2026-12-14 08:00"),
    (internship(OPEN, OfferStep.STILL), OfferStep.EXPIRE, "2026-12-07 08:30"),
    # By when the supplier wants an answer goes before the end.
    (internship(OPEN, answer_by=date(2026, 11, 23), ends_on=ENDS), OfferStep.EXPIRE, "2026-11-24 00:00"),
    # A visit or a lecture is over after its day, whatever the day of answer.
    (lecture(OPEN, OfferStep.MATCHERS), OfferStep.COORDINATOR, "2026-11-27 08:30"),
    (lecture(OPEN, OfferStep.COORDINATOR), OfferStep.EXPIRE, "2026-11-28 00:00"),
    # Taken.
    (internship(RESERVED, ends_on=ENDS), OfferStep.HOLDER, "2026-11-30 08:30"),
    (internship(RESERVED, OfferStep.HOLDER, ends_on=ENDS), OfferStep.OVER_HOLDER, "2026-11-30 08:30"),
    (internship(RESERVED, OfferStep.OVER_HOLDER, ends_on=ENDS), OfferStep.EXPIRE, "2027-02-02 00:00"),
    (internship(RESERVED, OfferStep.OVER_HOLDER), OfferStep.STILL, "2026-12-14 08:00"),
    # The Friday's lecture is asked about on Monday.
    (lecture(RESERVED), OfferStep.HELD, "2026-11-30 08:00"),
    (lecture(RESERVED, OfferStep.HELD), OfferStep.OVER_HELD, "2026-11-30 08:30"),
    # On hold it can be over too.
    (internship(PAUSED), OfferStep.STILL, "2026-12-14 08:00"),
    (internship(PAUSED, ends_on=ENDS), OfferStep.EXPIRE, "2027-02-02 00:00"),
    (internship(PAUSED, OfferStep.STILL), OfferStep.EXPIRE, "2026-12-07 08:30"),
    # Expired.
    (internship(EXPIRED), OfferStep.REASON, MONDAY),
    (internship(EXPIRED, OfferStep.REASON), OfferStep.UNKNOWN, "2026-11-30 08:30"),
]


def test_the_timetable(subtests: pytest.Subtests) -> None:
    for offer, step, when in TIMETABLE:
        with each(subtests, f"{offer}"):
            due = next_step(offer, at(MONDAY), HOURS)
            assert due is not None
            assert (due.step, due.at) == (step, at(when))


def test_where_nothing_is_left_to_do_the_clock_comes_no_more(subtests: pytest.Subtests) -> None:
    rests = [
        lecture(RESERVED, OfferStep.OVER_HELD),
        internship(EXPIRED, OfferStep.UNKNOWN),
        internship(EXPIRED, OfferStep.RENEWED),
        *(internship(status) for status in (SlotStatus.WITHDRAWN, SlotStatus.FILLED, SlotStatus.CLOSED)),
    ]
    for offer in rests:
        with each(subtests, f"{offer}"):
            assert next_step(offer, at(MONDAY), HOURS) is None


def test_what_is_over_is_not_asked_about_as_if_it_were_to_come(subtests: pytest.Subtests) -> None:
    late = at("2026-11-28 10:00")
    for offer, step in [
        (lecture(OPEN), OfferStep.EXPIRE),
        (lecture(OPEN, OfferStep.MATCHERS), OfferStep.EXPIRE),
        (lecture(PAUSED), OfferStep.EXPIRE),
        (internship(OPEN, answer_by=date(2026, 11, 27)), OfferStep.EXPIRE),
        (internship(RESERVED, answer_by=date(2026, 11, 27)), OfferStep.EXPIRE),
    ]:
        with each(subtests, f"{offer}"):
            assert step_now(offer, late, HOURS) is step
