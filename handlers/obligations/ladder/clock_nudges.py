"""Nudges: each person whose time has come hears, in one message, of all that is to be done or decided."""

from domain.role import Role
from handlers.handling.work import Work
from handlers.obligations.ladder import deciding, reminding
from storage.obligations import nudge_time
from storage.obligations.nudge_time import NudgeTime
from storage.people import person

AT_ONCE = 20
"""People in one transaction; who is left comes in the next."""


async def send(work: Work) -> bool:
    """Tell those whose time has come, in working hours; says whether there may be more."""
    if not work.city.hours.is_open(work.now):
        return False
    due = await nudge_time.due(work.session, now=work.now, at_most=AT_ONCE)
    for each in due:
        await _tell(work, each)
    return len(due) == AT_ONCE


async def _tell(work: Work, theirs: NudgeTime) -> None:
    """Say what there is to say by now; where nothing is left, nothing is said, and the week does not begin anew."""
    theirs.due_at = None
    whose = await person.find(work.session, theirs.person_id)
    tell = reminding.remind if whose.role is Role.SUPPLIER else deciding.remind
    if await tell(work, whose):
        theirs.sent_at = work.now
