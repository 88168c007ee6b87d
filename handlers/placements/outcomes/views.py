"""The question what became of somebody, and how it reads once it is said: the same buttons change it for a week."""

from domain.changeable import is_changeable, last_changeable_on
from domain.outcome import Outcome
from domain.placement import EndReason
from handlers.handling.answer import NotTheirsError
from handlers.handling.choices import numbered
from handlers.handling.work import Work
from handlers.placements.outcomes.codes import SAY
from handlers.slots import facts
from messages.button import data
from messages.label import Label
from messages.message import Message
from messages.placements.outcome import OutcomeAsked
from storage.placements import placement as placements
from storage.placements.outcome import OutcomeRow
from storage.slots import slot as slots


async def question(work: Work, row: OutcomeRow, *, is_again: bool = False) -> Message:
    """What became of them, or what was said of it."""
    placement = await placements.find(work.session, row.placement_id)
    slot = await slots.find(work.session, placement.slot_id) if placement is not None else None
    if placement is None or slot is None:
        raise NotTheirsError
    asked = OutcomeAsked(
        slot=await facts.of_slot(work, slot),
        code=placement.code,
        after=row.after,
        ended_on=placement.ended_on,
        is_hired=placement.end_reason is EndReason.HIRED,
        outcome=row.outcome,
        changeable_until=last_changeable_on(work.city.today(row.said_at)) if row.said_at is not None else None,
        is_again=is_again,
    )
    choices = [(Label(f"became.{each}"), data(SAY, row.id, place)) for place, each in enumerate(Outcome)]
    return Message(asked, numbered(choices) if is_changeable(row.said_at, work.now) else ())


def key_begins(row: OutcomeRow) -> str:
    """How the keys of the questions begin."""
    return f"placement-outcome:{row.id}:"
