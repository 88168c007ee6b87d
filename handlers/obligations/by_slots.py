"""A slot that is reported under a contract fulfils the contract's plan; taken back, it does so no longer."""

from domain.obligation import PLANS
from handlers.handling.work import Work
from handlers.obligations import by_offers, by_starts, settling
from storage.contracts import contract as contracts
from storage.obligations import fulfilment
from storage.obligations import obligation as obligations
from storage.obligations.obligation import Obligation
from storage.people.person import Person
from storage.placements import placement
from storage.slots import slot
from storage.slots.slot import Slot


async def reported(work: Work, actor: Person, offered: Slot) -> str:
    """Let the slot fulfil the contract's plan, and what it is enough to offer.

    Returns the contract's number; empty where nothing is fulfilled by it.
    """
    if offered.contract_id is None:
        return ""
    is_enough = await by_offers.reported(work, actor, offered)
    plan = await obligations.first_to_be_done(work.session, offered.contract_id, *PLANS)
    is_planned = plan is not None and await settling.fulfil(work, plan, by=offered.reference, actor=actor)
    return await _number(work, offered.contract_id) if is_planned or is_enough else ""


async def taken_back(work: Work, actor: Person, gone: Slot) -> str:
    """Open the plan again, unless another slot that was offered since takes its place. Returns the number if opened."""
    await by_offers.taken_back(work, actor, gone)
    return await _plan_opened(work, actor, gone)


async def _plan_opened(work: Work, actor: Person, gone: Slot) -> str:
    what = gone.reference
    # Somebody has begun there, so that it was more than an offer.
    if await placement.has_begun_in(work.session, gone.id):
        return ""
    opened = ""
    plans = [each for each in await fulfilment.fulfilled_by(work.session, what) if each.kind in PLANS]
    for plan in plans:
        if not await _is_replaced(work, plan, gone):
            await settling.reverse_one(work, plan, what, actor=actor)
            opened = await _number(work, plan.contract_id)
    return opened


async def changed(work: Work, actor: Person, changed: Slot, *, was_under: int | None) -> None:
    """The slot has changed: other places or days may count, and under another contract, if it is offered there now.

    Then it fulfils that one's plan, and who has begun there counts there and no more under the former.
    """
    if changed.contract_id != was_under:
        await _plan_opened(work, actor, changed)
        await reported(work, actor, changed)
    for contract_id in dict.fromkeys((was_under, changed.contract_id)):
        if contract_id is not None:
            await by_starts.count(work, contract_id, changed.kind, actor=actor)


async def _is_replaced(work: Work, plan: Obligation, gone: Slot) -> bool:
    other = await slot.offered_under(work.session, plan.contract_id, since=gone.reported_at, but=gone.id)
    if other is None:
        return False
    by = other.reference
    return await fulfilment.replace(work.session, plan.id, instead_of=gone.reference, by=by)


async def _number(work: Work, contract_id: int) -> str:
    contract = await contracts.find(work.session, contract_id)
    return contract.registry_number if contract else ""
