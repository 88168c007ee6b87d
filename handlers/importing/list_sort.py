"""A sort of list that a file may hold, such as contracts: what its columns are, and by what they are known."""

from collections.abc import Callable, Sequence
from enum import StrEnum
from typing import Generic, TypeVar

from domain.frozen import frozen
from domain.pattern import Pattern

AnyColumn = TypeVar("AnyColumn", bound=StrEnum)

Named = dict[AnyColumn, list[tuple[int, int]]]
"""Where a row of headings names each column, from 0, and before that by which of its names: the best is 0."""


def as_they_are(_named: Named[AnyColumn]) -> None:
    """For a list in which no heading depends on another."""


@frozen
class ListSort(Generic[AnyColumn]):
    """One sort.

    Attributes:
        columns: What a row may tell, in the template's order.
        words: The table of `labels.toml` in which they are named; behind "_also" stand their other names.
        needed: A file without these is no such list.
        days: Columns in which days stand.
        known_by: The registry number, what a row is about, and when that begins: a sum has none of them.
        most_rows: More are not read.
        other_unit: A heading that says this is none of ours: its amounts would be read a thousand times wrong.
        another: In brackets behind a name this makes another thing of it: "Slut (med option)".
        extra: What a heading may say besides, so that it is none the less that column.
        settled: What one heading makes of another.
    """

    columns: type[AnyColumn]
    words: str
    needed: Sequence[AnyColumn]
    days: Sequence[AnyColumn]
    known_by: tuple[AnyColumn, AnyColumn, AnyColumn]
    most_rows: int
    other_unit: Pattern
    another: Pattern
    extra: str = ""
    settled: Callable[[Named[AnyColumn]], None] = as_they_are
