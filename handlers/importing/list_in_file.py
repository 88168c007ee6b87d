"""The list in a file: on which tab it stands, under which headings, and which rows below belong to it."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import timedelta
from typing import Generic

from domain.contract_sheet import MOST_ROWS_ABOVE, NoteKind, Refusal
from domain.frozen import frozen
from domain.pattern import Pattern
from handlers.importing.heading_groups import under_groups
from handlers.importing.headings import LONGEST_SHOWN, Headings, headings_of
from handlers.importing.list_sort import AnyColumn, ListSort
from handlers.importing.passed_over import why_none
from handlers.importing.sheet import Row, Tab
from handlers.importing.slashed_days import read_alike
from messages.importing.importing import Note

FROM_1900_TO_1904 = timedelta(days=1462).days
"""What a workbook that counts its days from 1904 counts less."""

MOST_RANGES = 8
"""Of rows that are named together."""

_YEAR = Pattern(r"(?<!\d)20\d\d(?!\d)")
_PUT_AWAY = Pattern(
    r"(?i)arkiv|gaml|gammal|tidigare|avslut|utgå|histori|kopia|exempel|mall\b|old|archive|example|expired"
)


@frozen
class FoundList(Generic[AnyColumn]):
    """What is to be read.

    Attributes:
        rows: Below the headings, without those that tell of nothing.
    """

    headings: Headings[AnyColumn]
    rows: Sequence[Row]
    notes: tuple[Note, ...]


@frozen
class _Candidate(Generic[AnyColumn]):
    """A tab, its likeliest headings, and the rows below them."""

    tab: Tab
    headings: Headings[AnyColumn]
    rows: tuple[Row, ...]


def list_in(tabs: Sequence[Tab], sort: ListSort[AnyColumn]) -> FoundList[AnyColumn] | Headings[AnyColumn] | Refusal:
    """The list, or only the headings where some are missing or doubled, or why there is nothing to read."""
    candidates = [_candidate(tab, sort) for tab in tabs if tab.rows]
    complete = [each for each in candidates if each.headings.are_complete]
    if complete:
        best = _best(complete)
        return _read(best, complete, tabs) if best.rows else Refusal.EMPTY
    refusals = [tab.refusal for tab in tabs if tab.refusal is not None]
    likeliest = max(candidates, key=lambda each: len(each.headings.places), default=None)
    if likeliest is None or (refusals and not likeliest.headings.places):
        return refusals[0] if refusals else Refusal.EMPTY
    return likeliest.headings


def _candidate(tab: Tab, sort: ListSort[AnyColumn]) -> _Candidate[AnyColumn]:
    """The headings are the first of the rows in which the most columns are named; none, the first of several texts.

    Where two rows together name more than either, they stand in both.
    """
    above = tab.rows[:MOST_ROWS_ABOVE]
    found = [headings_of(sort, row, tab.name) for row in above]
    at = max(range(len(found)), key=lambda at: (len(found[at].places), len(found[at].texts), -at))
    headings = found[at]
    for last in range(1, len(above)):
        both = headings_of(sort, under_groups(sort, above[last - 1], above[last]), tab.name)
        if len(both.places) > len(headings.places):
            at, headings = last, both
    return _Candidate(tab, headings, tab.rows[at + 1 :])


def _best(complete: Sequence[_Candidate[AnyColumn]]) -> _Candidate[AnyColumn]:
    """Which of several lists: one that is seen, isn't put away, is of the latest year where all say one, is longest."""
    years = [max(map(int, _YEAR.findall(each.tab.name)), default=0) for each in complete]
    say_years = all(years)

    def rank(place: int) -> tuple[object, ...]:
        each = complete[place]
        is_put_away = _PUT_AWAY.search(each.tab.name) is not None
        year = years[place] if say_years else 0
        return bool(each.rows), not each.tab.is_hidden, not is_put_away, year, len(each.rows), -place

    return complete[max(range(len(complete)), key=rank)]


def _read(
    best: _Candidate[AnyColumn], complete: Sequence[_Candidate[AnyColumn]], tabs: Sequence[Tab]
) -> FoundList[AnyColumn] | Refusal:
    passed_over: dict[NoteKind, list[int]] = defaultdict(list)
    rows = []
    for row in best.rows:
        kind = why_none(row, best.headings)
        if kind is None:
            rows.append(_in_1900(row, best) if best.tab.counts_from_1904 else row)
        else:
            passed_over[kind].append(row.number)
    if len(rows) > best.headings.sort.most_rows:
        return Refusal.TOO_MANY_ROWS
    sort = best.headings.sort
    rows = read_alike(rows, {place for column in sort.days if (place := best.headings.places.get(column)) is not None})
    skipped = [Note(kind, _ranges(passed_over[kind])) for kind in NoteKind if passed_over[kind]]
    notes = (*_of_tabs(best, complete, tabs), *skipped, *_of_hidden(best, rows))
    return FoundList(best.headings, rows, notes) if rows else Refusal.EMPTY


def _in_1900(row: Row, best: _Candidate[AnyColumn]) -> Row:
    """The row with its days as numbers of other workbooks."""
    places = {best.headings.places.get(column) for column in best.headings.sort.days}
    return replace(
        row,
        cells=tuple(
            cell + FROM_1900_TO_1904 if at in places and isinstance(cell, float) else cell
            for at, cell in enumerate(row.cells)
        ),
    )


def _of_tabs(best: _Candidate[AnyColumn], complete: Sequence[_Candidate[AnyColumn]], tabs: Sequence[Tab]) -> list[Note]:
    others = [tab.name for tab in tabs if tab is not best.tab and (tab.rows or tab.refusal)]
    lists = [each.tab.name for each in complete if each is not best and each.rows]
    rest = [name for name in others if name not in lists]
    notes = [Note(NoteKind.TAB_READ, best.tab.name)] if others else []
    notes += [Note(NoteKind.TAB_HIDDEN, best.tab.name)] if best.tab.is_hidden else []
    notes += [Note(NoteKind.TABS_WITH_LISTS, _named(lists))] if lists else []
    notes += [Note(NoteKind.TABS_NOT_READ, _named(rest))] if rest else []
    return notes if best.tab.shows_its_slips else [*notes, Note(NoteKind.SLIPS_UNSEEN)]


def _of_hidden(best: _Candidate[AnyColumn], rows: Sequence[Row]) -> list[Note]:
    numbers = [row.number for row in rows if row.number in set(best.tab.hidden_rows)]
    columns = [best.headings.texts[at] for at in best.tab.hidden_columns if at in best.headings.places.values()]
    notes = [Note(NoteKind.ROWS_HIDDEN, _ranges(numbers))] if numbers else []
    return [*notes, Note(NoteKind.COLUMNS_HIDDEN, _named(columns))] if columns else notes


def _named(names: Iterable[str]) -> str:
    return ", ".join(name[:LONGEST_SHOWN] for name in names)


def _ranges(numbers: Sequence[int]) -> str:
    """Row numbers as people write them: 4, 12–15, 30."""
    ranges: list[list[int]] = []
    for number in numbers:
        if ranges and ranges[-1][-1] == number - 1:
            ranges[-1] = [ranges[-1][0], number]
        else:
            ranges.append([number])
    written = ["–".join(map(str, each)) for each in ranges[:MOST_RANGES]]
    return ", ".join(written if len(ranges) <= MOST_RANGES else [*written, "…"])
