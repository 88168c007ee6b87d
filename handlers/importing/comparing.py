"""Compare what a sheet lists with what is here: new, changed, unchanged, wrong."""

from dataclasses import dataclass
from datetime import date

from domain.contract_sheet import Column, Slip
from handlers.importing.already_here import AlreadyHere
from handlers.importing.listed import ListedContract, Listing, Mistake
from handlers.importing.requirements import difference
from storage.contracts.contract import Contract
from storage.people.contact import SECOND_CONTACT
from storage.people.supplier import Supplier


@dataclass(frozen=True)
class Changed:
    """A contract that is here, and what the sheet says otherwise of it."""

    listed: ListedContract
    contract: Contract
    columns: tuple[Column, ...]

    @property
    def has_other_days(self) -> bool:
        """Whether what follows from its days has to be planned anew."""
        return Column.STARTS_ON in self.columns or Column.ENDS_ON in self.columns


@dataclass(frozen=True)
class Comparison:
    """What taking the sheet in would do.

    Attributes:
        new: Contracts that are not here.
        changed: Contracts that are here otherwise.
        unchanged: How many are here as they are listed.
        mistakes: What is wrong, in the order of the rows.
        wrong: How many contracts have a mistake.
    """

    new: tuple[ListedContract, ...]
    changed: tuple[Changed, ...]
    unchanged: int
    mistakes: tuple[Mistake, ...]
    wrong: int

    @property
    def is_of_use(self) -> bool:
        """Whether there is anything to take in."""
        return bool(self.new or self.changed)


def compared(listing: Listing, known: AlreadyHere, today: date) -> Comparison:
    """Put every listed contract where it belongs."""
    new, changed, unchanged, mistakes = [], [], 0, list(listing.mistakes)
    wrong = listing.wrong
    for listed in listing.contracts:
        contract, found = known.contracts.get(listed.registry_number), known.supplier(listed.company)
        mistake = _mistake(listed, contract, found)
        if mistake is not None:
            mistakes.append(mistake)
            wrong += 1
        elif contract is None or found is None:
            new.append(listed)
        elif columns := _changes(listed, contract, found, known, today):
            changed.append(Changed(listed, contract, columns))
        else:
            unchanged += 1
    in_order = sorted(mistakes, key=lambda each: each.row)
    return Comparison(tuple(new), tuple(changed), unchanged, tuple(in_order), wrong)


def _mistake(listed: ListedContract, contract: Contract | None, found: Supplier | None) -> Mistake | None:
    number, known = listed.company.organisation_number, found.organisation_number if found else None
    if number and known and number != known:
        return Mistake(listed.row, Column.ORGANISATION_NUMBER, Slip.OTHER_NUMBER)
    if contract is not None and (found is None or contract.supplier_id != found.id):
        return Mistake(listed.row, Column.REGISTRY_NUMBER, Slip.OTHER_SUPPLIER)
    return None


def _changes(
    listed: ListedContract, contract: Contract, found: Supplier, known: AlreadyHere, today: date
) -> tuple[Column, ...]:
    """What the sheet says otherwise. What it leaves blank it does not speak of, but for the end."""
    requirements = known.requirements.get(contract.id, ())
    differs = {
        Column.SUPPLIER: _adds_to(found, listed),
        Column.TITLE: listed.title != contract.title,
        Column.VALUE: listed.value is not None and listed.value != contract.value,
        Column.STARTS_ON: listed.starts_on != contract.starts_on,
        Column.ENDS_ON: listed.last_day != contract.ends_on,
        Column.CLAUSE: listed.clause != contract.clause,
        Column.PLACES: bool(difference(requirements, listed.requirements, today)),
        Column.CONTACT: _contacts_differ(listed, contract, known),
    }
    return tuple(column for column, is_other in differs.items() if is_other)


def _adds_to(found: Supplier, listed: ListedContract) -> bool:
    """Whether the sheet knows something of the supplier that is missing here."""
    told = listed.company
    pairs = (
        (found.organisation_number, told.organisation_number),
        (found.trade, told.trade),
        (found.area, told.area),
    )
    return any(here is None and there is not None for here, there in pairs)


def _contacts_differ(listed: ListedContract, contract: Contract, known: AlreadyHere) -> bool:
    ids = []
    for told in listed.contacts:
        found = known.contacts.get((contract.supplier_id, told.name))
        if found is None or (told.email or found.email, told.phone or found.phone) != (found.email, found.phone):
            return True
        ids.append(found.id)
    placed = list(known.placed.get(contract.id, ()))
    return with_others(ids, placed) != placed


def with_others(ids: list[int], placed: list[int]) -> list[int]:
    """Whom the sheet names, and behind them who was there before, as far as there is room."""
    return [*ids, *(each for each in placed if each not in ids)][: max(SECOND_CONTACT, len(ids))]
