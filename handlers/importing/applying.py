"""Take a compared sheet in: suppliers, contracts, contacts and what follows, all at once or nothing."""

from collections.abc import Mapping

from domain.ledger_event import LedgerEvent
from handlers.handling.work import Work
from handlers.importing import duties
from handlers.importing.already_here import AlreadyHere
from handlers.importing.comparing import Changed, Comparison
from handlers.importing.listed import ListedContract, Requirement
from handlers.importing.requirements import difference, key_of, planned
from handlers.importing.taking_contacts import Contacts
from handlers.importing.taking_suppliers import take_suppliers
from handlers.obligations import planning, settling
from handlers.obligations.planning import NewObligation
from storage import ledger
from storage.contracts.contract import Contract
from storage.ledger import Entry
from storage.obligations import obligation
from storage.people.person import Person
from storage.people.supplier import Supplier


async def take_in(
    work: Work, comparison: Comparison, known: AlreadyHere, *, begins_again: bool, actor: Person | None
) -> None:
    """Write it all. `begins_again` is for the contracts that run already: they begin from today."""
    listed = [*comparison.new, *(each.listed for each in comparison.changed)]
    suppliers = await take_suppliers(work, listed, known)
    contracts = await _take_new(work, comparison, suppliers, begins_again=begins_again)
    for each in comparison.changed:
        await _change(work, each, known)
    everything = [
        *zip(comparison.new, contracts, strict=True),
        *((each.listed, each.contract) for each in comparison.changed),
    ]
    await Contacts(work, known).take(everything)
    await _record(work, contracts, comparison, actor)


async def _take_new(
    work: Work, comparison: Comparison, suppliers: Mapping[str, Supplier], *, begins_again: bool
) -> list[Contract]:
    contracts = [_contract(work, each, suppliers[each.registry_number]) for each in comparison.new]
    work.session.add_all(contracts)
    await work.session.flush()
    by_rules = duties.by_rule(work, comparison.new)
    again = duties.begun_again(work, comparison.new, by_rules) if begins_again else {}
    new: list[NewObligation] = []
    for listed, contract in zip(comparison.new, contracts, strict=True):
        due = [*by_rules[listed.registry_number], *again.get(listed.registry_number, ())]
        new += [NewObligation(contract, each) for each in due]
        new += [_required(work, contract, each) for each in listed.requirements]
    await planning.plan_all(work, new)
    return contracts


def _contract(work: Work, listed: ListedContract, supplier: Supplier) -> Contract:
    return Contract(
        supplier_id=supplier.id,
        registry_number=listed.registry_number,
        title=listed.title,
        starts_on=listed.starts_on,
        ends_on=listed.ends_on,
        clause=listed.clause,
        value=listed.value,
        planned_until=None if listed.ends_on else planning.ahead(work, listed.starts_on),
        created_at=work.now,
    )


def _required(work: Work, contract: Contract, requirement: Requirement) -> NewObligation:
    values = {"slot_kind": requirement.kind, "places": requirement.places}
    return NewObligation(contract, planned(requirement, work.city.hours), values)


async def _change(work: Work, changed: Changed, known: AlreadyHere) -> None:
    listed, contract = changed.listed, changed.contract
    contract.title, contract.clause = listed.title, listed.clause
    contract.value = contract.value if listed.value is None else listed.value
    contract.starts_on, contract.ends_on = listed.starts_on, listed.ends_on
    if changed.has_other_days:
        planned_until = contract.planned_until or planning.ahead(work, listed.starts_on)
        contract.planned_until = None if listed.ends_on else planned_until
        await planning.plan_anew(work, contract, planning.of_contract(work, contract))
    await _change_requirements(work, changed, known)


async def _change_requirements(work: Work, changed: Changed, known: AlreadyHere) -> None:
    existing = known.requirements.get(changed.contract.id, ())
    found = difference(existing, changed.listed.requirements, work.city.today(work.now))
    for dropped in found.dropped:
        await settling.drop(work, dropped)
    for here, wanted in found.changed:
        due = planned(wanted, work.city.hours)
        await planning.follow(work, here, due.due_on)
        await obligation.asks_for(
            work.session, here.id, key=key_of(wanted), planned_on=due.due_on, places=wanted.places
        )
    await planning.plan_all(work, [_required(work, changed.contract, each) for each in found.new])


async def _record(work: Work, new: list[Contract], comparison: Comparison, actor: Person | None) -> None:
    changed = [(each.contract, ", ".join(each.columns)) for each in comparison.changed]
    told = [
        *((LedgerEvent.CONTRACT_IMPORTED, contract, contract.named) for contract in new),
        *((LedgerEvent.CONTRACT_CHANGED, contract, columns) for contract, columns in changed),
    ]
    await ledger.record_all(
        work.session,
        [
            Entry(
                event,
                content,
                actor_id=actor.id if actor else None,
                supplier_id=contract.supplier_id,
                contract_id=contract.id,
                about=contract.reference,
            )
            for event, contract, content in told
        ],
        at=work.now,
    )
