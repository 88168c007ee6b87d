"""What is told of what companies have given: never a number behind which fewer than five residents stand."""

import random

from domain.slot import SlotKind, Trade
from domain.small_number import SHOWN_FROM
from domain.way import Example, Gave, example_of

PAINTING, OFFICE, OTHER = Trade.PAINTING, Trade.OFFICE, Trade.OTHER
INTERNSHIP, LECTURE = SlotKind.INTERNSHIP, SlotKind.LECTURE

TOLD: dict[str, tuple[SlotKind, dict[Trade | None, tuple[int, int]], Example | None]] = {
    "nothing": (INTERNSHIP, {}, None),
    "four in all": (INTERNSHIP, {PAINTING: (1, 3), OFFICE: (1, 1), None: (2, 4)}, Example(None)),
    "five in all": (INTERNSHIP, {PAINTING: (1, 4), OFFICE: (1, 1), None: (2, 5)}, Example(2)),
    "five in a trade": (INTERNSHIP, {PAINTING: (1, 5), OFFICE: (1, 1), None: (2, 6)}, Example(1, PAINTING)),
    "the most in no trade": (INTERNSHIP, {OTHER: (1, 9), OFFICE: (1, 5), None: (3, 23)}, Example(1, OFFICE)),
    "as much in two trades": (INTERNSHIP, {OFFICE: (1, 5), PAINTING: (2, 5), None: (3, 10)}, Example(2, PAINTING)),
    "nobody has counted": (INTERNSHIP, {None: (1, 0)}, Example(None)),
    "a lecture": (LECTURE, {PAINTING: (1, 1), None: (1, 1)}, Example(1, PAINTING)),
}
"""What was given in each trade and in all, by how many suppliers and how much, and what is told of it."""


def test_what_is_told_of_what_was_given() -> None:
    for name, (kind, gave, told) in TOLD.items():
        assert example_of(kind, {trade: Gave(*numbers) for trade, numbers in gave.items()}) == told, name


def test_whatever_was_given_a_number_or_a_trade_has_five_places_behind_it() -> None:
    chance = random.Random(16)  # noqa: S311  nothing secret
    for _ in range(500):
        trades = chance.sample([PAINTING, OFFICE, OTHER], chance.randint(0, 3))
        gave: dict[Trade | None, Gave] = {each: Gave(chance.randint(1, 4), chance.randint(1, 6)) for each in trades}
        elsewhere = Gave(chance.randint(1, 4), chance.randint(0, 3))
        gave[None] = Gave(
            max(each.suppliers for each in (*gave.values(), elsewhere)),
            sum(each.number for each in (*gave.values(), elsewhere)),
        )
        told = example_of(INTERNSHIP, gave)
        assert told is not None
        if told.suppliers is not None:
            assert told.suppliers == gave[told.trade].suppliers
            assert gave[told.trade].number >= SHOWN_FROM
        else:
            assert told.trade is None
