"""The matcher says that somebody has begun, the supplier that nobody has: a coordinator hears both, and settles it."""

from domain.access import may
from domain.action import Action
from domain.ledger_event import LedgerEvent
from domain.placement import HAS_BEGUN, PlacementStatus
from domain.placement_life import PlacementEvent
from handlers.handling.answer import Answer, NotTheirsError
from handlers.handling.choices import numbered
from handlers.handling.press import Press
from handlers.handling.work import Work
from handlers.obligations import contract_facts
from handlers.people import notice, recipient
from handlers.placements import telling
from handlers.placements.starts import beginning, codes, counting, shown
from handlers.slots import facts
from handlers.slots.telling import tell_reporter
from messages.button import data
from messages.label import Label
from messages.message import Message
from messages.placements.start import Disagreement, StartDecided, StartDisagreed, StartNews
from storage import outbox
from storage.people import person
from storage.people.person import Person
from storage.placements import placement as placements
from storage.placements.placement import Placement
from storage.slots import slot as slots
from storage.slots.slot import Slot

_STANDS = dict.fromkeys(HAS_BEGUN, Disagreement.BEGUN) | {
    PlacementStatus.DENIED: Disagreement.OPEN,
    PlacementStatus.UNDONE: Disagreement.NOT_BEGUN,
}


async def bring_up(work: Work, placement: Placement, slot: Slot) -> None:
    """Let the coordinators know of it, with whom to call."""
    ways = [
        (Label("disagreement.begun"), data(codes.HAS_BEGUN, placement.id)),
        (Label("disagreement.not_begun"), data(codes.HAS_NOT_BEGUN, placement.id)),
    ]
    told = Message(await _told(work, placement, slot), numbered(ways))
    for each in await recipient.coordinators(work):
        key = f"{codes.disagreed(placement.id)}{each.id}"
        await notice.tell_directly(work, each, told, about=placement.reference, key=key)


async def begun(work: Work, actor: Person, press: Press) -> Answer:
    """*De har börjat* was pressed: the start counts, by the coordinator's word."""
    return await _settle(work, actor, press, PlacementEvent.SETTLE)


async def not_begun(work: Work, actor: Person, press: Press) -> Answer:
    """*Ingen har börjat* was pressed: the start counts for nothing."""
    return await _settle(work, actor, press, PlacementEvent.UNDO)


async def _settle(work: Work, actor: Person, press: Press, event: PlacementEvent) -> Message:
    placement, slot = await _found(work, actor, press)
    if await _is_settled(work, actor, placement, slot, event):
        now = await beginning.refreshed(work, placement)
        await _spread(work, actor, now, slot)
        await _show_others(work, now, slot)
    return Message(await _told(work, await beginning.refreshed(work, placement), slot))


async def _is_settled(work: Work, actor: Person, placement: Placement, slot: Slot, event: PlacementEvent) -> bool:
    held = await slots.locked(work.session, slot.id) or slot
    is_begun = event is PlacementEvent.SETTLE
    now = await beginning.refreshed(work, placement)
    # Where somebody has begun in every place meanwhile, it was said again, and counts already.
    if now.status is not PlacementStatus.DENIED or (is_begun and await beginning.is_full(work, held)):
        return False
    return await placements.let_happen(work.session, placement.id, event, settled_by=actor.id, now=work.now)


async def _spread(work: Work, actor: Person, placement: Placement, slot: Slot) -> None:
    """Write it down as the coordinator's word, let it count, and tell both sides."""
    is_begun = placement.status in HAS_BEGUN
    await work.record(
        LedgerEvent.PLACEMENT_SETTLED,
        actor=actor,
        supplier_id=slot.supplier_id,
        contract_id=slot.contract_id,
        about=placement.reference,
        content=placement.code,
    )
    news = StartNews.CONFIRMED if is_begun else StartNews.UNDONE
    plan_of = await counting.confirmed(work, actor, placement, slot) if is_begun else ""
    await telling.show_as_it_is(work, placement)
    decided = Message(StartDecided(await facts.of_slot(work, slot), actor.name, placement.code, is_begun, plan_of))
    await shown.change(work, placement, await shown.settled(work, placement, slot, news, plan_of))
    await tell_reporter(work, slot, decided, about=placement.reference)
    matcher = await person.find(work.session, slot.claimed_by or placement.matcher_id)
    await notice.tell(work, matcher, decided, about=placement.reference)


async def _show_others(work: Work, placement: Placement, slot: Slot) -> None:
    """Every coordinator who was told sees that it is settled."""
    told = Message(await _told(work, placement, slot))
    begins = codes.disagreed(placement.id)
    for row in await outbox.said_about(work.session, placement.reference, key_begins=begins):
        await work.edit(row.id, told)


async def _told(work: Work, placement: Placement, slot: Slot) -> StartDisagreed:
    under = slot.contract_id
    told = await facts.of_slot(work, slot)
    return StartDisagreed(
        slot=told,
        matcher=(await person.find(work.session, placement.matcher_id)).name,
        code=placement.code,
        contacts=await contract_facts.contacts_to_call(work, under) if under is not None else (),
        stands=_STANDS.get(placement.status, Disagreement.MOVED_ON),
    )


async def _found(work: Work, actor: Person, press: Press) -> tuple[Placement, Slot]:
    placement = await placements.find(work.session, press.number(0))
    slot = await slots.find(work.session, placement.slot_id) if placement else None
    if placement is None or slot is None or not may(actor.actor, Action.SETTLE_START, placement.subject_in(slot)):
        raise NotTheirsError
    return placement, slot
