"""Obligations to which the ladder has come: each takes its step, and what waits for a decision is asked about again."""

from collections.abc import Sequence

from domain.obligation import ObligationStatus
from handlers.handling.work import Work
from handlers.obligations.ladder import climbing, escalated, nudge_times
from handlers.people import recipient
from storage.obligations import ladder
from storage.obligations.obligation import Obligation

AT_ONCE = 100
"""Obligations in one transaction; what is left comes in the next."""


async def climb(work: Work) -> bool:
    """Let obligations climb, in working hours; says whether there may be more."""
    if not work.city.hours.is_open(work.now):
        return False
    due = await ladder.to_climb(work.session, now=work.now, at_most=AT_ONCE)
    await _ask_again(work, [each for each in due if each.status is ObligationStatus.ESCALATED])
    await climbing.climb(work, [each for each in due if each.status is ObligationStatus.OPEN])
    return len(due) == AT_ONCE


async def _ask_again(work: Work, undecided: Sequence[Obligation]) -> None:
    """Nobody has decided: the coordinators are asked about all of it, once a week."""
    if not undecided:
        return
    next_at = escalated.ask_again_at(work)
    await ladder.ask_again(work.session, [each.id for each in undecided], next_at=next_at)
    here = await recipient.coordinators(work)
    await nudge_times.plan(work, {each.id: work.now for each in here})
