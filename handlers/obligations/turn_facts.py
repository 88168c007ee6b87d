"""Gather what messages tell of whose turn it is with obligations."""

from collections.abc import Sequence
from datetime import datetime

from domain import proposed_time
from domain.turn.obligation import Awaited
from handlers.handling.work import Work
from handlers.obligations import proposals
from handlers.obligations.turns import ObligationTurn, turns_of
from messages.obligations.facts import DueDay, Proposal, TurnFacts
from storage.obligations.obligation import Obligation
from storage.people.person import Person


async def of_each(work: Work, found: Sequence[Obligation], viewer: Person | None = None) -> dict[int, TurnFacts]:
    """Whose turn it is with each of these, by its id, as the viewer reads it."""
    turns = await turns_of(work, found)
    return {each.id: _facts(work, turns[each.id], await _proposal(work, each, viewer)) for each in found}


def due_day(work: Work, obligation: Obligation) -> DueDay:
    """How far its last day is."""
    today = work.city.today(work.now)
    if obligation.due_on == today:
        return DueDay.TODAY
    return DueDay.AHEAD if obligation.due_on > today else DueDay.PASSED


def _facts(work: Work, turn: ObligationTurn, proposal: Proposal | None) -> TurnFacts:
    met = turn.meeting if turn.awaited is Awaited.OUTCOME else None
    met_on = work.city.today(met.starts_at) if met is not None else None
    return TurnFacts(turn.awaited, turn.turn.side, turn.turn.until, met_on, turn.offered, proposal)


async def _proposal(work: Work, obligation: Obligation, viewer: Person | None) -> Proposal | None:
    if obligation.proposed is None or obligation.proposed_at is None or obligation.proposed_by is None:
        return None
    is_own = viewer is not None and viewer.id == obligation.proposed_by
    who = "" if is_own else await proposals.proposer(work, obligation)
    meant = proposed_time.understood(obligation.proposed, work.city.today(obligation.proposed_at))
    at = datetime.combine(meant.on, meant.at, work.city.hours.zone) if meant is not None and meant.at else None
    is_past = at is not None and at < work.now
    return Proposal(who, obligation.proposed.rstrip(" ."), at, is_past)
