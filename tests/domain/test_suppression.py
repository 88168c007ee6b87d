"""Small numbers can't be worked out from what stands around them; what is worked out here is what a reader could."""

from collections.abc import Iterator, Mapping
from itertools import product

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from domain.small_number import is_small, is_told_beside_whole
from domain.suppression import Mark, Numbers, Sum, as_shown, running_sums

HIGHEST = 14
"""A reader needs to try no more than this: what is drawn here never comes to more."""

FEW_TRIES = settings(max_examples=60, deadline=None)


def a_line(*parts: int) -> Numbers[str]:
    """Parts and their total."""
    names = tuple(f"part {place}" for place in range(len(parts)))
    return Numbers({**dict(zip(names, parts, strict=True)), "total": sum(parts)}, [Sum("total", names)])


def a_table(rows: list[list[int]]) -> Numbers[str]:
    """Rows and columns with all their totals."""
    cells = {f"{y}.{x}": number for y, row in enumerate(rows) for x, number in enumerate(row)}
    across = [tuple(f"{y}.{x}" for x in range(len(rows[0]))) for y in range(len(rows))]
    lines = {f"row {place}": row for place, row in enumerate(across)}
    lines |= {f"column {place}": column for place, column in enumerate(zip(*across, strict=True))}
    sums = [Sum(total, parts) for total, parts in lines.items()]
    totals = {each.total: sum(cells[part] for part in each.parts) for each in sums}
    sums += [Sum("all", tuple(total for total in totals if total.startswith(way))) for way in ("row", "column")]
    return Numbers({**cells, **totals, "all": sum(cells.values())}, sums)


def a_series(*parts: int) -> Numbers[str]:
    """What is told as it grows."""
    since, until = ([f"{word} {place}" for place in range(len(parts))] for word in ("since", "until"))
    grown = [sum(parts[: place + 1]) for place in range(len(parts))]
    counted = {**dict(zip(since, parts, strict=True)), **dict(zip(until, grown, strict=True))}
    return Numbers(counted, tuple(running_sums(since, until)), unprinted=since)


def readings(numbers: Numbers[str]) -> Iterator[Mapping[str, int]]:
    """All that a reader can think of, by trying: what each mark may mean, what adds up, what is at most what."""
    shown = as_shown(numbers)
    totals = {each.total for each in numbers.sums}
    free = [cell for cell in numbers.counted if cell not in totals]
    for tried in product(*(may_be(shown.get(cell)) for cell in free)):
        read = dict(zip(free, tried, strict=True))
        for each in (*numbers.sums, *numbers.sums):
            if all(part in read for part in each.parts):
                read.setdefault(each.total, sum(read[part] for part in each.parts))
        if is_possible(numbers, shown, read):
            yield read


def may_be(mark: int | Mark | None) -> range:
    """What a number may be for which that is shown; None for what isn't printed."""
    if isinstance(mark, int):
        return range(mark, mark + 1)
    return {None: range(HIGHEST), Mark.FEW: range(1, 5), Mark.WITHHELD: range(1, HIGHEST)}[mark]


def is_possible(numbers: Numbers[str], shown: Mapping[str, int | Mark], read: Mapping[str, int]) -> bool:
    """Whether all that is shown could be so."""
    return (
        all(read[each.total] == sum(read[part] for part in each.parts) for each in numbers.sums)
        and all(read[cell] in may_be(mark) for cell, mark in shown.items() if mark is not Mark.WITHHELD)
        and all(read[less] <= read[more] for less, more in numbers.at_most)
    )


def told(numbers: Numbers[str]) -> set[str]:
    """The small numbers that a reader can work out."""
    small = {cell for cell, number in numbers.counted.items() if is_small(number)}
    for read in readings(numbers):
        small -= {cell for cell in small if read[cell] != numbers.counted[cell]}
        if not small:
            break
    return small


@FEW_TRIES
@given(st.lists(st.integers(0, 9), min_size=1, max_size=3))
def test_no_small_part_of_a_sum_can_be_worked_out(parts: list[int]) -> None:
    assert told(a_line(*parts)) == set()


@FEW_TRIES
@given(st.lists(st.lists(st.integers(0, 6), min_size=2, max_size=2), min_size=2, max_size=2))
def test_no_small_number_in_a_table_can_be_worked_out(rows: list[list[int]]) -> None:
    assert told(a_table(rows)) == set()


@FEW_TRIES
@given(st.lists(st.integers(0, 6), min_size=2, max_size=3))
def test_no_small_step_of_a_series_can_be_worked_out(parts: list[int]) -> None:
    assert told(a_series(*parts)) == set()


@example([8, 0], [8, 1])
@FEW_TRIES
@given(st.lists(st.integers(0, 8), min_size=2, max_size=2), st.lists(st.integers(0, 8), min_size=2, max_size=2))
def test_what_is_known_to_be_less_tells_no_small_number_of_what_is_more(less: list[int], more: list[int]) -> None:
    one, other = a_line(*more), a_line(*(min(pair) for pair in zip(less, more, strict=True)))
    numbers = Numbers(
        {**one.counted, **{f"less {cell}": number for cell, number in other.counted.items()}},
        [*one.sums, *(Sum(f"less {each.total}", tuple(f"less {part}" for part in each.parts)) for each in other.sums)],
        [(f"less {cell}", cell) for cell in one.counted],
    )
    assert told(numbers) == set()


@FEW_TRIES
@given(st.lists(st.integers(0, 60), min_size=1, max_size=8))
def test_what_can_be_subtracted_is_never_small(parts: list[int]) -> None:
    numbers = a_line(*parts)
    shown = as_shown(numbers)
    total = shown.pop("total")
    if not isinstance(total, Mark):
        assert not is_small(total - sum(number for number in shown.values() if not isinstance(number, Mark)))


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        ((7, 6, 0), [7, 6, 0, 13]),
        ((3, 0, 0), [Mark.FEW, 0, 0, Mark.FEW]),
        ((9, 6, 3), [9, Mark.WITHHELD, Mark.WITHHELD, 18]),
        ((9, 4, 3), [9, Mark.WITHHELD, Mark.WITHHELD, 16]),
        ((9, 2, 2), [Mark.WITHHELD, Mark.WITHHELD, Mark.WITHHELD, 13]),
        ((1, 1, 1, 1), [Mark.WITHHELD] * 5),
    ],
)
def test_the_next_smallest_is_withheld_and_no_more(parts: tuple[int, ...], expected: list[int | Mark]) -> None:
    assert list(as_shown(a_line(*parts)).values()) == expected


def test_the_latest_of_a_series_is_kept_where_one_of_two_has_to_go() -> None:
    assert list(as_shown(a_series(8, 7, 0, 3)).values()) == [8, Mark.WITHHELD, Mark.WITHHELD, 18]


def test_names_beside_a_total_tell_no_more_than_names() -> None:
    """Five firms are named for five places: the five would say that each has given one."""
    firms = tuple(f"firm {place}" for place in range(5))
    numbers = Numbers(
        {**dict.fromkeys(firms, 1), "others": 0, "given": 5},
        [Sum("given", (*firms, "others"))],
        unprinted=["others"],
        kept_back=firms,
    )
    assert as_shown(numbers)["given"] is Mark.WITHHELD


def test_a_part_stands_beside_its_whole_only_where_the_rest_is_not_small_either() -> None:
    told = {part: is_told_beside_whole(part, 12) for part in range(13)}
    assert [part for part, is_told in told.items() if is_told] == [0, 5, 6, 7, 12]
