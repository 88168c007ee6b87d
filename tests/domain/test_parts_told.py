"""Of a year's parts no small number is told, nor any by which one could be reckoned from the lists together."""

from hypothesis import given
from hypothesis import strategies as st

from domain.parts_told import told, told_under
from domain.small_number import is_small
from domain.suppression import Mark

NUMBERS = st.integers(0, 12)


@given(st.lists(NUMBERS, max_size=8))
def test_what_is_hidden_of_a_whole_is_never_small(numbers: list[int]) -> None:
    parts = dict(enumerate(numbers))
    shown = told(parts)
    assert not any(isinstance(each, int) and is_small(each) for each in shown.values())
    hidden = [parts[which] for which, each in shown.items() if isinstance(each, Mark)]
    assert not is_small(sum(hidden)) or is_small(sum(numbers))
    assert len(hidden) != 1 or is_small(sum(numbers))


@given(st.lists(st.tuples(NUMBERS, st.integers(0, 2)), max_size=8), st.lists(NUMBERS, min_size=3, max_size=3))
def test_nor_what_is_hidden_of_an_owners_total(contracts: list[tuple[int, int]], rests: list[int]) -> None:
    parts = {place: number for place, (number, _) in enumerate(contracts)}
    owner_of = {place: owner for place, (_, owner) in enumerate(contracts)}
    totals = {
        owner: rest + sum(number for number, whose in contracts if whose == owner) for owner, rest in enumerate(rests)
    }
    shown = told_under(parts, owner_of, totals)
    for owner, total in totals.items():
        theirs = [each for which, each in shown.items() if owner_of[which] == owner]
        left = total - sum(each for each in theirs if isinstance(each, int))
        assert Mark.WITHHELD not in theirs or not is_small(left) or is_small(total)
        assert not any(isinstance(each, int) and is_small(each) for each in theirs)
