"""What may be shown of small numbers, so that none of them can be worked out from what stands around it.

Whoever reads a page knows that the parts of a sum add up to its total, that nobody is shown as 0, what each mark means,
and which numbers are never more than others. A number under five is safe where all that is shown could be so with
another number in its place. Where it could not, the next smallest number of the sum is withheld as well.
"""

from collections.abc import Collection, Hashable, Iterator, Mapping, Sequence
from dataclasses import replace
from enum import StrEnum
from typing import Generic, TypeVar

from domain.frozen import frozen
from domain.small_number import is_small

Cell = TypeVar("Cell", bound=Hashable)


class Mark(StrEnum):
    """What stands in the place of a number."""

    FEW = "few"
    """It is one of one to four."""
    WITHHELD = "withheld"
    """It is one of one to four, or any other that would tell such a number. One mark for both, or it would tell."""


@frozen
class Sum(Generic[Cell]):
    """A total, and the parts that it is the sum of."""

    total: Cell
    parts: tuple[Cell, ...]

    @property
    def cells(self) -> tuple[Cell, ...]:
        """All that stands in it, the total last."""
        return (*self.parts, self.total)


@frozen
class Numbers(Generic[Cell]):
    """All the numbers of a page.

    Attributes:
        counted: Each number, 0 or more.
        sums: Which of them add up to which.
        at_most: Pairs of which the first is never more than the second.
        unprinted: Those that the page does not print, but that a reader could work out.
        kept_back: Those that are not to be shown for another reason, though a reader sees that they are not zero.
    """

    counted: Mapping[Cell, int]
    sums: Sequence[Sum[Cell]] = ()
    at_most: Sequence[tuple[Cell, Cell]] = ()
    unprinted: Collection[Cell] = ()
    kept_back: Collection[Cell] = ()


def running_sums(parts: Sequence[Cell], totals: Sequence[Cell]) -> Iterator[Sum[Cell]]:
    """The sums of a series that is told as it grows: each total is any total before it, and the parts since."""
    for end, total in enumerate(totals):
        yield Sum(total, tuple(parts[: end + 1]))
        for start in range(end):
            yield Sum(total, (totals[start], *parts[start + 1 : end + 1]))


def as_shown(numbers: Numbers[Cell]) -> dict[Cell, int | Mark]:
    """Each number that is printed, or what stands in its place."""
    page = _settled(numbers, says_few=True) or _settled(numbers, says_few=False)
    if page is None:
        raise ValueError("a small number is told though nothing is shown")
    return {cell: page.shows(cell) for cell in numbers.counted if cell not in numbers.unprinted}


def _settled(numbers: Numbers[Cell], *, says_few: bool) -> "_Page[Cell] | None":
    """The page once enough is hidden; None where small numbers are told even by being called small."""
    small = {cell for cell, number in numbers.counted.items() if is_small(number)}
    page = _Page(numbers, frozenset(small.union(numbers.unprinted, numbers.kept_back)), says_few=says_few)
    while (told_by := page.small_number_told_by()) is not None:
        smallest = page.next_smallest(told_by)
        if smallest is None:
            return None
        page = replace(page, hidden=page.hidden | {smallest})
    return page


@frozen
class _Page(Generic[Cell]):
    """The numbers, and which of them are hidden so far.

    Attributes:
        says_few: Whether a small number may be called small where nothing can be subtracted.
    """

    numbers: Numbers[Cell]
    hidden: frozenset[Cell]
    says_few: bool

    def shows(self, cell: Cell) -> int | Mark:
        """The number, or what stands in its place."""
        if cell not in self.hidden:
            return self.numbers.counted[cell]
        totals = [self.numbers.counted[each.total] for each in self._sums_of(cell)]
        is_few = all(is_small(number) for number in (self.numbers.counted[cell], *totals))
        return Mark.FEW if self.says_few and is_few else Mark.WITHHELD

    def small_number_told_by(self) -> Collection[Cell] | None:
        """The numbers by which a small one can be worked out; None where none can."""
        for each in self.numbers.sums:
            if self._is_told(each.total) and is_small(self._hidden_part(each)):
                return each.cells
        for cell, number in self.numbers.counted.items():
            if is_small(number) and not self._could_be_another(cell):
                return [near for each in self._sums_of(cell) for near in each.cells]
        return None

    def next_smallest(self, told_by: Collection[Cell]) -> Cell | None:
        """The smallest number that is shown there, or else anywhere; parts before totals. A zero hides nothing."""
        totals = {each.total for each in self.numbers.sums}
        shown = [cell for cell, number in self.numbers.counted.items() if cell not in self.hidden and number]
        return min(
            [cell for cell in shown if cell in told_by] or shown,
            key=lambda cell: (cell in totals, self.numbers.counted[cell]),
            default=None,
        )

    def _is_told(self, total: Cell) -> bool:
        """Whether it is shown, or can be added up."""
        adds_up = (set(each.parts).isdisjoint(self.hidden) for each in self.numbers.sums if each.total == total)
        return total not in self.hidden or any(adds_up)

    def _sums_of(self, cell: Cell) -> Iterator[Sum[Cell]]:
        return (each for each in self.numbers.sums if cell in each.cells)

    def _hidden_part(self, of: Sum[Cell]) -> int:
        """What the hidden parts come to: together they can be worked out, even where no single one can."""
        return sum(self.numbers.counted[part] for part in of.parts if part in self.hidden)

    def _could_be_another(self, cell: Cell) -> bool:
        """Whether all that is shown could be so with one more, or one less, in that place."""
        return any(self._comes_out({cell: step}) for step in (1, -1))

    def _comes_out(self, moved: Mapping[Cell, int]) -> bool:
        """Whether all that is known holds with those numbers moved, and perhaps other hidden ones too."""
        if not all(self._could_stand_for(cell, self.numbers.counted[cell] + by) for cell, by in moved.items()):
            return False
        ways = self._ways_to_mend(moved)
        return ways is None or any(
            self._comes_out({**moved, cell: by}) for cell, by in ways if cell in self.hidden and cell not in moved
        )

    def _ways_to_mend(self, moved: Mapping[Cell, int]) -> Sequence[tuple[Cell, int]] | None:
        """What else could be moved, by how much, so that the first thing holds that does not; None where all does."""
        for each in self.numbers.sums:
            off = moved.get(each.total, 0) - sum(moved.get(part, 0) for part in each.parts)
            if off:
                return [*((part, off) for part in each.parts), (each.total, -off)]
        for less, more in self.numbers.at_most:
            room = self.numbers.counted[more] - self.numbers.counted[less]
            over = moved.get(less, 0) - moved.get(more, 0) - max(room, 0)
            if over > 0 and (less in moved or more in moved):
                return [(more, over), (less, -over)]
        return None

    def _could_stand_for(self, cell: Cell, number: int) -> bool:
        if cell in self.numbers.unprinted:
            return number >= 0
        return is_small(number) if self.shows(cell) is Mark.FEW else number > 0
