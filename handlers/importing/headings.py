"""Which column of a sheet tells what: by its heading, under its usual names in Swedish or English, in any order."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from difflib import get_close_matches
from functools import cache

from domain.contract_sheet import REQUIRED, Column
from domain.frozen import frozen
from domain.language import Language
from domain.typed_text import unmarked
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

_BEHIND_A_COUNT = re.compile(r"^\d+[.)]\s*")
_IN_BRACKETS = re.compile(r"[(\[][^)\]]*[)\]]")
_BETWEEN_NAMES = re.compile(r"\s*[/|]\s*")
_ANOTHERS = re.compile(
    r"(?i)option|förl|max|inkl|möjl|senast|prel|kommun|stad|beställ|intern|egen|vår|exten|prolong|\bour\b"
)
"""In brackets behind a name these make another thing of it: "Slut (med option)", "Telefon (kommunen)"."""

_OTHER_UNIT = re.compile(r"\b(?:tkr|mkr|mnkr|tsek|msek|ksek|tusen|milj\w*|euro?|€|%)", re.IGNORECASE)
"""Amounts in anything but kronor would be read a thousand times wrong, so their column is not one of ours."""

TELL_OF_PLACES = {Column.SLOT_KIND, Column.CLAUSE}
OF_PLACES = (Column.PLACES, Column.DUE_ON)
TO_SECOND = {Column.EMAIL: Column.SECOND_CONTACT_EMAIL, Column.PHONE: Column.SECOND_CONTACT_PHONE}

Guess = tuple[str, Column]
"""A heading, and the column that it may well mean."""


@frozen
class Headings:
    """What a row of headings says.

    Attributes:
        places: Where each column stands, from 0.
        missing: Required columns that are not there.
        doubled: Columns that are there more than once.
        unused: Headings that say nothing to the bot.
        texts: What stands at each place.
        number: The row's.
        tab: The name of the tab on which they stand; a text has none.
    """

    places: Mapping[Column, int]
    missing: tuple[Column, ...]
    doubled: tuple[Column, ...]
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
    def guesses(self) -> tuple[Guess, ...]:
        """Which of the unused headings may be a column that is missing."""
        found = ((text, _guess(text, self.missing)) for text in self.unused)
        return tuple((text, column) for text, column in found if column is not None)


def headings_of(row: Row, tab: str = "") -> Headings:
    """Find the columns in a row."""
    texts = {at: " ".join(cell.split()) for at, cell in enumerate(row.cells) if isinstance(cell, str) and cell}
    places, doubled = _places(texts)
    return Headings(
        places=places,
        missing=tuple(column for column in REQUIRED if column not in places),
        doubled=doubled,
        unused=tuple(text[:LONGEST_SHOWN] for at, text in texts.items() if at not in set(places.values())),
        texts=texts,
        number=row.number,
        tab=tab,
    )


def is_heading(text: str) -> bool:
    """Whether a column is called so."""
    return _meant(text) is not None


def belongs_to_others(text: str) -> bool:
    """Whether it speaks of what is not the supplier's or not surely so: the city's own contact, an option."""
    return _ANOTHERS.search(text) is not None


def plain(text: str) -> str:
    """A text by which two writings of the same are known: no capitals, no spaces, no signs."""
    return "".join(filter(str.isalnum, text.casefold()))


def cell_at(row: Row, place: int | None) -> Cell:
    """What stands there; nothing where the row is shorter."""
    return row.cells[place] if place is not None and place < len(row.cells) else ""


def _places(texts: Mapping[int, str]) -> tuple[dict[Column, int], tuple[Column, ...]]:
    """Where each column stands, by the best of its names that is there, and which has that name more than once."""
    named: dict[Column, list[tuple[int, int]]] = defaultdict(list)
    for at, text in texts.items():
        if (meant := _meant(text)) is not None:
            named[meant[0]].append((meant[1], at))
    _share_with_second(named)
    doubled = tuple(column for column, found in named.items() if [rank for rank, _ in found].count(min(found)[0]) > 1)
    places = {column: min(found)[1] for column, found in named.items()}
    if not places.keys() & TELL_OF_PLACES:
        # "Antal" in a list that tells of no places is of something else, such as tins of paint.
        places = {column: at for column, at in places.items() if column not in OF_PLACES or min(named[column])[0]}
    return places, doubled


def _share_with_second(named: dict[Column, list[tuple[int, int]]]) -> None:
    """A second "Telefon", right of the second contact's name, is theirs."""
    begins = min((at for _, at in named.get(Column.SECOND_CONTACT, ())), default=None)
    for column, of_second in TO_SECOND.items():
        behind = [each for each in named.get(column, ()) if begins is not None and each[1] > begins]
        if len(behind) == 1 and len(named[column]) > 1 and of_second not in named:
            named[of_second] = behind
            named[column].remove(behind[0])


def _meant(text: str) -> tuple[Column, int] | None:
    """The column that a heading means, and by which of its names."""
    if _OTHER_UNIT.search(text):
        return None
    for behind, name in enumerate(map(plain, _writings(text))):
        if name in _names():
            column, rank = _names()[name]
            return column, rank + behind * BEHIND_ALL
    return None


def _writings(text: str) -> Iterator[str]:
    """A heading as it stands, and without what people write before and behind it."""
    uncounted = _BEHIND_A_COUNT.sub("", text)
    yield from (text, _extra().sub(" ", uncounted))
    if _ANOTHERS.search(text) is None:
        yield _IN_BRACKETS.sub(" ", uncounted)
        yield from _BETWEEN_NAMES.split(uncounted)


def _guess(text: str, missing: Sequence[Column]) -> Column | None:
    """The missing column that a heading is most like."""
    names = {name: column for name, (column, _) in _names().items() if column in missing}
    written = plain(text)
    within = (column for name, column in names.items() if len(name) >= SHORTEST_WITHIN and name in written)
    alike = get_close_matches(written, names, n=1, cutoff=ALIKE)
    return next(within, names[alike[0]] if alike else None)


@cache
def _extra() -> re.Pattern[str]:
    """What says only how a column is to be filled in."""
    words = [word for language in Language for word in wordings(language)["column_extra.words"].split(", ")]
    longest_first = sorted(words, key=len, reverse=True)
    return re.compile("|".join(rf"\b{re.escape(word)}\b" for word in longest_first), re.IGNORECASE)


@cache
def _names() -> Mapping[str, tuple[Column, int]]:
    """Every name of every column, with its rank, also without rings and dots; a column's own name is no other's."""
    own, also = dict[str, tuple[Column, int]](), dict[str, tuple[Column, int]]()
    for words in map(wordings, Language):
        for column in Column:
            own[plain(words[f"column.{column}"])] = column, OWN_NAME
            others = words.get(f"column_also.{column}", "").split(", ")
            for rank, name in enumerate(filter(None, map(plain, others)), start=OWN_NAME + 1):
                also.setdefault(name, (column, rank))
    named = also | own
    return {unmarked(name): meant for name, meant in named.items()} | named
