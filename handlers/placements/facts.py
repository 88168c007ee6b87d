"""Gather what messages tell of a placement."""

from domain.placement import EndReason, PlacementStatus
from domain.placement_end import told_to_supplier
from domain.placement_step import PlacementStep
from domain.proposal_answer import TELLS_OF_A_PERSON, DeclineReason, ToldAnswer, WantsToKnow
from domain.slot import SlotStatus
from domain.turn.placement import PlacementFacts, turn_of
from domain.turn.turn import Side
from handlers.handling.work import Work
from handlers.slots import facts
from handlers.slots.telling import answering_for
from messages.placements.facts import Became, PlacementTold, PlacementTurn, Wondered
from storage.people import person
from storage.placements import outcome as outcomes
from storage.placements.ending import with_coordinators
from storage.placements.placement import Placement
from storage.slots.slot import Slot


async def told(work: Work, placement: Placement, slot: Slot, *, is_to_supplier: bool) -> PlacementTold:
    """The placement's facts, as far as the reader's side is to know them."""
    holder = await person.find(work.session, slot.claimed_by or placement.matcher_id)
    return PlacementTold(
        slot=await facts.of_slot(work, slot),
        code=placement.code,
        status=placement.status,
        turn=PlacementTurn((await side(work, placement, slot)).value),
        matcher=holder.name,
        starts_on=placement.starts_on,
        ends_on=placement.ends_on,
        extent=placement.extent,
        begun_on=placement.begun_on,
        wondered=wondered(placement),
        reason=_reason(placement, is_to_supplier=is_to_supplier),
        ended_on=placement.ended_on,
        end_reason=_end_reason(placement, is_to_supplier=is_to_supplier),
        is_early=placement.end_reason is not None and placement.end_reason.is_early,
        became=() if is_to_supplier else await _became(work, placement),
        is_offer_gone=placement.decline_reason is None and slot.status is not SlotStatus.RESERVED,
    )


async def side(work: Work, placement: Placement, slot: Slot) -> Side:
    """Whose turn it is, as the rule says."""
    return turn_of(await for_turn(work, placement, slot)).side


async def for_turn(work: Work, placement: Placement, slot: Slot) -> PlacementFacts:
    """What the rule has to know to say whose turn it is."""
    return PlacementFacts(
        status=placement.status,
        is_supplier_in_reach=await answering_for(work, slot) is not None,
        is_end_suppliers_word=bool(placement.is_end_suppliers_word),
        is_end_asked=placement.asked in {PlacementStep.END_ASKED, PlacementStep.END_REMINDED},
        is_end_with_coordinators=with_coordinators(placement),
        awaits_answer=placement.awaits_answer,
    )


async def _became(work: Work, placement: Placement) -> tuple[Became, ...]:
    said = await outcomes.of_placement(work.session, placement.id)
    return tuple(Became(each.after, each.outcome) for each in said if each.outcome is not None)


def wondered(placement: Placement) -> tuple[Wondered, ...]:
    """What the supplier wants to know, with the answers that have come, in the order in which it can be asked."""
    asked = placement.wants_to_know or {}
    return tuple(
        Wondered(topic, ToldAnswer(asked[topic]) if asked[topic] else None) for topic in WantsToKnow if topic in asked
    )


def _reason(placement: Placement, *, is_to_supplier: bool) -> DeclineReason | None:
    """Why nothing came of it: what the matcher says of the person is not for the supplier."""
    is_of_person = placement.decline_reason in TELLS_OF_A_PERSON
    is_matchers_word = placement.status is PlacementStatus.WITHDRAWN
    return None if is_to_supplier and is_matchers_word and is_of_person else placement.decline_reason


def _end_reason(placement: Placement, *, is_to_supplier: bool) -> EndReason | None:
    """How it ended: why somebody left early, as the matcher says, is not for the supplier either."""
    is_suppliers_word = bool(placement.is_end_suppliers_word)
    said = placement.end_reason
    return told_to_supplier(said, is_suppliers_word=is_suppliers_word) if is_to_supplier else said
