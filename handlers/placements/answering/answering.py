"""*Vi vill träffas*, *Passar inte* and *Ändrade oss*: what the supplier says to a proposal."""

from domain.action import Action
from domain.frozen import frozen
from domain.ledger_event import LedgerEvent
from domain.placement import PlacementStatus
from domain.placement_life import PLACEMENT_LIFE, PlacementEvent
from domain.placement_step import TimedPlacement
from domain.proposal_answer import SUPPLIER_DECLINES, DeclineReason
from domain.slot import SlotStatus
from handlers.handling.answer import Answer
from handlers.handling.choices import numbered
from handlers.handling.press import Press
from handlers.handling.work import Work
from handlers.placements import facts, recording, telling, views
from handlers.placements.card import card
from handlers.placements.clock import timing
from handlers.placements.codes import DECLINE_REASON
from handlers.placements.finding import refreshed, theirs
from handlers.placements.views import Shown
from handlers.slots.reaching.reachable import shown_to
from messages.message import Message
from messages.placements.facts import PlacementNews
from messages.placements.proposal import DeclineAsked, ProposalAnswered
from storage.people import person
from storage.people.person import Person
from storage.placements import under_way
from storage.placements.placement import Placement
from storage.slots import slot as slots
from storage.slots.slot import Slot


@frozen
class Word:
    """Whose word it is.

    Attributes:
        speaker: The name of somebody at the supplier.
        shown_at: The message that shows already what has come of it.
    """

    speaker: str
    shown_at: int = 0


def _own(actor: Person, press: Press) -> Word:
    return Word(actor.name, telling.shown_at(press))


async def meet(work: Work, actor: Person, press: Press) -> Answer:
    """*Vi vill träffas* was pressed."""
    placement, slot = await theirs(work, actor, Action.ANSWER_PROPOSAL, press.number(0))
    is_told = await interested(work, actor, placement, slot, PlacementEvent.INTEREST, _own(actor, press))
    return await card(work, actor, placement, slot, PlacementNews.INTERESTED if is_told else PlacementNews.MOVED_ON)


async def reconsider(work: Work, actor: Person, press: Press) -> Answer:
    """*Vi har ändrat oss* was pressed: as long as nobody else has the place."""
    placement, slot = await theirs(work, actor, Action.ANSWER_PROPOSAL, press.number(0))
    # Held, so that what is counted in it stays true.
    held = await slots.locked(work.session, slot.id) or slot
    if held.status is not SlotStatus.RESERVED:
        return await card(work, actor, placement, held, PlacementNews.MOVED_ON)
    if await under_way.count_taken(work.session, held.id) >= held.places:
        return await card(work, actor, placement, held, PlacementNews.TAKEN)
    is_told = await interested(work, actor, placement, held, PlacementEvent.RECONSIDER, _own(actor, press))
    return await card(work, actor, placement, slot, PlacementNews.INTERESTED if is_told else PlacementNews.MOVED_ON)


async def ask_why(work: Work, actor: Person, press: Press) -> Answer:
    """*Passar inte* was pressed: why?"""
    placement, slot = await theirs(work, actor, Action.ANSWER_PROPOSAL, press.number(0))
    if not PLACEMENT_LIFE.allows(placement.status, PlacementEvent.DECLINE):
        return await card(work, actor, placement, slot, PlacementNews.MOVED_ON)
    labels = [f"decline_reason.{reason}" for reason in SUPPLIER_DECLINES]
    told = await facts.told(work, placement, slot, is_to_supplier=True)
    return Message(DeclineAsked(told), numbered(views.choices(labels, placement.id, DECLINE_REASON)))


async def decline(work: Work, actor: Person, press: Press) -> Answer:
    """A reason was chosen."""
    placement, slot = await theirs(work, actor, Action.ANSWER_PROPOSAL, press.number(0))
    reason = dict(enumerate(SUPPLIER_DECLINES)).get(press.number(1))
    is_told = reason is not None and await declined(work, actor, placement, slot, reason, _own(actor, press))
    return await card(work, actor, placement, slot, PlacementNews.DECLINED if is_told else PlacementNews.MOVED_ON)


async def interested(  # noqa: PLR0913, PLR0917  what the supplier says of what, and who wrote it down
    work: Work, actor: Person, placement: Placement, slot: Slot, event: PlacementEvent, word: Word
) -> bool:
    """The supplier wants to meet, by that word: now it is the matcher's turn. False where it comes too late."""
    next_at = timing.next_at(work, TimedPlacement(PlacementStatus.INTERESTED))
    if not await under_way.happens(work.session, placement.id, event, next_at=next_at, decline_reason=None):
        return False
    await _tell(work, actor, placement, slot, LedgerEvent.PLACEMENT_INTERESTED, word)
    return True


async def declined(  # noqa: PLR0913, PLR0917  what the supplier says of what, and who wrote it down
    work: Work, actor: Person, placement: Placement, slot: Slot, reason: DeclineReason, word: Word
) -> bool:
    """It does not suit the supplier, by that word. False where that comes too late."""
    is_declined = await under_way.happens(
        work.session, placement.id, PlacementEvent.DECLINE, next_at=None, decline_reason=reason
    )
    if is_declined:
        await _tell(work, actor, placement, slot, LedgerEvent.PLACEMENT_DECLINED, word)
    return is_declined


async def _tell(  # noqa: PLR0913, PLR0917  who says what of what, and how the ledger names it
    work: Work, actor: Person, placement: Placement, slot: Slot, event: LedgerEvent, word: Word
) -> None:
    """The matcher hears it, with what they can do next."""
    now = await refreshed(work, placement)
    await recording.record(work, actor, now, slot, event, now.decline_reason or "")
    await telling.show_as_it_is(work, now, except_at=word.shown_at)
    told = await facts.told(work, now, slot, is_to_supplier=False)
    holder = await person.find(work.session, slot.claimed_by or now.matcher_id)
    if holder.id == actor.id:
        return
    buttons = views.card_buttons(Shown(now, slot, has_room=True), holder)
    to = await shown_to(work, holder, slot)
    said = ProposalAnswered(told, word.speaker, to.name if to else "", work.city.contact)
    message = Message(said, buttons, details_of=to.reference if to else None)
    await telling.tell_matcher(work, now, slot, message, "answered")
