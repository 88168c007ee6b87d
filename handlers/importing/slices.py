"""The new contracts of a sheet as slices to be staged, each worked out when it is asked for."""

import secrets
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from domain.cadence import Planned
from domain.company_name import known_as
from handlers.handling.work import Work
from handlers.importing.already_here import AlreadyHere
from handlers.importing.comparing import NewContract
from handlers.importing.duties import Plans
from handlers.importing.listed import Company, ListedContract
from handlers.importing.looking import Forecast
from handlers.importing.requirements import planned
from handlers.obligations import planning
from handlers.obligations.planning import Beginning
from storage.importing.staging import Slice
from storage.ledger import SALT_CHARACTERS, content_hash
from storage.people.contact import FIRST_CONTACT

OBLIGATIONS_AT_ONCE = 600
"""A slice ends with the contract that reaches so many: some ten milliseconds of writing."""

AS_STAGED = ("kind", "key", "slot_kind", "places", "due_on", "status", "rung", "next_at")
"""What is staged of an obligation; all else is the same for all that are new."""


def slices(work: Work, looked: Forecast, *, begins_again: bool) -> Iterator[Slice]:
    """`begins_again` is for the contracts that run already: they begin from today."""
    suppliers, beginning = companies(looked), Beginning(work)
    contracts, contacts, obligations = [], [], list[dict[str, Any]]()
    for new in looked.comparison.new:
        contracts.append(_contract(work, new, suppliers[new.listed.row]))
        contacts += _contacts(new.listed)
        obligations += _obligations(new, _due(work, new, looked.plans, begins_again=begins_again), beginning)
        if len(obligations) >= OBLIGATIONS_AT_ONCE:
            yield Slice(contracts, contacts, obligations)
            contracts, contacts, obligations = [], [], []
    if contracts:
        yield Slice(contracts, contacts, obligations)


def companies(looked: Forecast) -> Mapping[int, Company]:
    """The supplier of each new contract, called as it is here, by the contract's row."""
    names = _names(looked.comparison.new, looked.known)
    told: dict[str, Company] = {}
    for new in looked.comparison.new:
        name, company = names[new.listed.row], new.listed.company
        earlier = told.get(name, company)
        told[name] = Company(
            name,
            earlier.organisation_number or company.organisation_number,
            earlier.trade or company.trade,
            earlier.area or company.area,
        )
    return {row: told[name] for row, name in names.items()}


def _names(new: Sequence[NewContract], known: AlreadyHere) -> dict[int, str]:
    made: dict[str, str] = {}
    names = {}
    for each in new:
        company = each.listed.company
        here = known.supplier(company)
        names[each.listed.row] = here.name if here else made.setdefault(known_as(company.name), company.name)
    return names


def _contract(work: Work, new: NewContract, company: Company) -> dict[str, Any]:
    listed, terms = new.listed, new.terms
    salt, content = secrets.token_hex(SALT_CHARACTERS // 2), f"{listed.registry_number} {terms.title}"
    return {
        "row": listed.row,
        "supplier": company.name,
        "organisation_number": company.organisation_number,
        "trade": company.trade,
        "area": company.area,
        "registry_number": listed.registry_number,
        "title": terms.title,
        "starts_on": terms.starts_on,
        "ends_on": terms.ends_on,
        "clause": terms.clause,
        "value": terms.value,
        "cadence": terms.cadence,
        "counting": terms.counting,
        "counts_from": terms.counts_from,
        "planned_until": None if terms.ends_on else planning.ahead(work, terms.starts_on),
        "salt": salt,
        "content": content,
        "content_hash": content_hash(salt, content),
    }


def _contacts(listed: ListedContract) -> list[dict[str, Any]]:
    return [
        {"row": listed.row, "place": place, "name": each.name, "email": each.email, "phone": each.phone}
        for place, each in enumerate(listed.contacts, start=FIRST_CONTACT)
    ]


def _due(work: Work, new: NewContract, plans: Plans, *, begins_again: bool) -> list[tuple[Planned, Mapping[str, Any]]]:
    """What falls due under the contract, with the values that only an employment requirement has."""
    row = new.listed.row
    again = plans.again.get(row, ()) if begins_again else ()
    by_dates = [(due, dict[str, Any]()) for due in (*plans.by_rules[row], *again)]
    required = [
        (planned(each, work.city.hours), {"slot_kind": each.kind, "places": each.places}) for each in new.requirements
    ]
    return [*by_dates, *required]


def _obligations(
    new: NewContract, due: Sequence[tuple[Planned, Mapping[str, Any]]], beginning: Beginning
) -> Iterator[dict[str, Any]]:
    for number, (each, values) in enumerate(due):
        row = beginning.row(each, values)
        yield {"row": new.listed.row, "number": number} | {name: row[name] for name in AS_STAGED}
