"""Whom a supplier's reminders go to: the contract's contacts, or whoever of the company can act in their place."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from domain.obligation import Rung
from handlers.handling.work import Work
from handlers.people.recipient import MOST_STEPS, Recipient
from messages.label import Label
from storage.obligations.obligation import Obligation
from storage.people import absence
from storage.people import contact as contacts
from storage.people import person as persons
from storage.people.contact import Placed
from storage.people.person import Person


@dataclass(frozen=True)
class ReminderRecipient(Recipient):
    """Somebody who is reminded, perhaps in somebody else's place.

    Attributes:
        stands_in_for: The person in whose place they are, by id; None where it is their own, or nobody's yet.
    """

    stands_in_for: int | None = None


@dataclass(frozen=True)
class Companies:
    """Everyone who can act for some suppliers, looked up once for many obligations.

    Attributes:
        people: With access, by supplier, oldest first.
        away: Who of them is away.
        deputies: Who stands in for whom.
        contacts: Whom to turn to, by contract.
    """

    people: dict[int, list[Person]]
    away: set[int]
    deputies: dict[int, int]
    contacts: dict[int, list[Placed]]

    def recipients(self, obligation: Obligation) -> list[ReminderRecipient]:
        """Who hears of it on the rung that it has reached; nobody where nobody of the company is in reach."""
        found: dict[int, ReminderRecipient] = {}
        for placed in self._wanted(obligation):
            reached = self._reached(obligation, placed.person, placed.contact.name)
            if reached is not None:
                found.setdefault(reached.person.id, reached)
        if not self.contacts.get(obligation.contract_id):
            oldest = self._company(obligation)[:1]
            instead = [self._reached(obligation, each, each.name) for each in oldest]
            found = {each.person.id: each for each in instead if each is not None}
        return list(found.values())

    def _wanted(self, obligation: Obligation) -> Sequence[Placed]:
        """The first contact; from the rung of the second contact on both."""
        placed = self.contacts.get(obligation.contract_id, [])
        return placed if obligation.rung >= Rung.SECOND_CONTACT else placed[:1]

    def _reached(self, obligation: Obligation, wanted: Person | None, name: str) -> ReminderRecipient | None:
        company_people = self._company(obligation)
        known = next((each for each in company_people if wanted is not None and each.id == wanted.id), None)
        wanted_id = wanted.id if wanted is not None else None
        if known is not None and self._is_here(known):
            return ReminderRecipient(known)
        deputy = self._deputy_here(known, company_people)
        if deputy is not None:
            return ReminderRecipient(deputy, Label("for_whom.deputy", text=name), wanted_id)
        others = [each for each in self._colleagues(obligation) if each is not known]
        here = [each for each in others if self._is_here(each)]
        waiting = [each for each in (*here, *([known] if known else []), *others) if _is_in_reach(each)]
        if not waiting:
            return None
        nobody = Label("for_whom.nobody", text=name)
        own = waiting[0] is known
        return ReminderRecipient(waiting[0], None if own else nobody, None if own else wanted_id)

    def _company(self, obligation: Obligation) -> list[Person]:
        return self.people.get(obligation.supplier_id, [])

    def _colleagues(self, obligation: Obligation) -> Iterator[Person]:
        """Those who know the contract before those who only know the company."""
        placed = [each.person.id for each in self.contacts.get(obligation.contract_id, []) if each.person is not None]
        yield from sorted(self._company(obligation), key=lambda each: each.id not in placed)

    def _deputy_here(self, passed_over: Person | None, company_people: Sequence[Person]) -> Person | None:
        for _ in range(MOST_STEPS):
            deputy_id = self.deputies.get(passed_over.id) if passed_over is not None else None
            passed_over = next((each for each in company_people if each.id == deputy_id), None)
            if passed_over is not None and self._is_here(passed_over):
                return passed_over
        return None

    def _is_here(self, somebody: Person) -> bool:
        return _is_in_reach(somebody) and somebody.id not in self.away


async def companies_of(work: Work, obligations: Sequence[Obligation]) -> Companies:
    """Look up everyone who can act for the suppliers of those obligations."""
    supplier_ids = {each.supplier_id for each in obligations}
    people: dict[int, list[Person]] = {}
    everyone = await persons.of_suppliers(work.session, list(supplier_ids))
    for each in everyone:
        if each.supplier_id is not None:
            people.setdefault(each.supplier_id, []).append(each)
    ids = [each.id for each in everyone]
    return Companies(
        people,
        set(await absence.all_away(work.session, ids, today=work.city.today(work.now))),
        await absence.deputies_of(work.session, ids),
        await contacts.of_contracts(work.session, {each.contract_id for each in obligations}),
    )


def _is_in_reach(somebody: Person) -> bool:
    return somebody.unreachable_at is None
