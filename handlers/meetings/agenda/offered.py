"""What waits with a supplier's offers, the questions about them and those who are meant for them."""

from collections.abc import Sequence
from datetime import date

from domain import agenda as rule
from domain.agenda import Point
from domain.placement import PlacementStatus
from handlers.handling.work import Work
from handlers.meetings.agenda.naming import Naming
from handlers.placements import facts as placement_facts
from handlers.slots.inquiry.reminding import turn_in
from handlers.slots.standing import facts_for_turn
from messages.meetings.agenda import AgendaAbout
from storage.placements import in_hand, under_way
from storage.placements import placement as placements
from storage.placements.placement import Placement
from storage.slots import inquiry
from storage.slots.slot import Slot

Points = list[Point[AgendaAbout]]


async def of_inquiries(work: Work, supplier_id: int, naming: Naming) -> Points:
    """Questions that have no answer, the supplier's and the city's."""
    found: Points = []
    for asked, slot in await inquiry.waiting_with(work.session, supplier_id):
        matter = rule.of_inquiry(asked.asked_side, await turn_in(work, asked, slot))
        if matter is not None:
            found.append(Point(matter, naming.offer(slot), work.city.today(asked.asked_at)))
    return found


async def of_offers(work: Work, slots: Sequence[Slot], naming: Naming) -> Points:
    """Offers that somebody is to do something about."""
    found: Points = []
    for slot in slots:
        begun = await placements.live_in(work.session, slot.id)
        free = slot.places - await under_way.count_taken(work.session, slot.id)
        matter = rule.of_offer(facts_for_turn(work, slot, begun), free)
        if matter is not None:
            found.append(Point(matter, naming.offer(slot), _came_to_it(work, slot)))
    return found


async def of_placements(work: Work, supplier_id: int, naming: Naming) -> Points:
    """Those who are meant for an offer, have begun in it or are about to end."""
    today = work.city.today(work.now)
    found: Points = []
    for placement, slot in await in_hand.of_supplier(work.session, supplier_id):
        facts = await placement_facts.for_turn(work, placement, slot)
        is_ahead = placement.starts_on is not None and placement.starts_on > today
        matter = rule.of_placement(facts, is_first_day_ahead=is_ahead)
        if matter is not None:
            found.append(Point(matter, naming.offer(slot), _waits_since(work, placement)))
    return found


def _came_to_it(work: Work, slot: Slot) -> date:
    """The day on which it came to where it is."""
    return work.city.today(slot.expired_at or slot.claimed_at or slot.reported_at)


def _waits_since(work: Work, placement: Placement) -> date | None:
    """The day from which the next word is waited for; None where that is not kept."""
    instants = {
        PlacementStatus.PROPOSED: placement.proposed_at,
        PlacementStatus.STARTED: placement.started_at,
        PlacementStatus.DENIED: placement.settled_at,
        PlacementStatus.ENDING: placement.end_said_at,
    }
    at = instants.get(placement.status)
    if at is not None:
        return work.city.today(at)
    return placement.starts_on if placement.status is PlacementStatus.AGREED else None
