"""What the clock does with the ladder: obligations take their next step, and people hear what they have to do."""

from collections.abc import Sequence

from domain.obligation import ObligationStatus
from domain.role import Role
from domain.turn.obligation import Awaited
from handlers.handling.work import Work
from handlers.obligations.ladder import climbing, deciding, escalated, nudge_times, reminding
from handlers.obligations.turns import turns_of
from handlers.people import recipient
from storage.obligations import ladder, nudge_time
from storage.obligations.nudge_time import NudgeTime
from storage.obligations.obligation import Obligation
from storage.people import person

OBLIGATIONS_AT_ONCE = 100
"""Obligations in one transaction; what is left comes in the next."""

PEOPLE_AT_ONCE = 20
"""People in one transaction; who is left comes in the next."""


async def climb(work: Work) -> bool:
    """Let obligations climb, in working hours; says whether there may be more."""
    if not work.city.hours.is_open(work.now):
        return False
    due = await ladder.to_climb(work.session, now=work.now, at_most=OBLIGATIONS_AT_ONCE)
    await _ask_again(work, [each for each in due if each.status is ObligationStatus.ESCALATED])
    await climbing.climb(work, [each for each in due if each.status is ObligationStatus.OPEN])
    return len(due) == OBLIGATIONS_AT_ONCE


async def nudge(work: Work) -> bool:
    """Tell those whose time has come, in working hours, each in one message; says whether there may be more."""
    if not work.city.hours.is_open(work.now):
        return False
    due = await nudge_time.due(work.session, now=work.now, at_most=PEOPLE_AT_ONCE)
    # Whoever holds several people's conversations takes them by id: docs/decisions/0022.
    for each in sorted(due, key=lambda each: each.person_id):
        await _tell(work, each)
    return len(due) == PEOPLE_AT_ONCE


async def _ask_again(work: Work, undecided: Sequence[Obligation]) -> None:
    """Nobody has decided: the coordinators are asked about all of it, once a week; not while a meeting is booked."""
    if not undecided:
        return
    next_at = escalated.ask_again_at(work)
    await ladder.ask_again(work.session, [each.id for each in undecided], next_at=next_at)
    turns = await turns_of(work, undecided)
    if all(each.awaited is Awaited.MEETING for each in turns.values()):
        return
    here = await recipient.coordinators(work)
    await nudge_times.plan(work, {each.id: work.now for each in here})


async def _tell(work: Work, theirs: NudgeTime) -> None:
    """Say what there is to say by now; where nothing is left, nothing is said, and the week does not begin anew."""
    theirs.due_at = None
    whose = await person.find(work.session, theirs.person_id)
    tell = reminding.remind if whose.role is Role.SUPPLIER else deciding.remind
    if await tell(work, whose):
        theirs.sent_at = work.now
