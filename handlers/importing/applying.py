"""Take a compared sheet in: what is staged is put in, and what is here is changed, all at once or nothing."""

from collections.abc import Sequence

from domain.ledger_event import LedgerEvent
from handlers.handling.work import Work
from handlers.importing import looking
from handlers.importing.already_here import AlreadyHere
from handlers.importing.comparing import Changed
from handlers.importing.listed import Requirement
from handlers.importing.looking import Forecast
from handlers.importing.requirements import Difference, difference, key_of, planned
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
    await _change(work, now)
    await Contacts(work, now.known).take(now.comparison.changed)
    await _record(work, now.comparison.changed, actor)
    await work.session.flush()
    await switch.put_in(work.session, staging_id, now=work.now, actor_id=actor.id if actor else None)


async def _change(work: Work, now: Forecast) -> None:
    changed = now.comparison.changed
    for each in changed:
        _complete(now.known.supplier(each.listed.company), each)
        _rewrite(work, each)
    await work.session.flush()
    await planning.plan_anew(work, [each.contract for each in changed if each.has_other_days])
    await _change_requirements(work, changed, now.known)


def _rewrite(work: Work, changed: Changed) -> None:
    listed, contract = changed.listed, changed.contract
    contract.title, contract.clause = listed.title, listed.clause
    contract.value = contract.value if listed.value is None else listed.value
    contract.starts_on, contract.ends_on = listed.starts_on, listed.last_day
    if changed.has_other_days:
        planned_until = contract.planned_until or planning.ahead(work, listed.starts_on)
        contract.planned_until = None if listed.last_day else planned_until


def _complete(here: Supplier | None, changed: Changed) -> None:
    """Fill in what was missing of the supplier; what the city has noted before stays."""
    told = changed.listed.company
    if here is not None:
        here.organisation_number = here.organisation_number or told.organisation_number
        here.trade = here.trade or told.trade
        here.area = here.area or told.area


async def _change_requirements(work: Work, changed: Sequence[Changed], known: AlreadyHere) -> None:
    found = [(each.contract, _difference(work, each, known)) for each in changed]
    followed = [settling.dropped(each) for _, differs in found for each in differs.dropped]
    for here, wanted in [pair for _, differs in found for pair in differs.changed]:
        due = planned(wanted, work.city.hours)
        happens = planning.follows(work, here, due.due_on)
        followed += [happens] if happens is not None else []
        await obligation.asks_for(
            work.session, here.id, key=key_of(wanted), planned_on=due.due_on, places=wanted.places
        )
    await settling.let_each_happen(work, followed)
    await planning.plan_all(
        work, [_required(work, contract, each) for contract, differs in found for each in differs.new]
    )


def _difference(work: Work, changed: Changed, known: AlreadyHere) -> Difference:
    here = known.requirements.get(changed.contract.id, ())
    return difference(here, changed.listed.requirements, work.city.today(work.now))


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
