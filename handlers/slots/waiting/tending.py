"""The clock comes to the offers whose time it is: one step each, and when it comes again."""

from collections.abc import Awaitable, Callable

from domain.ledger_event import LedgerEvent
from domain.offer_step import LOOKED_AT_AFTER, OfferStep, step_now
from domain.slot import SlotStatus
from handlers.handling.work import Work
from handlers.slots import timing
from handlers.slots.closing import close_if_done
from handlers.slots.waiting import claimed, expiring, held, still, untaken
from storage.placements import under_way
from storage.slots import unclaimed
from storage.slots.slot import Slot

AT_ONCE = 5
"""Slots in one transaction, which holds the conversations of all who hear of them; what is left comes in the next."""

_DO: dict[OfferStep, Callable[[Work, Slot], Awaitable[bool]]] = {
    OfferStep.MATCHERS: untaken.ask_matchers,
    OfferStep.COORDINATOR: untaken.ask_coordinators,
    OfferStep.STILL: still.ask,
    OfferStep.HOLDER: claimed.ask,
    OfferStep.OVER_HOLDER: claimed.ask_coordinators,
    OfferStep.HELD: held.ask,
    OfferStep.OVER_HELD: held.ask_coordinators,
    OfferStep.EXPIRE: expiring.expire,
    OfferStep.REASON: expiring.ask_why,
    OfferStep.UNKNOWN: expiring.tell_without_reason,
}
"""Each says whether it was done; else it has said itself when the clock comes again."""


async def tend(work: Work) -> bool:
    """Do what is due; outside working hours only what wakes nobody. Says whether there may be more."""
    if work.city.hours.is_open(work.now):
        waiting = await unclaimed.due(work.session, now=work.now, at_most=AT_ONCE)
    else:
        today = work.city.today(work.now)
        waiting = await unclaimed.over(work.session, now=work.now, today=today, at_most=AT_ONCE)
    for slot in waiting:
        await _tend(work, slot)
    return len(waiting) == AT_ONCE


async def _tend(work: Work, slot: Slot) -> None:
    if await close_if_done(work, slot, is_over=slot.timed.is_past(work.city.today(work.now))):
        return
    if await _is_taken(work, slot):
        # Nothing to ask, and it can't expire; but a start may be taken back, and nothing may come of a proposal.
        slot.next_at = work.city.hours.working_days_later(work.now, LOOKED_AT_AFTER)
        return
    step = step_now(slot.timed, work.now, work.city.hours)
    if step is OfferStep.EXPIRE and slot.found_at is not None:
        # Somebody is meant for it, so it does not expire: whoever has it says each week what became of that.
        await claimed.ask(work, slot)
        slot.asked, slot.next_at = OfferStep.HOLDER, work.city.hours.working_days_later(work.now, LOOKED_AT_AFTER)
    elif step is None:
        slot.next_at = timing.next_at(work, slot.timed, asked=slot.asked)
    elif await _DO[step](work, slot):
        slot.asked, slot.next_at = step, timing.next_at(work, slot.timed, asked=step)
        asked_again = LedgerEvent.SLOT_ASKED_AGAIN
        await work.record(
            asked_again,
            supplier_id=slot.supplier_id,
            contract_id=slot.contract_id,
            about=slot.reference,
            content=step.value,
        )


async def _is_taken(work: Work, slot: Slot) -> bool:
    return slot.status is SlotStatus.RESERVED and await under_way.count_taken(work.session, slot.id) > 0
