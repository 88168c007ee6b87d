"""Both sides say that a placement has ended: what follows from that."""

from domain.ledger_event import LedgerEvent
from domain.placement import EndReason
from handlers.handling.answer import Answer
from handlers.handling.work import Work
from handlers.placements.ending import asking, showing
from handlers.placements.ending.finding import Ending, of_placement
from handlers.placements.evaluation import planning as evaluations
from handlers.placements.outcomes import planning as outcomes
from handlers.placements.recording import record
from handlers.placements.starts import counting
from messages.placements.end import EndNews
from storage.people.person import Person
from storage.placements import ending as ends


async def settle(work: Work, actor: Person, ending: Ending, reason: EndReason, *, except_at: int = 0) -> Answer:
    """It has ended, and so; returns what the actor is shown: their own evaluation, where they are asked now."""
    if not await ends.settle(work.session, ending.placement.id, reason, by=actor.id, now=work.now):
        return await showing.as_it_is(work, actor, await of_placement(work, ending.placement))
    now = await of_placement(work, ending.placement)
    await record(work, actor, now.placement, now.slot, _event(reason))
    await (counting.left_early if reason.is_early else counting.completed)(work, actor, now.slot)
    await asking.show(work, now, EndNews.SETTLED, except_at=except_at)
    await outcomes.plan(work, now.placement, since=now.placement.ended_on or work.city.today(work.now))
    return await evaluations.plan(work, actor, now) or await showing.as_it_is(work, actor, now)


def _event(reason: EndReason) -> LedgerEvent:
    return LedgerEvent.PLACEMENT_ENDED_EARLY if reason.is_early else LedgerEvent.PLACEMENT_COMPLETED
