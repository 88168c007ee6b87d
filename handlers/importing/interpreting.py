"""Put contracts together from the rows of a sheet: pure, a row is right or has its reasons."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import Enum
from typing import Any

from domain.contact import is_same_email, is_same_phone
from domain.contract import Clause
from domain.contract_sheet import Column, Slip
from domain.frozen import frozen
from domain.registry_number import known_as
from handlers.importing.agreement import Agreement
from handlers.importing.headings import cell_at
from handlers.importing.identity import Identities
from handlers.importing.listed import REACHED_AT, Asking, Company, ListedContact, ListedContract, Listing, Mistake
from handlers.importing.reader import read
from handlers.importing.sheet import Row

OF_REQUIREMENT = (Column.PLACES, Column.SLOT_KIND, Column.DUE_ON)
OF_ROW = (*OF_REQUIREMENT, Column.CLAUSE)
"""Each row says these for itself; the other columns are the contract's, and a further row may leave them blank."""

NEEDED = (Column.SUPPLIER, Column.REGISTRY_NUMBER)
"""By these a contract is known; what else is missing may be known already."""

MAY_DIFFER = (Column.SUPPLIER, Column.TRADE, Column.AREA)
"""A supplier may have contracts in several trades and areas, and its name several spellings; the first is its own."""

Values = Mapping[Column, Any]


@dataclass
class _Contract:
    """A contract in the making."""

    row: int
    values: dict[Column, Any] = field(default_factory=dict)
    clauses: set[Clause] = field(default_factory=set)
    asked: list[Asking] = field(default_factory=list)
    mistakes: list[Mistake] = field(default_factory=list)


@frozen
class _ReadRow:
    """What a row says, and what is wrong in it."""

    number: int
    values: Values
    mistakes: tuple[Mistake, ...]


def listing_of(rows: Iterable[Row], places: Mapping[Column, int]) -> Listing:
    """The contracts that the rows below the headings list: one for each number and each supplier under it."""
    read_rows = _numbered_alike([_read(row, places) for row in rows])
    identities = Identities(each.values for each in read_rows)
    making: dict[tuple[str, str], _Contract] = {}
    last: dict[str, tuple[str, str]] = {}
    for each in read_rows:
        # A row without a number belongs to no other; one without a supplier to the one above under its number.
        number = each.values.get(Column.REGISTRY_NUMBER) or f"\0{each.number}"
        key = _key(number, each, identities, last.get(number))
        last[number] = key
        contract = making.setdefault(key, _Contract(each.number))
        contract.mistakes += each.mistakes
        _add(contract, each.number, each.values)
    return _finished(list(making.values()), identities)


def _numbered_alike(rows: Sequence[_ReadRow]) -> list[_ReadRow]:
    """The rows with each registry number as it is written first: capitals and spaces make no other."""
    spellings: dict[str, str] = {}
    alike = []
    for row in rows:
        number = row.values.get(Column.REGISTRY_NUMBER)
        spelt = spellings.setdefault(known_as(number), number) if number else None
        alike.append(row if spelt == number else replace(row, values={**row.values, Column.REGISTRY_NUMBER: spelt}))
    return alike


def _key(number: str, row: _ReadRow, identities: Identities, above: tuple[str, str] | None) -> tuple[str, str]:
    """Which contract a row is about: the number's with its supplier, or the one above where it names nobody."""
    if any(each.column is Column.SUPPLIER for each in row.mistakes):
        return number, f"\0{row.number}"
    says_whose = Column.SUPPLIER in row.values or Column.ORGANISATION_NUMBER in row.values
    return (number, identities.of(row.values)) if says_whose or above is None else above


def _read(row: Row, places: Mapping[Column, int]) -> _ReadRow:
    readings = {column: read(column, cell_at(row, place)) for column, place in places.items()}
    mistakes = [
        Mistake(row.number, column, readings[column]) for column in Column if isinstance(readings.get(column), Slip)
    ]
    values = {column: value for column, value in readings.items() if value is not None and not isinstance(value, Slip)}
    if readings.get(Column.REGISTRY_NUMBER) is None:
        mistakes.append(Mistake(row.number, Column.REGISTRY_NUMBER, Slip.MISSING))
    return _ReadRow(row.number, values, tuple(mistakes))


def _add(contract: _Contract, row: int, values: Values) -> None:
    for column, value in values.items():
        if column in OF_ROW:
            continue
        above = contract.values.setdefault(column, value)
        if column not in MAY_DIFFER and not _is_same(column, above, value):
            contract.mistakes.append(Mistake(row, column, Slip.NOT_AS_ABOVE, _shown(column, above)))
    _add_requirement(contract, row, values)


def _add_requirement(contract: _Contract, row: int, values: Values) -> None:
    clause, said = values.get(Column.CLAUSE), [column for column in OF_REQUIREMENT if column in values]
    asking = Asking(row, values.get(Column.SLOT_KIND), values.get(Column.DUE_ON), values.get(Column.PLACES))
    wrong = {each.column for each in contract.mistakes if each.row == row}
    if clause is not None:
        contract.clauses.add(clause)
    if clause is Clause.DIALOGUE and said and not asking.takes_away:
        contract.mistakes.append(Mistake(row, said[0], Slip.NUMBERS_WITHOUT_REQUIREMENT))
    elif said or (clause is Clause.EMPLOYMENT and not wrong.intersection(OF_REQUIREMENT)):
        _ask(contract, asking)


def _ask(contract: _Contract, asking: Asking) -> None:
    """Note what a row asks for. One row a product says the same again; another number for the same is a mistake."""
    same = next((each for each in contract.asked if (each.kind, each.due_on) == (asking.kind, asking.due_on)), None)
    if same is None:
        contract.asked.append(asking)
    elif same.places != asking.places:
        contract.mistakes.append(Mistake(asking.row, Column.DUE_ON, Slip.TWICE))


def _finished(making: Sequence[_Contract], identities: Identities) -> Listing:
    for contract in making:
        contract.mistakes += _missing(contract)
    agreement = Agreement(identities)
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
    needed = [*NEEDED]
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
    if Column.SECOND_CONTACT in values and values.get(Column.CONTACT) == values[Column.SECOND_CONTACT]:
        untrue.append(Mistake(contract.row, Column.SECOND_CONTACT, Slip.SAME_NAME_TWICE))
    return untrue


def _listed(contract: _Contract, values: Values) -> ListedContract:
    return ListedContract(
        row=contract.row,
        company=Company(
            values[Column.SUPPLIER],
            values.get(Column.ORGANISATION_NUMBER),
            values.get(Column.TRADE),
            values.get(Column.AREA),
        ),
        registry_number=values[Column.REGISTRY_NUMBER],
        title=values.get(Column.TITLE),
        starts_on=values.get(Column.STARTS_ON),
        ends_on=values.get(Column.ENDS_ON),
        # One row with an employment requirement gives it to the whole contract.
        clause=max(contract.clauses, key=list(Clause).index, default=None),
        value=values.get(Column.VALUE),
        cadence=values.get(Column.CADENCE),
        counting=values.get(Column.COUNTING),
        counts_from=values.get(Column.COUNTS_FROM),
        asked=_asked(contract),
        contacts=tuple(
            ListedContact(values[name], values.get(email), values.get(phone), is_second=name is Column.SECOND_CONTACT)
            for name, (email, phone) in _REACHED_BY.items()
            if name in values
        ),
    )


def _is_same(column: Column, one: Any, other: Any) -> bool:
    """Whether two cells say the same, however a phone or an e-mail is written."""
    by_meaning = {email: is_same_email for email, _ in REACHED_AT.values()}
    by_meaning |= {phone: is_same_phone for _, phone in REACHED_AT.values()}
    return by_meaning[column](one, other) if column in by_meaning else bool(one == other)


def _asked(contract: _Contract) -> tuple[Asking, ...]:
    """What the rows ask for. A row that says no more than that there is a requirement means those of the others."""
    told = tuple(each for each in contract.asked if len(each.missing) < len(OF_REQUIREMENT))
    return told or tuple(contract.asked)


def _shown(column: Column, value: Any) -> str:
    """What stands above, as far as it may be told: a sole trader's organisation number is a personal number."""
    is_told = column is not Column.ORGANISATION_NUMBER and not isinstance(value, Enum)
    return str(value) if is_told else ""


def _place(mistake: Mistake) -> tuple[int, int]:
    return mistake.row, list(Column).index(mistake.column)


_REACHED_BY = {
    Column.CONTACT: (Column.EMAIL, Column.PHONE),
    Column.SECOND_CONTACT: (Column.SECOND_CONTACT_EMAIL, Column.SECOND_CONTACT_PHONE),
}
