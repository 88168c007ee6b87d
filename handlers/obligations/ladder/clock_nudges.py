"""Nudges: whoever's turn it is hears, in one message, of all that is to be done or decided."""

from domain.role import Role
from handlers.handling.work import Work
from handlers.obligations.ladder import deciding, reminding
from storage.obligations import nudge
from storage.obligations.nudge import Nudge
from storage.people import person

AT_ONCE = 20
"""People in one transaction; who is left comes in the next."""


async def send(work: Work) -> bool:
    """Tell those whose turn it is, in working hours; says whether there may be more."""
    if not work.city.hours.is_open(work.now):
        return False
    due = await nudge.due(work.session, now=work.now, at_most=AT_ONCE)
    for turn in due:
        await _tell(work, turn)
    return len(due) == AT_ONCE


async def _tell(work: Work, turn: Nudge) -> None:
    """What there is to say is looked up now; where nothing is left, nothing is said."""
    turn.due_at = None
    whose = await person.find(work.session, turn.person_id)
    tell = reminding.remind if whose.role is Role.SUPPLIER else deciding.remind
    if await tell(work, whose):
        turn.sent_at = work.now
