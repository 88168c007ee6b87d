"""What is told of what companies have given: never a number behind which fewer than five residents stand."""

import random

from domain.slot import SlotKind, Trade
from domain.small_number import SHOWN_FROM
from domain.way import Example, Gave, example_of

PAINTING, OFFICE, OTHER = Trade.PAINTING, Trade.OFFICE, Trade.OTHER
INTERNSHIP, LECTURE = SlotKind.INTERNSHIP, SlotKind.LECTURE

TOLD: dict[str, tuple[SlotKind, list[tuple[int, Trade | None, int]], Example | None]] = {
    "nothing": (INTERNSHIP, [], None),
    "four in all": (INTERNSHIP, [(1, PAINTING, 3), (2, OFFICE, 1)], Example(frozenset({1, 2}), None)),
    "five in all": (INTERNSHIP, [(1, PAINTING, 4), (2, OFFICE, 1)], Example(frozenset({1, 2}), 2)),
    "five in a trade": (INTERNSHIP, [(1, PAINTING, 5), (2, OFFICE, 1)], Example(frozenset({1}), 1, PAINTING)),
    "the most in no trade": (
        INTERNSHIP,
        [(1, OTHER, 9), (2, None, 9), (3, OFFICE, 5)],
        Example(frozenset({3}), 1, OFFICE),
    ),
    "nobody has counted": (INTERNSHIP, [(1, None, 0)], Example(frozenset({1}), None)),
    "a lecture": (LECTURE, [(1, PAINTING, 1)], Example(frozenset({1}), 1, PAINTING)),
}
"""What was given, by supplier, trade and number, and what is told of it."""


def test_what_is_told_of_what_was_given() -> None:
    for name, (kind, gave, told) in TOLD.items():
        assert example_of(kind, [Gave(*each) for each in gave]) == told, name


def test_whatever_was_given_a_number_or_a_trade_has_five_places_behind_it() -> None:
    chance = random.Random(16)  # noqa: S311  nothing secret
    for _ in range(500):
        gave = [
            Gave(chance.randint(1, 4), chance.choice([None, PAINTING, OFFICE, OTHER]), chance.randint(0, 3))
            for _ in range(chance.randint(1, 6))
        ]
        told = example_of(INTERNSHIP, gave)
        assert told is not None
        behind = [each for each in gave if told.trade is None or each.trade is told.trade]
        if told.suppliers is not None:
            assert told.suppliers == len({each.supplier_id for each in behind}) == len(told.givers)
            assert sum(each.number for each in behind) >= SHOWN_FROM
        else:
            assert told.trade is None
