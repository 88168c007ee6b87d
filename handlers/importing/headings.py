"""Which column of a sheet tells what: by its heading, under its usual names in Swedish or English, in any order."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from difflib import get_close_matches
from functools import cache
from typing import Any, Generic

from domain.frozen import frozen
from domain.language import Language
from domain.pattern import Pattern
from domain.typed_text import unmarked
from handlers.importing.list_sort import AnyColumn, ListSort, Named
from handlers.importing.sheet import Cell, Row
from messages.label import wordings

LONGEST_SHOWN = 30
ALIKE = 0.6
"""How much of a heading and of a column's name must be the same for a guess."""

SHORTEST_WITHIN = 5
"""Letters; a shorter name stands within too many words."""

BEHIND_ALL = 1_000
OWN_NAME = 0
"""The rank of the name that the template has; behind it come the others, in their order, then those that say more."""

_BEHIND_A_COUNT = Pattern(r"^\d+[.)]\s*")
_IN_BRACKETS = Pattern(r"[(\[][^)\]]*[)\]]")
_BETWEEN_NAMES = Pattern(r"\s*[/|]\s*")

Guess = tuple[str, AnyColumn]
"""A heading, and the column that it may well mean."""


@frozen
class Headings(Generic[AnyColumn]):
    """What a row of headings says.

    Attributes:
        sort: Of which sort of list they are read as.
        places: Where each column stands, from 0.
        missing: Required columns that are not there.
        doubled: Columns that are there more than once.
        unused: Headings that say nothing to the bot.
        texts: What stands at each place.
        number: The row's.
        tab: The name of the tab on which they stand; a text has none.
    """

    sort: ListSort[AnyColumn]
    places: Mapping[AnyColumn, int]
    missing: tuple[AnyColumn, ...]
    doubled: tuple[AnyColumn, ...]
    unused: tuple[str, ...]
    texts: Mapping[int, str]
    number: int
    tab: str = ""

    @property
    def are_complete(self) -> bool:
        """Whether the rows below can be read."""
        return not self.missing and not self.doubled

    @property
    def seen(self) -> tuple[str, ...]:
        """The headings as they are written, from left to right."""
        return tuple(text[:LONGEST_SHOWN] for text in self.texts.values())

    @property
    def guesses(self) -> tuple[Guess[AnyColumn], ...]:
        """Which of the unused headings may be a column that is missing."""
        found = ((text, _guess(self.sort, text, self.missing)) for text in self.unused)
        return tuple((text, column) for text, column in found if column is not None)


def headings_of(sort: ListSort[AnyColumn], row: Row, tab: str = "") -> Headings[AnyColumn]:
    """Find the columns of that sort of list in a row."""
    texts = {at: " ".join(cell.split()) for at, cell in enumerate(row.cells) if isinstance(cell, str) and cell}
    places, doubled = _places(sort, texts)
    return Headings(
        sort=sort,
        places=places,
        missing=tuple(column for column in sort.needed if column not in places),
        doubled=doubled,
        unused=tuple(text[:LONGEST_SHOWN] for at, text in texts.items() if at not in set(places.values())),
        texts=texts,
        number=row.number,
        tab=tab,
    )


def is_heading(sort: ListSort[Any], text: str) -> bool:
    """Whether a column is called so."""
    return _meant(sort, text) is not None


def belongs_to_others(sort: ListSort[Any], text: str) -> bool:
    """Whether it speaks of what is not the supplier's or not surely so: the city's own contact, an option."""
    return sort.another.search(text) is not None


def plain(text: str) -> str:
    """A text by which two writings of the same are known: no capitals, no spaces, no signs."""
    return "".join(filter(str.isalnum, text.casefold()))


def cell_at(row: Row, place: int | None) -> Cell:
    """What stands there; nothing where the row is shorter."""
    return row.cells[place] if place is not None and place < len(row.cells) else ""


def _places(sort: ListSort[AnyColumn], texts: Mapping[int, str]) -> tuple[dict[AnyColumn, int], tuple[AnyColumn, ...]]:
    """Where each column stands, by the best of its names that is there, and which has that name more than once."""
    named: Named[AnyColumn] = defaultdict(list)
    for at, text in texts.items():
        if (meant := _meant(sort, text)) is not None:
            named[meant[0]].append((meant[1], at))
    sort.settled(named)
    doubled = tuple(column for column, found in named.items() if [rank for rank, _ in found].count(min(found)[0]) > 1)
    return {column: min(found)[1] for column, found in named.items()}, doubled


def _meant(sort: ListSort[AnyColumn], text: str) -> tuple[AnyColumn, int] | None:
    """The column that a heading means, and by which of its names."""
    if sort.other_unit.search(text):
        return None
    for behind, name in enumerate(map(plain, _writings(sort, text))):
        if name in _names(sort):
            column, rank = _names(sort)[name]
            return column, rank + behind * BEHIND_ALL
    return None


def _writings(sort: ListSort[Any], text: str) -> Iterator[str]:
    """A heading as it stands, and without what people write before and behind it."""
    uncounted = _BEHIND_A_COUNT.sub("", text)
    yield from (text, _extra(sort).sub(" ", uncounted))
    if sort.another.search(text) is None:
        yield _IN_BRACKETS.sub(" ", uncounted)
        yield from _BETWEEN_NAMES.split(uncounted)


def _guess(sort: ListSort[AnyColumn], text: str, missing: Sequence[AnyColumn]) -> AnyColumn | None:
    """The missing column that a heading is most like."""
    names = {name: column for name, (column, _) in _names(sort).items() if column in missing}
    written = plain(text)
    within = (column for name, column in names.items() if len(name) >= SHORTEST_WITHIN and name in written)
    alike = get_close_matches(written, names, n=1, cutoff=ALIKE)
    return next(within, names[alike[0]] if alike else None)


def _extra(sort: ListSort[Any]) -> re.Pattern[str]:
    """What says only how a column is to be filled in."""
    return _any_of(sort.extra)


@cache
def _any_of(besides: str) -> re.Pattern[str]:
    words = [word for language in Language for word in wordings(language)["column_extra.words"].split(", ")]
    longest_first = sorted([*words, *filter(None, besides.split(", "))], key=len, reverse=True)
    return re.compile("|".join(rf"\b{re.escape(word)}\b" for word in longest_first), re.IGNORECASE)


def _names(sort: ListSort[AnyColumn]) -> Mapping[str, tuple[AnyColumn, int]]:
    """Every name of every column, with its rank, also without rings and dots; a column's own name is no other's."""
    if sort.words not in _NAMES:
        _NAMES[sort.words] = _named(sort)
    return _NAMES[sort.words]


def _named(sort: ListSort[AnyColumn]) -> Mapping[str, tuple[AnyColumn, int]]:
    own, also = dict[str, tuple[AnyColumn, int]](), dict[str, tuple[AnyColumn, int]]()
    for words in map(wordings, Language):
        for column in sort.columns:
            own[plain(words[f"{sort.words}.{column}"])] = column, OWN_NAME
            others = words.get(f"{sort.words}_also.{column}", "").split(", ")
            for rank, name in enumerate(filter(None, map(plain, others)), start=OWN_NAME + 1):
                also.setdefault(name, (column, rank))
    named = also | own
    return {unmarked(name): meant for name, meant in named.items()} | named


_NAMES: dict[str, Mapping[str, tuple[Any, int]]] = {}
"""The names of each sort's columns, gathered once."""
