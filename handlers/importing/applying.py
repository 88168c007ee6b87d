"""Take a compared sheet in: what is staged is put in, and what is here is changed, all at once or nothing."""

from domain.ledger_event import LedgerEvent
from handlers.handling.work import Work
from handlers.importing import looking
from handlers.importing.already_here import AlreadyHere
from handlers.importing.comparing import Changed
from handlers.importing.listed import Requirement
from handlers.importing.looking import Forecast
from handlers.importing.requirements import difference, key_of, planned
from handlers.importing.slices import companies
from handlers.importing.taking_contacts import Contacts
from handlers.obligations import planning, settling
from handlers.obligations.planning import NewObligation
from storage import ledger
from storage.contracts.contract import Contract
from storage.importing import staging, switch
from storage.ledger import Entry
from storage.obligations import obligation
from storage.people.person import Person
from storage.people.supplier import Supplier


class ChangedMeanwhileError(Exception):
    """What is staged is not what would be taken in by now. Raised before anything of it is."""


async def take_in(work: Work, looked: Forecast, staging_id: int, *, actor: Person | None) -> None:
    """Do what was looked at, of which the new contracts are staged. Raises ChangedMeanwhileError."""
    now = await looking.forecast(work, looked.sheet, looked)
    is_same = (now.mark, now.today, companies(now)) == (looked.mark, looked.today, companies(looked))
    if not is_same or not await staging.end(work.session, staging_id):
        raise ChangedMeanwhileError
    for each in now.comparison.changed:
        await _change(work, each, now.known)
    await Contacts(work, now.known).take(now.comparison.changed)
    await _record(work, now.comparison.changed, actor)
    await work.session.flush()
    await switch.put_in(work.session, staging_id, now=work.now, actor_id=actor.id if actor else None)


async def _change(work: Work, changed: Changed, known: AlreadyHere) -> None:
    listed, contract = changed.listed, changed.contract
    _complete(known.supplier(listed.company), changed)
    contract.title, contract.clause = listed.title, listed.clause
    contract.value = contract.value if listed.value is None else listed.value
    contract.starts_on, contract.ends_on = listed.starts_on, listed.ends_on
    if changed.has_other_days:
        planned_until = contract.planned_until or planning.ahead(work, listed.starts_on)
        contract.planned_until = None if listed.ends_on else planned_until
        await planning.plan_anew(work, contract, planning.of_contract(work, contract))
    await _change_requirements(work, changed, known)


def _complete(here: Supplier | None, changed: Changed) -> None:
    """Fill in what was missing of the supplier; what the city has noted before stays."""
    told = changed.listed.company
    if here is not None:
        here.organisation_number = here.organisation_number or told.organisation_number
        here.trade = here.trade or told.trade
        here.area = here.area or told.area


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


def _required(work: Work, contract: Contract, requirement: Requirement) -> NewObligation:
    values = {"slot_kind": requirement.kind, "places": requirement.places}
    return NewObligation(contract, planned(requirement, work.city.hours), values)


async def _record(work: Work, changed: tuple[Changed, ...], actor: Person | None) -> None:
    await ledger.record_all(
        work.session,
        [
            Entry(
                LedgerEvent.CONTRACT_CHANGED,
                ", ".join(each.columns),
                actor_id=actor.id if actor else None,
                supplier_id=each.contract.supplier_id,
                contract_id=each.contract.id,
                about=each.contract.reference,
            )
            for each in changed
        ],
        at=work.now,
    )
