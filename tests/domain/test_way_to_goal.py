"""How far it is to the goal: by what became of offers lately, and never further for having come further."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.beside_own import is_told_beside, is_told_of_state
from domain.enough import ENOUGH
from domain.goal_state import GoalStates
from domain.way_to_goal import Yielded, basis_of, way_to

HALF = Yielded(2025, offered=20, begun=10)
NUMBERS = st.integers(0, 200)
STATES = st.builds(GoalStates, confirmed=NUMBERS, begun=NUMBERS, matched=NUMBERS, offered=NUMBERS)
BASES = st.integers(ENOUGH, 200).flatmap(
    lambda begun: st.builds(Yielded, st.just(2025), st.integers(begun, 400), st.just(begun))
)


@pytest.mark.parametrize(
    ("goal", "states", "left", "in_sight", "to_find"),
    [
        (40, GoalStates(), 40, 0, 80),
        (40, GoalStates(confirmed=14, begun=2, matched=3, offered=4), 26, 5, 42),
        (40, GoalStates(confirmed=40), 0, 0, 0),
        (40, GoalStates(confirmed=55, offered=9), 0, 4, 0),
        (7, GoalStates(confirmed=6, begun=1), 1, 1, 0),
        (400, GoalStates(confirmed=399), 1, 0, 2),
    ],
)
def test_what_is_left_after_what_is_in_sight(
    goal: int, states: GoalStates, left: int, in_sight: int, to_find: int
) -> None:
    way = way_to(goal, states, 2026, HALF, [])
    assert (way.left, way.in_sight, way.to_find) == (left, in_sight, to_find)


def test_the_last_day_is_reckoned_from_enough_starts_alone() -> None:
    few, enough = [60] * (ENOUGH - 1), [30] * 5 + [61] * 6
    assert (way_to(40, GoalStates(), 2026, HALF, few).by, way_to(40, GoalStates(), 2026, HALF, few).days) == (
        date(2026, 12, 31),
        None,
    )
    way = way_to(40, GoalStates(), 2026, HALF, enough)
    assert (way.by, way.days) == (date(2026, 10, 31), 61)


def test_nothing_is_said_below_ten_starts() -> None:
    few = Yielded(2025, offered=30, begun=ENOUGH - 1)
    this_year = Yielded(2026, offered=30, begun=ENOUGH)
    assert basis_of([few, replace(few, year=2026)]) is None
    assert basis_of([few, this_year]) is this_year
    assert basis_of([HALF, this_year]) is HALF
    assert basis_of([]) is None


@given(goal=st.integers(1, 400), states=STATES, basis=BASES, more=st.integers(1, 50))
def test_more_of_anything_never_makes_more_to_find(goal: int, states: GoalStates, basis: Yielded, more: int) -> None:
    before = way_to(goal, states, 2026, basis, [])
    for name in ("confirmed", "begun", "matched", "offered"):
        after = way_to(goal, replace(states, **{name: getattr(states, name) + more}), 2026, basis, [])
        assert after.to_find <= before.to_find, name
        assert after.left <= before.left, name
    assert way_to(goal + more, states, 2026, basis, []).to_find >= before.to_find


@given(goal=st.integers(1, 400), states=STATES, basis=BASES)
def test_what_is_found_is_enough_and_no_place_less_would_be(goal: int, states: GoalStates, basis: Yielded) -> None:
    way = way_to(goal, states, 2026, basis, [])
    lacking = max(way.left - way.in_sight, 0)
    assert way.to_find * basis.begun >= lacking * basis.offered
    assert way.to_find == 0 or (way.to_find - 1) * basis.begun < lacking * basis.offered


@given(own=NUMBERS, others=NUMBERS, doubles=NUMBERS)
def test_beside_its_own_no_supplier_learns_of_few_others_or_of_two_starts_by_one_person(
    own: int, others: int, doubles: int
) -> None:
    residents = max(own - doubles, 0) + others
    if is_told_beside(residents, own):
        assert residents > own
        assert others >= 5
    if own and is_told_of_state(residents, own):
        assert others >= 5
