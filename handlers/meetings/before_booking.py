"""Look up what the questions need to know before a meeting is booked."""

from domain.access import Action, may
from domain.meeting import MeetingKind
from domain.obligation import MEETINGS
from domain.role import Role
from handlers.form.question import Answers
from handlers.handling.work import Work
from handlers.meetings.scheduling import Candidate, Scheduling
from storage.contracts import contract, contract_search
from storage.contracts.contract import Contract
from storage.obligations import obligation
from storage.people import contact, person, supplier
from storage.people.person import Person

CONTRACTS_OFFERED = 5
CONTRACTS_FOUND = 8
MOST_TO_ASK = 20


async def known(work: Work, actor: Person, answers: Answers) -> Scheduling:
    """Look it up; nothing is known to one who may not book."""
    now = work.city.hours.local(work.now)
    if not may(actor.actor, Action.SCHEDULE_MEETING):
        return Scheduling(now.date(), work.city.hours, now=now)
    chosen = await contract.find(work.session, answers.get("contract_id", 0))
    if chosen is None:
        return Scheduling(now.date(), work.city.hours, now=now, contracts=await _contracts(work, answers))
    due = await obligation.first_to_be_done(work.session, chosen.id, *MEETINGS)
    company = await supplier.find(work.session, chosen.supplier_id)
    return Scheduling(
        now.date(),
        work.city.hours,
        now=now,
        contracts=await _contracts(work, answers),
        contract=chosen.named,
        supplier=company.name,
        due=(MeetingKind(due.kind.value), due.due_on) if due else None,
        candidates=await _candidates(work, actor, chosen),
    )


async def _contracts(work: Work, answers: Answers) -> tuple[tuple[int, str], ...]:
    words, today = answers.get("search", ""), work.city.today(work.now)
    if words:
        found = await contract_search.named(work.session, words, on=today, at_most=CONTRACTS_FOUND)
    else:
        due = await obligation.contracts_to_be_done_first(work.session, *MEETINGS, at_most=CONTRACTS_OFFERED)
        found = await contract_search.with_ids(work.session, due)
    return tuple((each.id, f"{company.name}, {each.registry_number}") for each, company in found)


async def _candidates(work: Work, actor: Person, chosen: Contract) -> tuple[Candidate, ...]:
    """The contract's contacts who are in, their colleagues who are, and the matchers; whoever books is always there."""
    placed = await contact.of_contract(work.session, chosen.id)
    contacts = [each.person for each in placed if each.person is not None and each.person.ended_at is None]
    company = await person.of_supplier(work.session, chosen.supplier_id)
    matchers = await person.active_in_role(work.session, Role.MATCHER)
    # Where the contract names nobody who is in, whoever is in for the supplier is the one to ask.
    asked = {each.id for each in (contacts or company)}
    once = {each.id: each for each in (*contacts, *company, *matchers) if each.id != actor.id}
    found = [
        Candidate(each.id, each.name, is_contact=each.id in asked, is_from_supplier=each.supplier_id is not None)
        for each in once.values()
    ]
    return tuple(found[:MOST_TO_ASK])
