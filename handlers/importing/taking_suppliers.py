"""Take the suppliers of a sheet in: who is new, and what was missing of those who are here."""

from collections.abc import Mapping, Sequence

from domain.company_name import known_as
from handlers.handling.work import Work
from handlers.importing.already_here import AlreadyHere
from handlers.importing.listed import Company, ListedContract
from storage.people.supplier import Supplier


async def take_suppliers(work: Work, listed: Sequence[ListedContract], known: AlreadyHere) -> Mapping[str, Supplier]:
    """Every listed contract's supplier, by the contract's registry number."""
    made: dict[str, Supplier] = {}
    found = {}
    for each in listed:
        here = known.supplier(each.company) or made.get(known_as(each.company.name))
        if here is None:
            here = made[known_as(each.company.name)] = _supplier(work, each.company)
        found[each.registry_number] = here
        _complete(here, each.company)
    work.session.add_all(made.values())
    await work.session.flush()
    return found


def _supplier(work: Work, company: Company) -> Supplier:
    return Supplier(name=company.name, created_at=work.now)


def _complete(here: Supplier, company: Company) -> None:
    """Fill in what was missing; what the city has noted before stays."""
    here.organisation_number = here.organisation_number or company.organisation_number
    here.trade = here.trade or company.trade
    here.area = here.area or company.area
