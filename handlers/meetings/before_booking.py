"""Look up what the questions need to know before a meeting is booked."""

from domain.access import may
from domain.action import Action
from domain.meeting import FULFILS, MeetingKind
from domain.obligation import MEETINGS
from domain.role import Role
from handlers.form.question import Answers, given
from handlers.handling.work import Work
from handlers.meetings import proposed
from handlers.meetings.scheduling import Candidate, Scheduling
from handlers.meetings.scheduling_answers import AnsweredSoFar
from storage.contracts import contract, contract_search
from storage.contracts.contract import Contract
from storage.obligations import obligation, proposal
from storage.people import contact, person, supplier
from storage.people.person import Person

CONTRACTS_OFFERED = 5
CONTRACTS_FOUND = 8
MOST_TO_ASK = 20


async def known(work: Work, actor: Person, answers: Answers) -> Scheduling:
    """What is known as far as the form is filled in; nothing to one who may not book."""
    now, so_far = work.city.hours.local(work.now), given(answers, AnsweredSoFar)
    if not may(actor.actor, Action.SCHEDULE_MEETING):
        return Scheduling(now.date(), work.city.hours, now=now)
    chosen = await contract.find(work.session, so_far.contract_id or 0)
    if chosen is None:
        contracts = await _contracts(work, so_far.search)
        return Scheduling(now.date(), work.city.hours, now=now, contracts=contracts, searched=so_far.search)
    due = await obligation.first_to_be_done(work.session, chosen.id, *MEETINGS)
    company = await supplier.find(work.session, chosen.supplier_id)
    return Scheduling(
        now.date(),
        work.city.hours,
        now=now,
        contracts=await _contracts(work, so_far.search),
        searched=so_far.search,
        contract=chosen.named,
        supplier=company.name,
        due=(MeetingKind(due.kind.value), due.due_on) if due else None,
        candidates=await _candidates(work, actor, chosen),
        proposed=await _proposed(work, chosen, so_far.kind or (MeetingKind(due.kind.value) if due else None)),
    )


async def _proposed(work: Work, chosen: Contract, kind: MeetingKind | None) -> str:
    """What a supplier has proposed for a meeting of that kind, and who."""
    if kind is None or kind not in FULFILS:
        return ""
    waiting = await proposal.of_kind(work.session, chosen.id, FULFILS[kind])
    return "; ".join([await proposed.named(work, each) for each in waiting])


async def _contracts(work: Work, words: str) -> tuple[tuple[int, str], ...]:
    """Those that the words find; without words, those under which a meeting is due first."""
    if words:
        today = work.city.today(work.now)
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
