"""*Ja* or *Nej*: the supplier says whether somebody has begun. What both sides say counts."""

from domain.access import may
from domain.action import Action
from domain.ledger_event import LedgerEvent
from domain.placement import HAS_BEGUN, PlacementStatus
from domain.placement_life import PlacementEvent
from handlers.handling.answer import Answer, NotTheirsError
from handlers.handling.press import Press
from handlers.handling.work import Work
from handlers.people import notice
from handlers.placements import telling
from handlers.placements.card import card
from handlers.placements.starts import counting, disagreeing, new_resident, shown
from handlers.slots import facts
from messages.message import Message
from messages.placements.facts import PlacementNews
from messages.placements.start import StartAnswered, StartNews
from storage.people import person
from storage.people.person import Person
from storage.placements import placement as placements
from storage.placements.placement import Placement
from storage.slots import slot as slots
from storage.slots.slot import Slot

_NEWS = {
    PlacementStatus.DENIED: StartNews.DENIED,
    PlacementStatus.UNDONE: StartNews.UNDONE,
    **dict.fromkeys(HAS_BEGUN, StartNews.CONFIRMED),
}
_RECORDED = {
    StartNews.CONFIRMED: LedgerEvent.PLACEMENT_CONFIRMED,
    StartNews.DENIED: LedgerEvent.PLACEMENT_DENIED,
    StartNews.UNDONE: LedgerEvent.PLACEMENT_UNDONE,
}


async def confirm(work: Work, actor: Person, press: Press) -> Answer:
    """*Ja* was pressed."""
    return await _answer(work, actor, press, PlacementEvent.CONFIRM)


async def deny(work: Work, actor: Person, press: Press) -> Answer:
    """*Nej* was pressed."""
    return await _answer(work, actor, press, PlacementEvent.DENY)


async def _answer(work: Work, actor: Person, press: Press, event: PlacementEvent) -> Message:
    placement, slot = await _theirs(work, actor, press.number(0))
    plan_of = await settle(work, actor, placement, slot, event, speaker=actor.name)
    now = await placements.find(work.session, placement.id) or placement
    if now.status not in _NEWS:
        return await card(work, actor, now, slot, PlacementNews.MOVED_ON)
    return await shown.settled(work, now, slot, _NEWS[now.status], plan_of or "")


async def settle(  # noqa: PLR0913  what the supplier says of which start, and who wrote it down
    work: Work, actor: Person, placement: Placement, slot: Slot, event: PlacementEvent, *, speaker: str
) -> str | None:
    """Let the start be confirmed or denied for the supplier, by the speaker's word.

    Returns the number of the contract that it fulfils, or nothing; None where it was answered or taken back before.
    """
    if not await placements.let_happen(work.session, placement.id, event, settled_by=actor.id, now=work.now):
        return None
    now = await placements.find(work.session, placement.id) or placement
    await telling.show_as_it_is(work, now)
    return await _settled(work, actor, now, slot, speaker)


async def _settled(work: Work, actor: Person, placement: Placement, slot: Slot, speaker: str) -> str:
    """Record the answer, count the start, and tell the matcher; returns the number of the contract that it fulfils."""
    news = _NEWS[placement.status]
    await work.record(
        _RECORDED[news],
        actor=actor,
        supplier_id=slot.supplier_id,
        contract_id=slot.contract_id,
        about=placement.reference,
        content=placement.code,
    )
    plan_of = ""
    if news is StartNews.CONFIRMED:
        plan_of = await counting.confirmed(work, actor, placement, slot)
    else:
        await new_resident.decide(work, placement)
    answered = StartAnswered(
        slot=await facts.of_slot(work, slot),
        contact=speaker,
        code=placement.code,
        news=news,
        begun=await placements.count_filled_in(work.session, slot.id),
    )
    matcher = await person.find(work.session, slot.claimed_by or placement.matcher_id)
    if matcher.id != actor.id:
        await notice.tell(work, matcher, Message(answered), about=placement.reference)
    if news is StartNews.DENIED:
        await disagreeing.bring_up(work, placement, slot)
    return plan_of


async def _theirs(work: Work, actor: Person, placement_id: int) -> tuple[Placement, Slot]:
    """The placement and its slot. Raises NotTheirsError unless the actor may say whether it is so."""
    placement = await placements.find(work.session, placement_id)
    slot = await slots.find(work.session, placement.slot_id) if placement else None
    if placement is None or slot is None or not may(actor.actor, Action.CONFIRM_START, placement.subject_in(slot)):
        raise NotTheirsError
    return placement, slot
