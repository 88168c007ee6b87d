"""What a sheet says otherwise of a contract that is here: each change by its column, as it was and as it will be."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from enum import StrEnum

from domain.contact import is_same_email, is_same_phone
from domain.contract_sheet import Column
from domain.frozen import frozen
from handlers.importing.listed import REACHED_AT, Company, ListedContact, Requirement
from handlers.importing.requirements import Difference, named_by
from handlers.importing.terms import Terms
from storage.obligations.obligation import Obligation
from storage.people.contact import SECOND_CONTACT, Contact
from storage.people.supplier import Supplier

OF_TERMS = {
    "title": Column.TITLE,
    "starts_on": Column.STARTS_ON,
    "ends_on": Column.ENDS_ON,
    "clause": Column.CLAUSE,
    "value": Column.VALUE,
    "cadence": Column.CADENCE,
    "counting": Column.COUNTING,
    "counts_from": Column.COUNTS_FROM,
}


@frozen
class Change:
    """One thing that will be otherwise, written as messages take it: days and codes as they are kept.

    Attributes:
        before: Empty where there was nothing.
        after: Empty where there will be nothing.
    """

    column: Column
    before: str = ""
    after: str = ""


def of_terms(known: Terms, after: Terms) -> Iterator[Change]:
    """What of the contract's own columns will be otherwise."""
    if known == after:
        return
    for name, column in OF_TERMS.items():
        before, then = getattr(known, name), getattr(after, name)
        if before != then:
            yield Change(column, _written(before), _written(then))


def of_company(here: Supplier, told: Company) -> Iterator[Change]:
    """What was missing of the supplier. Its number is not told: a sole trader's is a personal number."""
    if here.organisation_number is None and told.organisation_number is not None:
        yield Change(Column.ORGANISATION_NUMBER)
    if here.trade is None and told.trade is not None:
        yield Change(Column.TRADE, after=told.trade)
    if here.area is None and told.area is not None:
        yield Change(Column.AREA, after=told.area)


def of_requirements(differs: Difference) -> Iterator[Change]:
    """What will be asked for otherwise, each requirement as "2 internship 2027-06-01"."""
    for new in differs.new:
        yield Change(Column.PLACES, after=_required(new))
    for here, wanted in differs.changed:
        yield Change(Column.PLACES, _as_known(here), _required(wanted))
    for gone in differs.dropped:
        yield Change(Column.PLACES, before=_as_known(gone))


def of_contacts(told: Sequence[ListedContact], known: Mapping[str, Contact], placed: Sequence[int]) -> Iterator[Change]:
    """Who answers for the contract will be another, or is reached otherwise; `known` are the supplier's, by name."""
    names = {each.id: name for name, each in known.items()}
    before = [names.get(each, "") for each in placed]
    after = with_others(told, before)
    for column, place in ((Column.CONTACT, 0), (Column.SECOND_CONTACT, 1)):
        if _at(before, place) != _at(after, place):
            yield Change(column, _at(before, place), _at(after, place))
    for each in told:
        here = known.get(each.name)
        email, phone = REACHED_AT[each.is_second]
        if each.email and not is_same_email(each.email, here.email if here else None):
            yield Change(email, (here.email if here else None) or "", each.email)
        if each.phone and not is_same_phone(each.phone, here.phone if here else None):
            yield Change(phone, (here.phone if here else None) or "", each.phone)


def with_others(told: Sequence[ListedContact], placed: Sequence[str]) -> list[str]:
    """The names of whom to turn to. Where the sheet leaves a place blank, whoever stands there stays, or comes next."""
    named = {each.is_second: each.name for each in told}
    others = [name for name in placed if name not in named.values()]
    first = [named.get(False) or next(iter(others), None)]
    stays = [name for name in placed[1:2] if name in others]
    second = [named[True]] if True in named else stays
    everyone = list(dict.fromkeys(name for name in (*first, *second, *others) if name))
    return everyone[: max(SECOND_CONTACT, len(placed))] if named else list(placed)


def _at(names: Sequence[str], place: int) -> str:
    return names[place] if place < len(names) else ""


def _written(value: str | int | date | None) -> str:
    return "" if value is None else value.value if isinstance(value, StrEnum) else str(value)


def _required(requirement: Requirement) -> str:
    return f"{requirement.places} {requirement.kind} {requirement.due_on}"


def _as_known(obligation: Obligation) -> str:
    kind, due_on = named_by(obligation.key)
    return f"{obligation.places} {kind} {due_on}"
