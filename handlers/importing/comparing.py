"""Compare what a sheet lists with what is here: new, changed, unchanged, wrong."""

from dataclasses import replace
from datetime import date

from domain.company_name import is_same, is_similar
from domain.contract_sheet import Column, Slip
from domain.frozen import frozen
from handlers.importing import changes, requirements
from handlers.importing.already_here import AlreadyHere
from handlers.importing.changes import Change
from handlers.importing.listed import ListedContract, Listing, Mistake, Requirement
from handlers.importing.requirements import Difference
from handlers.importing.terms import Terms, terms_of
from storage.contracts.contract import Contract
from storage.people.supplier import Supplier


@frozen
class NewContract:
    """A contract that is not here, with all that it says.

    Attributes:
        beside: Whose contracts there are under its number already: it is one of several of a framework agreement.
    """

    listed: ListedContract
    terms: Terms
    requirements: tuple[Requirement, ...]
    beside: tuple[str, ...] = ()


@frozen
class Changed:
    """A contract that is here, and what it will be.

    Attributes:
        terms: What it says then.
        requirements: What it asks for otherwise.
        changes: All that will be otherwise, column by column.
    """

    listed: ListedContract
    contract: Contract
    supplier: Supplier
    terms: Terms
    requirements: Difference
    changes: tuple[Change, ...]

    @property
    def columns(self) -> tuple[Column, ...]:
        """What will be otherwise, by columns."""
        return tuple(dict.fromkeys(each.column for each in self.changes))

    @property
    def has_other_days(self) -> bool:
        """Whether what follows from its days has to be planned anew."""
        return Column.STARTS_ON in self.columns or Column.ENDS_ON in self.columns


@frozen
class Comparison:
    """What taking the sheet in would do.

    Attributes:
        new: Contracts that are not here.
        changed: Contracts that are here otherwise.
        unchanged: How many are here as they are listed.
        mistakes: What is wrong, in the order of the rows.
        wrong: How many contracts have a mistake.
    """

    new: tuple[NewContract, ...]
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
    contracts = tuple(map(known.numbered, listing.contracts))
    titles = {each.registry_number: each.title for each in reversed(contracts) if each.title}
    for listed in contracts:
        title = known.title_of(listed.registry_number) or titles.get(listed.registry_number)
        found = _placed(listed, known, today, title)
        match found:
            case NewContract():
                new.append(found)
            case Changed():
                if found.changes:
                    changed.append(found)
                else:
                    unchanged += 1
            case _:
                mistakes += found
                wrong += 1
    in_order = sorted(mistakes, key=lambda each: each.row)
    return Comparison(tuple(new), tuple(changed), unchanged, tuple(in_order), wrong)


def _placed(
    listed: ListedContract, known: AlreadyHere, today: date, procurement: str | None
) -> NewContract | Changed | tuple[Mistake, ...]:
    found = known.supplier(listed.company)
    if found is not None:
        contacts = tuple(known.spelt(each, found) for each in listed.contacts)
        listed = listed if contacts == listed.contacts else replace(listed, contacts=contacts)
    contract = known.contract(listed.registry_number, found)
    mistake = _mistake(listed, found, contract, known)
    if mistake is not None:
        return (mistake,)
    existing = known.requirements.get(contract.id, ()) if contract else ()
    said = requirements.asked(listed, existing)
    before = Terms.of(contract) if contract else None
    clause = requirements.clause_after(listed, before.clause if before else None, existing, said)
    terms = terms_of(listed, before, clause, procurement)
    open_points = requirements.mistakes_of(listed, existing, said)
    if not isinstance(terms, Terms):
        return (*terms, *open_points)
    open_points = (*open_points, *requirements.outside(listed, terms.starts_on, terms.ends_on))
    if open_points:
        return open_points
    if contract is None or before is None or found is None:
        return NewContract(listed, terms, said.wanted, tuple(each.name for each in known.under(listed.registry_number)))
    differs = requirements.difference(existing, said, today)
    return Changed(
        listed, contract, found, terms, differs, _changes(listed, contract, found, before, terms, differs, known)
    )


def _mistake(
    listed: ListedContract, found: Supplier | None, contract: Contract | None, known: AlreadyHere
) -> Mistake | None:
    """Where the supplier is not surely who the city has by that name or that number."""
    told, number = listed.company, found.organisation_number if found else None
    if found is not None and told.organisation_number and number and told.organisation_number != number:
        return Mistake(listed.row, Column.ORGANISATION_NUMBER, Slip.OTHER_NUMBER)
    if found is not None and found.name != told.name and not _is_one(found.name, told.name):
        return Mistake(listed.row, Column.SUPPLIER, Slip.OTHER_NAME, found.name)
    if contract is None and (alike := _alike(listed, found, known)) is not None:
        return Mistake(listed.row, Column.SUPPLIER, Slip.NEARLY_THE_SAME, alike)
    return None


def _is_one(name: str, other: str) -> bool:
    return is_same(name, other) or is_similar(name, other)


def _alike(listed: ListedContract, found: Supplier | None, known: AlreadyHere) -> str | None:
    """Who has a contract under the number already and is called nearly so: perhaps a slip of the finger."""
    told, others = listed.company, known.under(listed.registry_number)
    number = told.organisation_number or (found.organisation_number if found else None)
    return next((each.name for each in others if _may_be_one(each, told.name, number)), None)


def _may_be_one(other: Supplier, name: str, number: str | None) -> bool:
    are_told_apart = number is not None and other.organisation_number is not None
    return not are_told_apart and is_similar(other.name, name)


def _changes(  # noqa: PLR0913, PLR0917  what is told, what is here, and what becomes of it
    listed: ListedContract,
    contract: Contract,
    found: Supplier,
    before: Terms,
    after: Terms,
    differs: Difference,
    known: AlreadyHere,
) -> tuple[Change, ...]:
    """What the sheet says otherwise. What it leaves blank it does not speak of."""
    return (
        *changes.of_company(found, listed.company),
        *changes.of_terms(before, after),
        *changes.of_requirements(differs),
        *changes.of_contacts(listed.contacts, known.contacts_of(found.id), known.placed.get(contract.id, ())),
    )
