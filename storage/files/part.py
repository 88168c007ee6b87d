"""A part of a file: a question, and what its rows are ordered by, so that it can be asked slice by slice."""

from collections.abc import AsyncIterator, Sequence
from typing import Any, Final

from sqlalchemy import ColumnElement, Select, tuple_
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import InstrumentedAttribute

from domain.frozen import frozen

SLICE: Final = 250
"""Rows that are read at once: some milliseconds, in which an SQLite city does nothing else."""

Row = tuple[Any, ...]


@frozen
class Part:
    """One question.

    Attributes:
        question: What is read, each value labelled by the name of its column.
        order: What tells the rows apart, by an index: a slice begins behind the last row of the one before.
    """

    question: Select[*tuple[Any, ...]]
    order: tuple[InstrumentedAttribute[Any], ...]

    @property
    def names(self) -> list[str]:
        """The columns that it reads, in their order."""
        return list(self.question.selected_columns.keys())

    async def slices(self, session: AsyncSession) -> AsyncIterator[Sequence[Row]]:
        """The rows, some at a time."""
        width, last = len(self.names), None
        while True:
            found = (await session.execute(self._behind(last))).all()
            if found:
                yield [tuple(row[:width]) for row in found]
            if len(found) < SLICE:
                return
            last = tuple(found[-1][width:])

    def _behind(self, last: Row | None) -> Select[*tuple[Any, ...]]:
        asked = self.question.add_columns(*self.order).order_by(*self.order).limit(SLICE)
        return asked if last is None else asked.where(self._order > tuple_(*last))

    @property
    def _order(self) -> ColumnElement[Any]:
        return tuple_(*self.order)
