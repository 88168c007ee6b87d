"""What a contract says in the end: what the sheet tells of it, and what it leaves blank as it is known already."""

from dataclasses import fields
from datetime import date
from typing import Self

from domain.contract import Cadence, Clause, Counting, CountsFrom
from domain.contract_sheet import Column, End, Slip
from domain.frozen import frozen
from handlers.importing.listed import ListedContract, Mistake
from storage.contracts.contract import Contract


@frozen
class Terms:
    """A contract's own columns, all of them."""

    title: str
    starts_on: date
    ends_on: date | None
    clause: Clause
    value: int | None
    cadence: Cadence | None
    counting: Counting | None
    counts_from: CountsFrom | None

    @classmethod
    def of(cls, contract: Contract) -> Self:
        """As the city has them."""
        return cls(*(getattr(contract, name) for name in NAMES))

    def write_to(self, contract: Contract) -> None:
        """Let the city have them."""
        for name in NAMES:
            setattr(contract, name, getattr(self, name))


NAMES = tuple(each.name for each in fields(Terms))
"""The columns, in their order."""


def terms_of(
    listed: ListedContract, known: Terms | None, clause: Clause, procurement: str | None
) -> Terms | tuple[Mistake, ...]:
    """What the contract says in the end; what is missing to say that, or can't be true.

    A new one that says no title is called as its procurement, where another supplier's row or the city says that.
    """
    title = listed.title or (known.title if known else procurement)
    starts_on = listed.starts_on or (known.starts_on if known else None)
    if title is None or starts_on is None:
        said = {Column.TITLE: title, Column.STARTS_ON: starts_on}
        return tuple(Mistake(listed.row, column, Slip.MISSING) for column, value in said.items() if value is None)
    ends_on = _end(listed, known)
    if ends_on is not None and ends_on < starts_on:
        return (Mistake(listed.row, Column.ENDS_ON, Slip.END_BEFORE_START),)
    return Terms(
        title,
        starts_on,
        ends_on,
        clause,
        listed.value if listed.value is not None else (known.value if known else None),
        listed.cadence or (known.cadence if known else None),
        listed.counting or (known.counting if known else None),
        listed.counts_from or (known.counts_from if known else None),
    )


def _end(listed: ListedContract, known: Terms | None) -> date | None:
    """An end is taken away by saying that there is none; a blank cell says nothing."""
    if listed.ends_on is None:
        return known.ends_on if known else None
    return None if listed.ends_on is End.OPEN else listed.ends_on
