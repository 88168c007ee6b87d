"""What the demo's list says of placements in which somebody has begun: their ends, outcomes and evaluations."""

from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncSession

from bot.demo import coming_words as words
from bot.demo.city_description import Label
from domain.placement import PlacementStatus
from domain.placement_end import EndTimes, next_end_step
from domain.placement_step import PlacementStep
from domain.working_hours import WorkingHours
from storage.people import person, supplier
from storage.people.person import Person
from storage.placements import ending, evaluation, outcome
from storage.placements.placement import Placement
from storage.slots.slot import Slot

Told = tuple[datetime | None, Label, Person | Label]
"""When, what, and whom it concerns."""


async def ends(session: AsyncSession, hours: WorkingHours, *, after: datetime, at_most: int) -> list[Told]:
    """What the clock does next about ends."""
    found: list[Told] = []
    for each, slot in await ending.to_come(session, after=after, at_most=at_most):
        times = EndTimes(each.status, each.asked, each.last_on_in(slot))
        due = next_end_step(times, each.next_at or after, hours)
        if due is not None:
            told = words.of_placement(due.step, each.code)
            found.append((each.next_at, told, await _asked_of(session, due.step, each, slot)))
    return found


async def outcomes(session: AsyncSession, *, after: datetime, at_most: int) -> list[Told]:
    """What became of whom is asked next."""
    return [
        (row.next_at, words.of_outcome(each.code), await _matcher(session, each, slot))
        for row, each, slot in await outcome.to_come(session, after=after, at_most=at_most)
    ]


async def evaluations(session: AsyncSession, *, after: datetime, at_most: int) -> list[Told]:
    """Who evaluates what next."""
    return [
        (each.next_at, words.EVALUATION, await person.find(session, each.person_id))
        for each in await evaluation.to_come(session, after=after, at_most=at_most)
    ]


async def _asked_of(session: AsyncSession, step: PlacementStep, of: Placement, slot: Slot) -> Person | Label:
    if step is PlacementStep.END_OVER:
        return words.COORDINATOR
    if of.status is PlacementStatus.ENDING and of.is_end_suppliers_word:
        return await _matcher(session, of, slot)
    return words.people([(await supplier.find(session, slot.supplier_id)).name])


async def _matcher(session: AsyncSession, of: Placement, slot: Slot) -> Person:
    return await person.find(session, slot.claimed_by or of.matcher_id)
