"""*Ja* or *Nej*: the supplier says whether somebody has begun. What both sides say counts."""

from domain.access import Action, may
from domain.ledger_event import LedgerEvent
from domain.placement import PlacementStatus
from domain.placement_life import PlacementEvent
from handlers.handling.press import Press
from handlers.handling.showing import show_in_place
from handlers.handling.work import Work
from handlers.people import notice
from handlers.slots import facts as slot_facts
from handlers.slots.starts import counting, shown
from messages import everyone
from messages.message import Message
from messages.slots import start as said
from messages.slots.start import StartNews
from storage.people import person
from storage.people.person import Person
from storage.slots import placement as placements
from storage.slots import slot as slots
from storage.slots.placement import Placement
from storage.slots.slot import Slot

_NEWS = {
    PlacementStatus.CONFIRMED: StartNews.CONFIRMED,
    PlacementStatus.DENIED: StartNews.DENIED,
    PlacementStatus.UNDONE: StartNews.UNDONE,
}
_RECORDED = {
    StartNews.CONFIRMED: LedgerEvent.PLACEMENT_CONFIRMED,
    StartNews.DENIED: LedgerEvent.PLACEMENT_DENIED,
    StartNews.UNDONE: LedgerEvent.PLACEMENT_UNDONE,
}


async def confirm(work: Work, actor: Person, press: Press) -> None:
    """*Ja* was pressed."""
    await _answer(work, actor, press, PlacementEvent.CONFIRM)


async def deny(work: Work, actor: Person, press: Press) -> None:
    """*Nej* was pressed."""
    await _answer(work, actor, press, PlacementEvent.DENY)


async def _answer(work: Work, actor: Person, press: Press, event: PlacementEvent) -> None:
    found = await _found(work, actor, press.number(0))
    if found is None:
        await work.tell(actor, Message(everyone.NotFound()))
        return
    placement, slot = found
    is_answered = await placements.moved(work.session, placement.id, event, settled_by=actor.id, now=work.now)
    now = await placements.find(work.session, placement.id) or placement
    plan_of = ""
    if is_answered:
        plan_of = await _settle(work, actor, now, slot)
    message = await shown.settled(work, now, slot, _NEWS[now.status], plan_of)
    await show_in_place(work, actor, press, message)


async def _settle(work: Work, actor: Person, placement: Placement, slot: Slot) -> str:
    """Write it down, count it, and tell the matcher; says the contract whose number it fulfils."""
    news = _NEWS[placement.status]
    await work.record(
        _RECORDED[news],
        actor=actor,
        supplier_id=slot.supplier_id,
        contract_id=slot.contract_id,
        about=placement.reference,
        content=placement.code,
    )
    plan_of = await counting.confirmed(work, actor, slot) if news is StartNews.CONFIRMED else ""
    answered = said.StartAnswered(
        slot=await slot_facts.of_slot(work, slot),
        contact=actor.name,
        code=placement.code,
        news=news,
        begun=await placements.count_confirmed_in(work.session, slot.id),
    )
    matcher = await person.find(work.session, slot.claimed_by or placement.started_by)
    await notice.tell(work, matcher, Message(answered), about=placement.reference)
    return plan_of


async def _found(work: Work, actor: Person, placement_id: int) -> tuple[Placement, Slot] | None:
    placement = await placements.find(work.session, placement_id)
    slot = await slots.find(work.session, placement.slot_id) if placement else None
    if placement is None or slot is None:
        return None
    is_theirs = may(actor.actor, Action.CONFIRM_START, placement.subject_in(slot))
    return (placement, slot) if is_theirs else None
