"""*Det blev inget*: the matcher says why, and the supplier is thanked. Or the offer is nobody's to go on with."""

from domain.ledger_event import LedgerEvent
from domain.placement_life import PlacementEvent
from domain.proposal_answer import MATCHER_WITHDRAWS
from domain.slot import SlotStatus
from handlers.handling.answer import Answer
from handlers.handling.choices import numbered
from handlers.handling.press import Press
from handlers.handling.work import Work
from handlers.placements import facts, recording, telling, views
from handlers.placements.card import card
from handlers.placements.codes import NOTHING_REASON
from handlers.placements.finding import refreshed, to_lead
from handlers.slots import views as slot_views
from messages.button import data
from messages.label import Label
from messages.message import Message
from messages.placements.facts import PlacementNews
from messages.placements.proposal import PlacementWithdrawn, WithdrawalAsked
from storage.people.person import Person
from storage.placements import placement as placements
from storage.placements import under_way
from storage.placements.placement import Placement
from storage.slots.slot import Slot


async def ask_why(work: Work, actor: Person, press: Press) -> Answer:
    """It was pressed: why?"""
    placement, slot, can_be = await to_lead(work, actor, press.number(0), PlacementEvent.WITHDRAW)
    if not can_be:
        return await card(work, actor, placement, slot, PlacementNews.MOVED_ON)
    labels = [f"decline_reason.{reason}" for reason in MATCHER_WITHDRAWS]
    told = await facts.told(work, placement, slot, is_to_supplier=False)
    return Message(WithdrawalAsked(told), numbered(views.choices(labels, placement.id, NOTHING_REASON)))


async def withdraw(work: Work, actor: Person, press: Press) -> Answer:
    """A reason was chosen."""
    placement, slot, can_be = await to_lead(work, actor, press.number(0), PlacementEvent.WITHDRAW)
    reason = dict(enumerate(MATCHER_WITHDRAWS)).get(press.number(1))
    is_withdrawn = (
        can_be
        and reason is not None
        and await under_way.happens(
            work.session, placement.id, PlacementEvent.WITHDRAW, next_at=None, decline_reason=reason
        )
    )
    if not is_withdrawn:
        return await card(work, actor, placement, slot, PlacementNews.MOVED_ON)
    await recording.record(work, actor, placement, slot, LedgerEvent.PLACEMENT_WITHDRAWN, reason or "")
    await telling.show_as_it_is(work, placement, except_at=telling.shown_at(press))
    await _thank(work, placement, slot)
    return await card(work, actor, placement, slot, PlacementNews.WITHDRAWN)


async def follow(work: Work, actor: Person, slot: Slot) -> None:
    """The slot is another matcher's to go on with, or nobody's: then nothing comes of what is under way in it."""
    if slot.status is SlotStatus.RESERVED and slot.claimed_by is not None:
        await under_way.hand_over(work.session, slot.id, slot.claimed_by)
        for each in await under_way.in_slot(work.session, slot.id):
            await telling.show_as_it_is(work, each)
        return
    is_suppliers_word = slot.status is SlotStatus.WITHDRAWN
    event = PlacementEvent.DECLINE if is_suppliers_word else PlacementEvent.WITHDRAW
    for placement_id in await under_way.give_up(work.session, slot.id, event):
        placement = await placements.find(work.session, placement_id)
        if placement is not None:
            await _given_up(work, actor, placement, slot, is_suppliers_word=is_suppliers_word)


async def _given_up(work: Work, actor: Person, placement: Placement, slot: Slot, *, is_suppliers_word: bool) -> None:
    event = LedgerEvent.PLACEMENT_DECLINED if is_suppliers_word else LedgerEvent.PLACEMENT_WITHDRAWN
    await recording.record(work, actor, placement, slot, event)
    await telling.show_as_it_is(work, placement)
    if not is_suppliers_word:
        await _thank(work, placement, slot)


async def _thank(work: Work, placement: Placement, slot: Slot) -> None:
    """The supplier hears it, with thanks, and what comes next."""
    now = await refreshed(work, placement)
    told = await facts.told(work, now, slot, is_to_supplier=True)
    to_slot = numbered([(Label("placement.to_slot"), data(slot_views.CARD, slot.id, slot.revision))])
    await telling.tell_supplier(work, now, slot, Message(PlacementWithdrawn(told), to_slot), "withdrawn")
