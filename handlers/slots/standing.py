"""How a slot stands, as one person sees it."""

from collections import Counter
from collections.abc import Sequence

from domain.offer_step import ASKED_OF_HOLDER, OfferStep
from domain.placement import FILL_A_PLACE, HAS_ENDED, LIVE, UNDER_WAY, PlacementStatus
from domain.slot import SlotStatus
from domain.turn.offer import OfferFacts, turn_of
from domain.turn.placement import PlacementFacts
from domain.turn.placement import turn_of as placement_turn
from domain.turn.turn import Side
from handlers.handling.work import Work
from handlers.slots import facts, timing
from handlers.slots.telling import answering_for
from messages.slots.facts import OfferTurn, SlotFacts, SlotStanding
from storage.people import person
from storage.people.person import Person
from storage.placements import under_way
from storage.placements.placement import Placement
from storage.slots.slot import Slot


async def standing(work: Work, viewer: Person, slot: Slot) -> SlotStanding:
    """All that a list or a card tells of it."""
    (stand,) = await standings(work, viewer, [slot])
    return stand


async def standings(work: Work, viewer: Person, slots: Sequence[Slot]) -> list[SlotStanding]:
    """All that a list tells of each, looked up at once."""
    told = await facts.of_each(work, slots)
    placed = await under_way.all_in_slots(work.session, [slot.id for slot in slots if slot.claimed_by is not None])
    return [
        await _standing(work, viewer, slot, of_slot, placed.get(slot.id, []))
        for slot, of_slot in zip(slots, told, strict=True)
    ]


async def _standing(
    work: Work, viewer: Person, slot: Slot, told: SlotFacts, placed: Sequence[Placement]
) -> SlotStanding:
    live = [each for each in placed if each.status in LIVE]
    meant = [each for each in placed if each.status in UNDER_WAY]
    asked = [each for each in live if each.status not in FILL_A_PLACE]
    ended = Counter(each.status for each in placed if each.status in HAS_ENDED)
    return SlotStanding(
        slot=told,
        status=status_now(work, slot),
        holder=await holder(work, slot),
        is_yours=slot.claimed_by == viewer.id,
        reason=slot.withdrawn_reason,
        begun=len(live) - len(asked),
        asked=len(asked),
        ended=ended.total(),
        left_early=ended[PlacementStatus.ENDED_EARLY],
        codes=tuple(each.code for each in live),
        turn=await _turn_of_proposed(work, slot, meant) if meant else _turn(work, slot, live),
        empty_reason=slot.empty_reason,
        participants=slot.participants,
        is_found=slot.found_at is not None,
        proposed=len(meant),
        waits_for_you=slot.claimed_by == viewer.id and _is_asked_about(slot),
    )


def _is_asked_about(slot: Slot) -> bool:
    """Whether its holder was asked something about it, and has not answered."""
    lacks_reason = slot.status is SlotStatus.EXPIRED and slot.asked is OfferStep.REASON and slot.empty_reason is None
    return lacks_reason or (slot.status is SlotStatus.RESERVED and slot.asked in ASKED_OF_HOLDER)


def status_now(work: Work, slot: Slot) -> SlotStatus:
    """Where it is on its way; what is over is not open, also where the clock has not come to it yet."""
    is_over = slot.status in {SlotStatus.OPEN, SlotStatus.PAUSED} and timing.is_past(work, slot)
    return SlotStatus.EXPIRED if is_over else slot.status


def facts_for_turn(work: Work, slot: Slot, begun: Sequence[Placement]) -> OfferFacts:
    """What the rule has to know to say whose turn it is."""
    return OfferFacts(
        status=slot.status,
        asked=slot.asked,
        is_held_on_a_day=slot.timed.is_held_on_a_day,
        is_past=timing.is_past(work, slot),
        is_begun=bool(begun),
        had_holder=slot.claimed_by is not None,
        has_reason=slot.empty_reason is not None,
        next_on=work.city.today(slot.next_at) if slot.next_at is not None else None,
    )


def _turn(work: Work, slot: Slot, begun: Sequence[Placement]) -> OfferTurn:
    """Whose turn it is, as the rule says."""
    told = facts_for_turn(work, slot, begun)
    is_after_visit = slot.status is SlotStatus.RESERVED and told.is_held_on_a_day and told.is_past
    return OfferTurn(f"{'held' if is_after_visit else status_now(work, slot)}_{turn_of(told).side}")


async def _turn_of_proposed(work: Work, slot: Slot, meant: Sequence[Placement]) -> OfferTurn:
    """Whose turn it is where somebody is meant for a place: the supplier's, if it is for any of them."""
    is_in_reach = await answering_for(work, slot) is not None
    sides = {
        placement_turn(PlacementFacts(each.status, is_in_reach, awaits_answer=each.awaits_answer)).side
        for each in meant
    }
    first = next(side for side in (Side.SUPPLIER, Side.COORDINATOR, Side.MATCHER) if side in sides)
    return OfferTurn(f"proposed_{first}")


async def holder(work: Work, slot: Slot) -> str:
    """Who has it; empty where it is in no matcher's hands."""
    if slot.claimed_by is None or slot.status is SlotStatus.WITHDRAWN:
        return ""
    return (await person.find(work.session, slot.claimed_by)).name
