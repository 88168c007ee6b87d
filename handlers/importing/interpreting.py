"""Put contracts together from the rows of a sheet: pure, a row is right or has its reasons."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from domain.contract import Clause
from domain.contract_sheet import REQUIRED, Column, Slip
from handlers.importing.agreement import Agreement
from handlers.importing.headings import cell_at
from handlers.importing.listed import Company, ListedContact, ListedContract, Listing, Mistake, Requirement
from handlers.importing.reader import read
from handlers.importing.sheet import Row

OF_REQUIREMENT = (Column.PLACES, Column.SLOT_KIND, Column.DUE_ON)
NO_PLACES = 0
"""It is said that nothing is asked for, which a blank cell does not say."""

OF_ROW = (*OF_REQUIREMENT, Column.CLAUSE)
"""Each row says these for itself; the other columns are the contract's, and a further row may leave them blank."""

MAY_DIFFER = (Column.TRADE, Column.AREA)
"""A supplier may have contracts in several trades and areas; the first that is named is the supplier's own."""


@dataclass
class _Contract:
    """A contract in the making."""

    row: int
    values: dict[Column, Any] = field(default_factory=dict)
    requirements: dict[tuple[Any, Any], Requirement] = field(default_factory=dict)
    mistakes: list[Mistake] = field(default_factory=list)


def listing_of(rows: Iterable[Row], places: Mapping[Column, int]) -> Listing:
    """The contracts that the rows below the headings list."""
    making: dict[str, _Contract] = {}
    for row in rows:
        values, mistakes = _read(row, places)
        number = values.get(Column.REGISTRY_NUMBER)
        if number is None and not any(each.column is Column.REGISTRY_NUMBER for each in mistakes):
            mistakes.append(Mistake(row.number, Column.REGISTRY_NUMBER, Slip.MISSING))
        # A row without a number belongs to no other.
        contract = making.setdefault(number or f"\0{row.number}", _Contract(row.number))
        contract.mistakes += mistakes
        _add(contract, row.number, values)
    return _finished(list(making.values()))


def _read(row: Row, places: Mapping[Column, int]) -> tuple[dict[Column, Any], list[Mistake]]:
    readings = {column: read(column, cell_at(row, place)) for column, place in places.items()}
    mistakes = [
        Mistake(row.number, column, readings[column]) for column in Column if isinstance(readings.get(column), Slip)
    ]
    values = {column: value for column, value in readings.items() if value is not None and not isinstance(value, Slip)}
    return values, mistakes


def _add(contract: _Contract, row: int, values: Mapping[Column, Any]) -> None:
    for column, value in values.items():
        if column in OF_ROW:
            continue
        if contract.values.setdefault(column, value) != value and column not in MAY_DIFFER:
            contract.mistakes.append(Mistake(row, column, Slip.NOT_AS_ABOVE))
    _add_requirement(contract, row, values)


def _add_requirement(contract: _Contract, row: int, values: Mapping[Column, Any]) -> None:
    clause, said = values.get(Column.CLAUSE), [column for column in OF_REQUIREMENT if column in values]
    wrong = {each.column for each in contract.mistakes if each.row == row}
    if clause is Clause.DIALOGUE and said:
        contract.mistakes.append(Mistake(row, said[0], Slip.NUMBERS_WITHOUT_REQUIREMENT))
    elif values.get(Column.PLACES) == NO_PLACES:
        return
    elif clause is Clause.EMPLOYMENT or said:
        missing = [column for column in OF_REQUIREMENT if column not in values and column not in wrong]
        contract.mistakes += [Mistake(row, column, Slip.MISSING) for column in missing]
        if len(said) == len(OF_REQUIREMENT):
            _require(contract, row, Requirement(values[Column.SLOT_KIND], values[Column.DUE_ON], values[Column.PLACES]))


def _require(contract: _Contract, row: int, requirement: Requirement) -> None:
    what = (requirement.kind, requirement.due_on)
    if what in contract.requirements:
        contract.mistakes.append(Mistake(row, Column.DUE_ON, Slip.TWICE))
    contract.requirements[what] = requirement
    starts_on, ends_on = contract.values.get(Column.STARTS_ON), _last_day(contract.values)
    if (starts_on and requirement.due_on < starts_on) or (ends_on and requirement.due_on > ends_on):
        contract.mistakes.append(Mistake(row, Column.DUE_ON, Slip.DUE_OUTSIDE))


def _finished(making: Sequence[_Contract]) -> Listing:
    for contract in making:
        contract.mistakes += _missing(contract)
    agreement = Agreement()
    contracts, mistakes = [], []
    for contract in making:
        listed = None if contract.mistakes else _listed(contract, contract.values)
        disagreed = agreement.mistakes_of(listed) if listed is not None else ()
        if listed is None or disagreed:
            mistakes += [*contract.mistakes, *disagreed]
        else:
            agreement.add(listed)
            contracts.append(listed)
    return Listing(
        tuple(map(agreement.completed, contracts)), tuple(sorted(mistakes, key=_place)), len(making) - len(contracts)
    )


def _missing(contract: _Contract) -> list[Mistake]:
    """What the contract's rows together should say and don't, and what in them can't be true."""
    wrong = {each.column for each in contract.mistakes}
    needed = [*REQUIRED]
    for name, (email, phone) in _REACHED_BY.items():
        needed += [name] if email in contract.values or phone in contract.values else []
    missing = [
        Mistake(contract.row, column, Slip.MISSING)
        for column in needed
        if column not in contract.values and column not in wrong
    ]
    return [*missing, *_untrue(contract)]


def _untrue(contract: _Contract) -> list[Mistake]:
    values, untrue = contract.values, []
    starts_on, ends_on = values.get(Column.STARTS_ON), _last_day(values)
    if starts_on and ends_on and ends_on < starts_on:
        untrue.append(Mistake(contract.row, Column.ENDS_ON, Slip.END_BEFORE_START))
    if Column.SECOND_CONTACT in values and values.get(Column.CONTACT) == values[Column.SECOND_CONTACT]:
        untrue.append(Mistake(contract.row, Column.SECOND_CONTACT, Slip.SAME_NAME_TWICE))
    return untrue


def _last_day(values: Mapping[Column, Any]) -> date | None:
    ends_on = values.get(Column.ENDS_ON)
    return ends_on if isinstance(ends_on, date) else None


def _listed(contract: _Contract, values: Mapping[Column, Any]) -> ListedContract:
    return ListedContract(
        row=contract.row,
        company=Company(
            values[Column.SUPPLIER],
            values.get(Column.ORGANISATION_NUMBER),
            values.get(Column.TRADE),
            values.get(Column.AREA),
        ),
        registry_number=values[Column.REGISTRY_NUMBER],
        title=values[Column.TITLE],
        starts_on=values[Column.STARTS_ON],
        ends_on=values.get(Column.ENDS_ON),
        # One row with numbers makes the whole contract ask for them.
        clause=Clause.EMPLOYMENT if contract.requirements else Clause.DIALOGUE,
        value=values.get(Column.VALUE),
        requirements=tuple(contract.requirements.values()),
        contacts=tuple(
            ListedContact(values[name], values.get(email), values.get(phone))
            for name, (email, phone) in _REACHED_BY.items()
            if name in values
        ),
    )


def _place(mistake: Mistake) -> tuple[int, int]:
    return mistake.row, list(Column).index(mistake.column)


_REACHED_BY = {
    Column.CONTACT: (Column.EMAIL, Column.PHONE),
    Column.SECOND_CONTACT: (Column.SECOND_CONTACT_EMAIL, Column.SECOND_CONTACT_PHONE),
}
