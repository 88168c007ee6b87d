"""What is asked once somebody has begun: has it ended, what became of it, would you again?"""

from collections.abc import Sequence
from datetime import datetime

from domain.outcome import MOST_ASKED
from domain.outlook import COORDINATORS, Addressee
from domain.placement import PlacementStatus
from domain.placement_end import EndTimes, next_end_step
from domain.placement_step import PlacementStep
from handlers.handling.work import Work
from messages.outlook.outlook import OutlookAbout
from storage.contracts import contract as contracts
from storage.people import person as persons
from storage.people import supplier as suppliers
from storage.placements import ending, outcome
from storage.placements.placement import Placement
from storage.slots.slot import Slot

Asked = tuple[datetime, Addressee, OutlookAbout]
"""When who is asked about what."""


async def asked(work: Work, *, after: datetime, at_most: int) -> Sequence[Asked]:
    """What is asked about ends and outcomes after that instant."""
    ends = await ending.to_come(work.session, after=after, at_most=at_most)
    became = await outcome.to_come(work.session, after=after, at_most=at_most)
    found = [(each.next_at, await _of_end(work, each, slot), await _about(work, slot)) for each, slot in ends]
    for row, placement, slot in became:
        if row.times_asked < MOST_ASKED:
            # Of whom it is asked says what it is about: no contract is to know what became of anybody.
            found.append((row.next_at, await _matcher(work, placement, slot), OutlookAbout("", slot=slot.kind)))
    return [(at, to, about) for at, to, about in found if at is not None]


async def _of_end(work: Work, placement: Placement, slot: Slot) -> Addressee:
    """Whom the clock's next step about its end asks."""
    times = EndTimes(placement.status, placement.asked, placement.last_on_in(slot))
    due = next_end_step(times, placement.next_at or work.now, work.city.hours)
    if due is not None and due.step is PlacementStep.END_OVER:
        return COORDINATORS
    if placement.status is PlacementStatus.ENDING and placement.is_end_suppliers_word:
        return await _matcher(work, placement, slot)
    return Addressee((await suppliers.find(work.session, slot.supplier_id)).name)


async def _matcher(work: Work, placement: Placement, slot: Slot) -> Addressee:
    return Addressee((await persons.find(work.session, slot.claimed_by or placement.matcher_id)).name)


async def _about(work: Work, slot: Slot) -> OutlookAbout:
    under = await contracts.find(work.session, slot.contract_id) if slot.contract_id is not None else None
    return OutlookAbout(under.registry_number if under is not None else "", slot=slot.kind)
