"""Months of full-time work that a contract asks for: how far they have come, and when they will be enough."""

from collections.abc import Sequence
from datetime import date, timedelta
from fractions import Fraction

from domain.frozen import frozen
from domain.month_count import FULL_TIME, Job, counted, full_time, reached_on
from domain.placement import PlacementStatus
from domain.slot import SlotKind
from domain.slot_field import SlotField
from handlers.handling.work import Work
from storage.obligations.obligation import Obligation
from storage.placements import worked
from storage.placements.placement import Placement
from storage.slots.slot import Slot

FULL_WEEK = 40
"""Hours."""

ENDED = (PlacementStatus.COMPLETED, PlacementStatus.ENDED_EARLY)
"""Both sides have said so; until then somebody is at work."""


@frozen
class MonthsStanding:
    """How far a number of months has come.

    Attributes:
        done: The months that fall to it.
        agreed: Those that do once all who have begun have worked as agreed.
        is_reached: It is met.
        reached_on: The day with whose end it is met, if all goes on as it is; None where that is no day.
        is_offered: With what is offered besides, it would be met.
    """

    done: Fraction
    agreed: Fraction
    is_reached: bool
    reached_on: date | None
    is_offered: bool


@frozen
class _Made:
    """What is worked and offered of a kind under a contract."""

    starts: Sequence[tuple[Placement, Slot]]
    free: Sequence[tuple[Slot, int]]


async def standings(
    work: Work, contract_id: int, kind: SlotKind, numbers: Sequence[tuple[Obligation, int, int]]
) -> dict[int, MonthsStanding]:
    """How far each of these numbers has come, by its id; each comes with what is asked before it, and with it."""
    if not numbers:
        return {}
    made = _Made(
        await worked.under(work.session, contract_id, kind), await worked.free_under(work.session, contract_id, kind)
    )
    return {each.id: _standing(work, made, kind, each, before, total) for each, before, total in numbers}


def _standing(  # noqa: PLR0913, PLR0917  what is made, and what is asked for
    work: Work, made: _Made, kind: SlotKind, each: Obligation, before: int, total: int
) -> MonthsStanding:
    """Today is not over, and counts from tomorrow on."""
    yesterday = work.city.today(work.now) - timedelta(days=1)
    jobs = [_job(work, placement, slot, each.due_on) for placement, slot in made.starts]
    now = counted(jobs, yesterday, kind)
    offered = sum((_offered(slot, free, each.due_on) for slot, free in made.free), Fraction(0))
    is_offered = now.in_sight + now.excused + offered >= total
    is_reached = now.reaches(total) or (each.may_be_offered and is_offered)
    return MonthsStanding(
        done=_part(now.done, before, total),
        agreed=_part(now.in_sight, before, total),
        is_reached=is_reached,
        reached_on=None if is_reached else reached_on(jobs, total, yesterday, kind),
        is_offered=is_offered,
    )


def _part(made: Fraction, before: int, total: int) -> Fraction:
    """What falls to a number, of what is made for all."""
    return min(max(made - before, Fraction(0)), Fraction(total - before))


def _job(work: Work, placement: Placement, slot: Slot, due_on: date) -> Job:
    """Without a last day somebody is looked ahead to be at work until the number's day."""
    begun_on = placement.begun_on or work.city.today(placement.settled_at or placement.started_at or work.now)
    last_on = placement.ends_on or slot.ends_on
    has_ended = placement.status in ENDED
    return Job(
        begun_on=begun_on,
        last_on=max(last_on or due_on, begun_on),
        extent=placement.extent or _extent(slot),
        ended_on=placement.ended_on if has_ended else None,
        early=placement.end_reason if placement.status is PlacementStatus.ENDED_EARLY else None,
        has_last_day=last_on is not None or has_ended,
    )


def _offered(slot: Slot, free: int, due_on: date) -> Fraction:
    """The months of an offer's places in which nobody has begun."""
    begins = slot.starts_on or due_on
    return free * full_time(begins, slot.ends_on or due_on, _extent(slot))


def _extent(slot: Slot) -> int:
    """Per cent of full time, by the hours that the supplier has told; full time where it has told none."""
    told = slot.details.get(SlotField.HOURS_A_WEEK, "")
    return min(int(told) * FULL_TIME // FULL_WEEK, FULL_TIME) if told.isdecimal() else FULL_TIME
