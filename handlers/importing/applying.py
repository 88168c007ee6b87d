"""Take a compared sheet in: what is staged is put in, and what is here is changed, all at once or nothing."""

from collections.abc import Sequence

from domain.contract_sheet import Column
from domain.ledger_event import LedgerEvent
from handlers.handling.work import Work
from handlers.importing import looking
from handlers.importing.comparing import Changed
from handlers.importing.listed import Requirement
from handlers.importing.looking import Forecast
from handlers.importing.requirements import BEGINS, key_of, planned
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
from storage.procurements.procurement import Procurement

OF_COUNTING = {Column.COUNTING, Column.COUNTS_FROM}
"""Where one of these changes, what has begun is counted anew."""


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
        _complete(each)
        _follow(now.known.procurements[each.listed.registry_number], each)
        each.terms.write_to(each.contract)
        if each.has_other_days:
            planned_until = each.contract.planned_until or planning.ahead(work, each.terms.starts_on)
            each.contract.planned_until = None if each.terms.ends_on else planned_until
    await work.session.flush()
    await planning.plan_anew(work, [each.contract for each in changed if each.has_other_days])
    await _change_requirements(work, changed)


def _complete(changed: Changed) -> None:
    """Fill in what was missing of the supplier; what the city has noted before stays."""
    here, told = changed.supplier, changed.listed.company
    here.organisation_number = here.organisation_number or told.organisation_number
    here.trade = here.trade or told.trade
    here.area = here.area or told.area


def _follow(procurement: Procurement, changed: Changed) -> None:
    """Let the procurement be called as its contract, and be of its value, where it was until now."""
    before, after = changed.contract, changed.terms
    if procurement.title == before.title:
        procurement.title = after.title
    if procurement.value == before.value:
        procurement.value = after.value
    procurement.trade = procurement.trade or changed.listed.company.trade


async def _change_requirements(work: Work, changed: Sequence[Changed]) -> None:
    counted_otherwise = [each.contract.id for each in changed if not OF_COUNTING.isdisjoint(each.columns)]
    await obligation.count_as_contract(work.session, counted_otherwise, begins=BEGINS, at=work.now)
    followed = [settling.dropped(each) for one in changed for each in one.requirements.dropped]
    for here, wanted in [pair for each in changed for pair in each.requirements.changed]:
        due = planned(wanted, work.city.hours)
        happens = planning.follows(work, here, due.due_on)
        followed += [happens] if happens is not None else []
        await obligation.asks_for(
            work.session, here.id, key=key_of(wanted), planned_on=due.due_on, places=wanted.places
        )
    await settling.let_each_happen(work, followed)
    await planning.plan_all(
        work, [_required(work, each.contract, new) for each in changed for new in each.requirements.new]
    )


def _required(work: Work, contract: Contract, requirement: Requirement) -> NewObligation:
    values = {
        "slot_kind": requirement.kind,
        "places": requirement.places,
        "counting": contract.counting,
        "counts_from": contract.counts_from,
    }
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
