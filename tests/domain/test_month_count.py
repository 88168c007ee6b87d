"""Months of full-time work, counted by hand."""

from datetime import date, timedelta
from fractions import Fraction
from itertools import pairwise

import pytest

from domain.month_count import Job, counted, full_time, months, reached_on
from domain.placement import EndReason
from domain.slot import SlotKind
from tests.each import each

JOB = SlotKind.EMPLOYMENT
BY = date(2027, 12, 31)

MONTHS = (
    ("2027-03-01", "2027-10-31", Fraction(8)),
    ("2027-01-15", "2027-09-14", Fraction(8)),
    ("2027-01-31", "2027-02-27", Fraction(1)),
    ("2028-01-31", "2028-02-28", Fraction(1)),
    ("2027-02-28", "2027-03-27", Fraction(1)),
    ("2027-01-01", "2027-12-31", Fraction(12)),
    ("2027-04-01", "2027-04-01", Fraction(1, 30)),
    ("2027-02-01", "2027-02-14", Fraction(1, 2)),
    ("2027-04-01", "2027-05-15", 1 + Fraction(15, 31)),
    ("2027-04-02", "2027-04-01", Fraction(0)),
    ("2027-04-10", "2027-04-01", Fraction(0)),
)


def test_months_are_counted_from_day_to_day(subtests: pytest.Subtests) -> None:
    for first, last, expected in MONTHS:
        with each(subtests, f"{first}-{last}"):
            assert months(date.fromisoformat(first), date.fromisoformat(last)) == expected


def test_no_day_more_makes_fewer_months_and_no_day_more_than_a_day() -> None:
    first = date(2027, 1, 29)
    counts = [months(first, first + timedelta(days=days)) for days in range(-1, 1500)]
    assert all(0 < more - less <= Fraction(1, 28) for less, more in pairwise(counts))


def job(  # noqa: PLR0913  a job by hand
    first: str = "2027-01-01",
    last: str = "2027-12-31",
    *,
    extent: int = 100,
    ended: str | None = None,
    early: EndReason | None = None,
    has_last_day: bool = True,
) -> Job:
    ended_on = date.fromisoformat(ended) if ended else None
    return Job(date.fromisoformat(first), date.fromisoformat(last), extent, ended_on, early, has_last_day)


def test_three_people_at_half_time_for_eight_months_make_twelve_of_full_time() -> None:
    jobs = [job("2027-03-01", "2027-10-31", extent=50)] * 3
    assert full_time(date(2027, 3, 1), date(2027, 10, 31), 50) == 4
    assert counted(jobs, BY, JOB).done == 12
    assert counted(jobs, BY, JOB).reaches(12)
    assert not counted(jobs, date(2027, 10, 30), JOB).reaches(12)
    assert not counted(jobs[:2], BY, JOB).reaches(12)
    assert reached_on(jobs, 12, date(2027, 5, 1), JOB) == date(2027, 10, 31)
    assert counted(jobs, date(2027, 5, 31), JOB).in_sight == 12


OWN, CAUSE, OTHER = EndReason.OWN_WISH, EndReason.JUST_CAUSE, EndReason.OTHER
# Twelve months are asked for: the jobs, and whether they meet that.
THREE_QUARTERS = (
    ("9 of 12 by own wish", [job(ended="2027-09-30", early=OWN)], True),
    ("9 of 12 on just cause", [job(ended="2027-09-30", early=CAUSE)], True),
    ("a day less than 9 of 12", [job(ended="2027-09-29", early=OWN)], False),
    ("9 of 12 for another reason", [job(ended="2027-09-30", early=OTHER)], False),
    (
        "of each less and more than three quarters: it is the combined time that counts",
        [
            job("2027-01-01", "2027-06-30", ended="2027-03-31", early=OWN),
            job("2027-01-01", "2027-06-30", ended="2027-06-30"),
        ],
        True,
    ),
    (
        "74.9 % of the combined time",
        [job(extent=50, ended="2027-12-31"), job(extent=50, ended="2027-06-29", early=OWN)],
        False,
    ),
    (
        "75.0 % of the combined time",
        [job(extent=50, ended="2027-12-31"), job(extent=50, ended="2027-06-30", early=OWN)],
        True,
    ),
    (
        "what another reason left undone is not excused by somebody else's own wish",
        [
            job("2027-01-01", "2027-06-30", ended="2027-05-31", early=OTHER),
            job("2027-01-01", "2027-06-30", ended="2027-05-31", early=OWN),
        ],
        False,
    ),
    ("too little was ever agreed", [job("2027-01-01", "2027-06-30", ended="2027-05-31", early=OWN)], False),
    ("still going on", [job(), job(extent=1, ended="2027-01-02", early=OWN)], True),
    ("ended as planned, too short", [job("2027-01-01", "2027-09-30", ended="2027-09-30")], False),
)


def test_three_quarters_of_the_combined_time_are_enough_where_what_lacks_is_excused(subtests: pytest.Subtests) -> None:
    for why, jobs, is_met in THREE_QUARTERS:
        with each(subtests, why):
            assert counted(jobs, BY, JOB).reaches(12) is is_met


def test_three_quarters_are_not_carried_over_to_internships() -> None:
    jobs = [job(ended="2027-09-30", early=OWN)]
    assert not counted(jobs, BY, SlotKind.INTERNSHIP).reaches(12)
    assert not counted(jobs, BY, SlotKind.APPRENTICESHIP).reaches(12)


def test_a_job_without_a_last_day_goes_on_until_it_is_enough() -> None:
    jobs = [job(has_last_day=False, last="2027-06-30")]
    assert reached_on(jobs, 12, date(2027, 2, 1), JOB) == date(2027, 12, 31)
    assert counted(jobs, date(2027, 12, 31), JOB).done == 12
    left = [job(has_last_day=False, last="2027-12-31", ended="2027-09-30", early=OWN)]
    assert counted(left, BY, JOB).reaches(12)
    assert reached_on([job(ended="2027-05-31", early=OWN)], 12, date(2027, 6, 1), JOB) is None


def test_the_day_of_reaching_is_the_first_on_which_it_is_so() -> None:
    """The day before it is not so; and three quarters can be reached while one goes on."""
    jobs = [job("2027-01-01", "2027-06-30", ended="2027-03-31", early=OWN), job("2027-02-01", "2027-09-30", extent=90)]
    found = reached_on(jobs, 10, date(2027, 4, 1), JOB)
    assert found is not None
    assert counted(jobs, found, JOB).reaches(10)
    assert not counted(jobs, found - timedelta(days=1), JOB).reaches(10)
