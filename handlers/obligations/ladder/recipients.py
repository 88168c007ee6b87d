"""Whom a supplier's reminders go to: the contract's contacts, or whoever of the company can act in their place."""

from collections.abc import Mapping, Sequence

from domain.frozen import frozen
from domain.obligation import Rung
from handlers.handling.work import Work
from handlers.people.company import Company
from handlers.people.recipient import Recipient
from storage.obligations.obligation import Obligation
from storage.people import absence
from storage.people import contact as contacts
from storage.people import person as persons
from storage.people.contact import Placed
from storage.people.person import Person


@frozen
class ReminderRecipient(Recipient):
    """Somebody who is reminded, perhaps in somebody else's place.

    Attributes:
        stands_in_for: The person in whose place they are, by id; None where it is their own, or nobody's yet.
    """

    stands_in_for: int | None = None


@frozen
class Companies:
    """Everyone who can act for some suppliers, looked up once for many obligations.

    Attributes:
        companies: The people of each, by the supplier's id.
        contacts: Whom to turn to, by contract.
    """

    companies: Mapping[int, Company]
    contacts: Mapping[int, Sequence[Placed]]

    def recipients(self, obligation: Obligation, rung: int | None = None) -> list[ReminderRecipient]:
        """Who hears of it on that rung, or the one it has reached; nobody where nobody of the company is in reach."""
        rung = obligation.rung if rung is None else rung
        wanted = [(placed.person, placed.contact.name) for placed in self._wanted(obligation, rung)]
        if not self.contacts.get(obligation.contract_id):
            wanted = [(each, each.name) for each in self.companies[obligation.supplier_id].people[:1]]
        found: dict[int, ReminderRecipient] = {}
        for person, name in wanted:
            reached = self._reached(obligation, person, name)
            if reached is not None:
                found.setdefault(reached.person.id, reached)
        return list(found.values())

    def _wanted(self, obligation: Obligation, rung: int) -> Sequence[Placed]:
        """The first contact; from the rung of the second contact on both."""
        placed = self.contacts.get(obligation.contract_id, [])
        return placed if rung >= Rung.SECOND_CONTACT else placed[:1]

    def _reached(self, obligation: Obligation, wanted: Person | None, name: str) -> ReminderRecipient | None:
        company = self.companies[obligation.supplier_id]
        known = next((each for each in company.people if wanted is not None and each.id == wanted.id), None)
        others = [each for each in self._colleagues(obligation) if each is not known]
        found = company.acts_for(known, name, others)
        if found is None:
            return None
        if wanted is None or found.for_whom is None:
            return ReminderRecipient(found.person, found.for_whom)
        return ReminderRecipient(found.person, found.for_whom, stands_in_for=wanted.id)

    def _colleagues(self, obligation: Obligation) -> Sequence[Person]:
        """Those who know the contract before those who only know the company."""
        placed = [each.person.id for each in self.contacts.get(obligation.contract_id, []) if each.person is not None]
        return sorted(self.companies[obligation.supplier_id].people, key=lambda each: each.id not in placed)


async def companies_of(work: Work, obligations: Sequence[Obligation]) -> Companies:
    """Look up everyone who can act for the suppliers of those obligations."""
    supplier_ids = {each.supplier_id for each in obligations}
    everyone = await persons.of_suppliers(work.session, list(supplier_ids))
    ids = [each.id for each in everyone]
    away = await absence.all_away(work.session, ids, today=work.city.today(work.now))
    deputies = await absence.deputies_of(work.session, ids)
    people: dict[int, list[Person]] = {supplier_id: [] for supplier_id in supplier_ids}
    for each in everyone:
        if each.supplier_id is not None:
            people[each.supplier_id].append(each)
    return Companies(
        {supplier_id: Company(theirs, away, deputies) for supplier_id, theirs in people.items()},
        await contacts.of_contracts(work.session, {each.contract_id for each in obligations}),
    )
