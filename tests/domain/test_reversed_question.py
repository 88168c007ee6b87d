"""Who is asked for a place that nobody has offered, and who is not: the right answers, written by hand."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.evaluation import Verdict
from domain.reversed_question import (
    QUIET_FOR,
    Barrier,
    Candidate,
    Earlier,
    Reason,
    Why,
    barrier,
    likely,
    month_of,
    months_later,
    reason,
)
from tests.each import each

NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)
TODAY = NOW.date()
LONG_AGO, LATELY = NOW - QUIET_FOR, NOW - QUIET_FOR + timedelta(minutes=1)
COME, AHEAD = date(2026, 11, 1), date(2026, 12, 1)
PAINTERS = Candidate(1, "Exempelmåleriet AB", is_of_trade=True)


def asked(at: datetime, *, this: bool = False, alike: bool = True, later: date | None = None) -> Earlier:
    return Earlier(at, this, alike, later)


BARRIERS: list[tuple[str, Candidate, Barrier | None]] = [
    ("nothing stands in the way", PAINTERS, None),
    ("a contract is held", replace(PAINTERS, is_held=True), Barrier.HELD),
    ("nobody is here", replace(PAINTERS, is_anybody_here=False), Barrier.NOBODY_HERE),
    ("the city has not matched its offer", replace(PAINTERS, waits_for_city=True), Barrier.CITYS_TURN),
    ("asked a minute less than four weeks ago", replace(PAINTERS, earlier=[asked(LATELY)]), Barrier.ASKED_LATELY),
    ("asked four weeks ago for another wish", replace(PAINTERS, earlier=[asked(LONG_AGO)]), None),
    ("was asked for this wish", replace(PAINTERS, earlier=[asked(LONG_AGO, this=True)]), Barrier.ASKED_FOR_IT),
    ("said later, in a month to come", replace(PAINTERS, earlier=[asked(LONG_AGO, later=AHEAD)]), Barrier.LATER),
    ("said later, and it has come", replace(PAINTERS, earlier=[asked(LONG_AGO, this=True, later=COME)]), None),
    (
        "said later, was asked again, and said no",
        replace(PAINTERS, earlier=[asked(LONG_AGO - QUIET_FOR, this=True, later=COME), asked(LONG_AGO, this=True)]),
        Barrier.ASKED_FOR_IT,
    ),
    ("said later lately", replace(PAINTERS, earlier=[asked(LATELY, later=COME)]), Barrier.ASKED_LATELY),
]

REASONS: list[tuple[str, Candidate, Reason | None]] = [
    ("no painters at all", replace(PAINTERS, is_of_trade=False, promise="2026/1"), None),
    ("painters", PAINTERS, Reason(Why.IN_TRADE)),
    ("others who have offered it", replace(PAINTERS, is_of_trade=False, offered=1), Reason(Why.OFFERED)),
    ("who have had others", replace(PAINTERS, taken_otherwise=1), Reason(Why.TAKEN_OTHERWISE)),
    ("who have had two", replace(PAINTERS, taken=2, promise="2026/1"), Reason(Why.TAKEN, taken=2)),
    ("who would not again", replace(PAINTERS, taken=2, again=Verdict.NO), None),
    ("who have promised it", replace(PAINTERS, offered=1, promise="2026/1"), Reason(Why.PROMISED, contract="2026/1")),
    ("whose plan is open", replace(PAINTERS, plan="2026/1"), Reason(Why.PLANNED, contract="2026/1")),
    ("who said later", replace(PAINTERS, taken=2, earlier=[asked(LONG_AGO, later=COME)]), Reason(Why.SAID_LATER)),
    (
        "who said later to something else",
        replace(PAINTERS, taken=2, earlier=[asked(LONG_AGO, alike=False, later=COME)]),
        Reason(Why.TAKEN, taken=2),
    ),
    (
        "who said later, and then no",
        replace(PAINTERS, earlier=[asked(LONG_AGO - QUIET_FOR, later=COME), asked(LONG_AGO)]),
        Reason(Why.IN_TRADE),
    ),
]


def test_who_is_never_asked(subtests: pytest.Subtests) -> None:
    for name, candidate, right in BARRIERS:
        with each(subtests, name):
            assert barrier(candidate, NOW, TODAY) is right


def test_why_somebody_is_asked(subtests: pytest.Subtests) -> None:
    for name, candidate, right in REASONS:
        with each(subtests, name):
            assert reason(candidate) == right


def test_the_likeliest_come_first() -> None:
    by_likelihood = [
        replace(PAINTERS, supplier_id=9, earlier=[asked(LONG_AGO, later=COME)]),
        replace(PAINTERS, supplier_id=8, taken=1, is_in_area=True),
        replace(PAINTERS, supplier_id=7, taken=1, again=Verdict.YES),
        replace(PAINTERS, supplier_id=6, taken=3),
        replace(PAINTERS, supplier_id=5, promise="2026/1"),
        replace(PAINTERS, supplier_id=4, offered=2),
        replace(PAINTERS, supplier_id=2),
        replace(PAINTERS, supplier_id=3),
    ]
    never = [replace(PAINTERS, supplier_id=1, taken=9, is_held=True)]
    found = likely([*never, *reversed(by_likelihood)], NOW, TODAY)
    assert [one.supplier_id for one in found] == [one.supplier_id for one in by_likelihood]


def test_the_month_that_is_asked_about_is_never_past() -> None:
    assert month_of(None, TODAY) == month_of(date(2026, 1, 9), TODAY) == date(2026, 11, 1)
    assert month_of(date(2027, 3, 15), TODAY) == date(2027, 3, 1)
    assert months_later(date(2026, 9, 1), TODAY)[:2] == [date(2026, 12, 1), date(2027, 1, 1)]


@given(st.lists(st.tuples(st.integers(0, 60 * 24 * 20), st.integers(1, 3)), max_size=40))
def test_however_often_matchers_ask_no_supplier_is_asked_twice_in_four_weeks(presses: list[tuple[int, int]]) -> None:
    now, asked_at = NOW, {supplier: list[datetime]() for supplier in (1, 2, 3)}
    for minutes, supplier in presses:
        now += timedelta(minutes=minutes)
        candidate = replace(PAINTERS, earlier=[asked(at) for at in asked_at[supplier]])
        if likely([candidate], now, now.date()):
            asked_at[supplier].append(now)
    for times in asked_at.values():
        assert all(later - earlier >= timedelta(weeks=4) for earlier, later in pairwise(times))
