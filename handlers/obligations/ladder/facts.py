"""Obligations, suppliers and contacts as messages tell of them."""

from collections.abc import Sequence

from handlers.handling.work import Work
from messages.label import Label
from messages.obligations.nudge import ContactLine, Due, Unheard
from storage.contracts.contract import Contract
from storage.obligations.obligation import Obligation
from storage.people import company
from storage.people.contact import Contact, Placed
from storage.people.person import Person

MOST_ON_BUTTON = 30
"""Characters of people's own words; more would be cut on a phone anyway."""


def due(obligation: Obligation, contract: Contract) -> Due:
    """What is to be done."""
    return Due(
        kind=obligation.kind,
        title=obligation.title,
        slot_kind=obligation.slot_kind,
        places=obligation.places,
        contract=contract.named,
        registry_number=contract.registry_number,
        due_on=obligation.due_on,
    )


def label(what: Due) -> Label:
    """The same on a button."""
    named = Label(text=what.title[:MOST_ON_BUTTON]) if what.title else Label(f"obligation.{what.kind}")
    return Label(joined=(named, Label(text=what.registry_number[:MOST_ON_BUTTON])))


async def all_due(work: Work, obligations: Sequence[Obligation]) -> dict[int, Due]:
    """The same for many, by the obligation's id."""
    contracts = await company.contracts(work.session, {each.contract_id for each in obligations})
    return {each.id: due(each, contracts[each.contract_id]) for each in obligations}


async def one_due(work: Work, obligation: Obligation) -> Due:
    """The same for one."""
    return (await all_due(work, [obligation]))[obligation.id]


async def supplier_named(work: Work, obligation: Obligation) -> str:
    """What the supplier is called."""
    return (await company.names(work.session, [obligation.supplier_id]))[obligation.supplier_id]


async def contacts_of(work: Work, obligation: Obligation) -> tuple[ContactLine, ...]:
    """The contract's contacts, the first contact first."""
    return (await _contacts(work, [obligation]))[obligation.id]


async def unheard(work: Work, obligations: Sequence[Obligation]) -> tuple[Unheard, ...]:
    """Obligations with the ways to reach somebody about them."""
    facts, contacts = await all_due(work, obligations), await _contacts(work, obligations)
    names = await company.names(work.session, {each.supplier_id for each in obligations})
    return tuple(Unheard(facts[each.id], names[each.supplier_id], contacts[each.id]) for each in obligations)


def contact_line(contact: Contact, person: Person | None) -> ContactLine:
    """One contact."""
    is_in = person is not None and person.ended_at is None
    is_in_reach = person is not None and is_in and person.unreachable_at is None
    return ContactLine(contact.name, contact.phone, contact.email, is_in, is_in_reach)


async def _contacts(work: Work, obligations: Sequence[Obligation]) -> dict[int, tuple[ContactLine, ...]]:
    placed = await company.contacts(work.session, {each.contract_id for each in obligations})
    return {each.id: _lines(placed.get(each.contract_id, [])) for each in obligations}


def _lines(placed: Sequence[Placed]) -> tuple[ContactLine, ...]:
    return tuple(contact_line(each.contact, each.person) for each in placed)
