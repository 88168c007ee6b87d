"""Read the rows of a plan: pure, a row is right or has its reasons."""

from collections.abc import Mapping
from typing import Any

from domain.contract_sheet import Slip
from domain.folded import folded
from domain.plan_sheet import SORTS_APART, PlanColumn
from domain.registry_number import known_as
from handlers.importing.headings import Headings, cell_at
from handlers.importing.list_in_file import FoundList
from handlers.importing.plan.listed import ListedProcurement, PlanListing, PlanMistake, SaidOfRequirements
from handlers.importing.plan.reader import read
from handlers.importing.sheet import Row

OF_REQUIREMENTS = (PlanColumn.REQUIREMENTS, *SORTS_APART)
"""These are told together."""


def titled(title: str) -> str:
    """A title by which two writings of it are known to be one: capitals, accents and spaces make no other."""
    return " ".join(folded(title).split())


def listing_of(found: FoundList[PlanColumn]) -> PlanListing:
    """The procurements that the rows list."""
    above, right, mistakes = _Above(), list[ListedProcurement](), list[PlanMistake]()
    for row in found.rows:
        one = _read(row, found.headings)
        wrong = one if isinstance(one, list) else above.mistakes_of(one)
        if isinstance(one, ListedProcurement) and not wrong:
            above.add(one)
            right.append(one)
        mistakes += wrong
    return PlanListing(tuple(right), tuple(mistakes), len(found.rows) - len(right))


class _Above:
    """The rows above one, by what they are known by."""

    def __init__(self) -> None:
        self._by_number: dict[str, int] = {}
        self._by_title: dict[str, int] = {}
        self._without_number: dict[str, int] = {}

    def add(self, one: ListedProcurement) -> None:
        """It stands above those that come."""
        self._by_title.setdefault(titled(one.title), one.row)
        if one.registry_number:
            self._by_number[known_as(one.registry_number)] = one.row
        else:
            self._without_number[titled(one.title)] = one.row

    def mistakes_of(self, one: ListedProcurement) -> list[PlanMistake]:
        """That a row above is about the same: by its number, or by its title where one of the two has no number."""
        column, rows = PlanColumn.TITLE, self._without_number if one.registry_number else self._by_title
        row = rows.get(titled(one.title))
        if one.registry_number and known_as(one.registry_number) in self._by_number:
            column, row = PlanColumn.REGISTRY_NUMBER, self._by_number[known_as(one.registry_number)]
        return [] if row is None else [PlanMistake(one.row, column, Slip.SAME_AS_ABOVE, str(row))]


def _read(row: Row, headings: Headings[PlanColumn]) -> ListedProcurement | list[PlanMistake]:
    readings = {
        column: read(column, cell_at(row, place), headings.texts[place]) for column, place in headings.places.items()
    }
    mistakes = [
        PlanMistake(row.number, column, reading)
        for column in PlanColumn
        if isinstance(reading := readings.get(column), Slip)
    ]
    if readings.get(PlanColumn.TITLE) is None:
        mistakes.insert(0, PlanMistake(row.number, PlanColumn.TITLE, Slip.MISSING))
    return mistakes or _listed(row.number, readings)


def _listed(number: int, readings: Mapping[PlanColumn, Any]) -> ListedProcurement:
    told = {column.value: value for column, value in readings.items() if column not in OF_REQUIREMENTS}
    return ListedProcurement(row=number, requirements=_requirements(readings), **told)


def _requirements(readings: Mapping[PlanColumn, Any]) -> SaidOfRequirements:
    apart = {sort: readings[column] for column, sort in SORTS_APART.items() if column in readings}
    return SaidOfRequirements(
        readings.get(PlanColumn.REQUIREMENTS),
        with_yes=tuple(sort for sort, is_set in apart.items() if is_set),
        with_no=tuple(sort for sort, is_set in apart.items() if is_set is False),
        is_no_to_all=bool(apart) and all(is_set is False for is_set in apart.values()),
    )
