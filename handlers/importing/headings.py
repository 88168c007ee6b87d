"""Which column of a sheet tells what: by its heading, in Swedish or English, in any order."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from domain.contract_sheet import REQUIRED, Column
from domain.language import Language
from handlers.importing.sheet import Cell, Row
from messages.label import wordings

LONGEST_SHOWN = 30


@dataclass(frozen=True)
class Headings:
    """What the sheet's first row says.

    Attributes:
        places: Where each column stands, from 0.
        missing: Required columns that are not there.
        doubled: Columns that are there more than once.
        unused: Headings that say nothing to the bot.
    """

    places: Mapping[Column, int]
    missing: tuple[Column, ...]
    doubled: tuple[Column, ...]
    unused: tuple[str, ...]


def headings_of(first: Row) -> Headings:
    """Find the columns in the sheet's first row."""
    named = [(place, str(cell)) for place, cell in enumerate(first.cells) if isinstance(cell, str) and cell]
    found = [(column, place) for place, text in named if (column := _columns().get(plain(text))) is not None]
    counts = Counter(column for column, _ in found)
    return Headings(
        places=dict(reversed(found)),
        missing=tuple(column for column in REQUIRED if column not in counts),
        doubled=tuple(column for column, count in counts.items() if count > 1),
        unused=tuple(text[:LONGEST_SHOWN] for _, text in named if plain(text) not in _columns()),
    )


def plain(text: str) -> str:
    """A text by which two writings of the same are known: no capitals, no spaces, no signs."""
    return "".join(filter(str.isalnum, text.casefold()))


def cell_at(row: Row, place: int | None) -> Cell:
    """What stands there; nothing where the row is shorter."""
    return row.cells[place] if place is not None and place < len(row.cells) else ""


@cache
def _columns() -> dict[str, Column]:
    return {plain(wordings(language)[f"column.{column}"]): column for language in Language for column in Column}
