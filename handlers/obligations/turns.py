"""Whose turn it is with obligations, looked up for many at once; the rule stands in `domain/turn/obligation.py`."""

from collections.abc import Sequence
from datetime import date

from domain.frozen import frozen
from domain.obligation import Rung
from domain.turn.obligation import LADDER_WAITS, Awaited, ObligationState, awaited, turn_of
from domain.turn.turn import Turn
from handlers.handling.work import Work
from handlers.obligations import numbers
from handlers.obligations.ladder import waiting
from handlers.obligations.numbers import Ahead
from storage.meetings.meeting import Meeting
from storage.obligations.obligation import Obligation


@frozen
class ObligationTurn:
    """Whose turn it is with one obligation, and why.

    Attributes:
        awaited: What is waited for.
        turn: Whose turn it is.
        meeting: The meeting that it waits for, or that nobody has told of.
        offered: How many of its places are offered.
    """

    awaited: Awaited
    turn: Turn
    meeting: Meeting | None = None
    offered: int = 0

    @property
    def is_waiting(self) -> bool:
        """Whether the ladder waits: for the city, or for a meeting that is booked."""
        return self.awaited in LADDER_WAITS


async def turns_of(work: Work, found: Sequence[Obligation]) -> dict[int, ObligationTurn]:
    """Whose turn it is with each of these, by its id."""
    meetings = await waiting.meetings_of(work, found)
    ahead = await numbers.ahead(work, found)
    return {each.id: _turn(work, each, meetings.get(each.id), ahead.get(each.id, Ahead())) for each in found}


async def turn(work: Work, obligation: Obligation) -> ObligationTurn:
    """Whose turn it is with this one."""
    return (await turns_of(work, [obligation]))[obligation.id]


def _turn(work: Work, obligation: Obligation, meeting: Meeting | None, ahead: Ahead) -> ObligationTurn:
    today, is_ahead = work.city.today(work.now), meeting is not None and meeting.starts_at > work.now
    state = ObligationState(
        kind=obligation.kind,
        status=obligation.status,
        reminded_on=_reminded_on(work, obligation),
        is_for_city=obligation.is_for_city,
        snoozed_until=obligation.snoozed_until,
        meeting_on=work.city.today(meeting.starts_at) if meeting is not None and is_ahead else None,
        is_meeting_past=meeting is not None and not is_ahead,
        is_time_proposed=obligation.proposed is not None,
        reached_on=_reached_on(work, obligation, ahead),
        asked_for=obligation.places or 0,
        offered=ahead.offered,
    )
    shown = 0 if obligation.is_in_months else ahead.offered
    return ObligationTurn(awaited(state, today), turn_of(state, today), meeting, shown)


def _reached_on(work: Work, obligation: Obligation, ahead: Ahead) -> date | None:
    """The day on which its months are enough, if that is in time; today where the clock has only to write it down."""
    standing = ahead.standing
    if standing is None:
        return None
    if standing.is_reached:
        return work.city.today(work.now)
    return standing.reached_on if standing.reached_on and standing.reached_on <= obligation.due_on else None


def _reminded_on(work: Work, obligation: Obligation) -> date:
    """When the ladder first speaks, or spoke, to the supplier."""
    if obligation.rung > Rung.NONE or obligation.next_at is None:
        return work.city.today(work.now)
    return work.city.today(obligation.next_at)
