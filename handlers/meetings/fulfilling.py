"""What a meeting does to the obligation that it is held for."""

from domain.meeting import FULFILS
from handlers.handling.work import Work
from handlers.obligations import settling
from storage.meetings.meeting import Meeting
from storage.obligations import obligation as obligations
from storage.obligations.obligation import Obligation
from storage.people.person import Person


async def fulfil(work: Work, actor: Person, meeting: Meeting) -> None:
    """The meeting was held: that fulfils what was to be done first, so that nothing older is left behind."""
    kind = FULFILS.get(meeting.kind)
    if kind is not None:
        await settling.fulfil_first(work, meeting.contract_id, kind, by=meeting.reference, actor=actor)


async def go_on(work: Work, meeting: Meeting) -> None:
    """The meeting does not take place: the ladder has waited for it, and goes on where it was."""
    first = await first_to_be_done(work, meeting)
    if first is not None:
        await settling.climb_on(work, first)


async def first_to_be_done(work: Work, meeting: Meeting) -> Obligation | None:
    """What a meeting of this kind fulfils next; None where there is nothing."""
    kind = FULFILS.get(meeting.kind)
    return await obligations.first_to_be_done(work.session, meeting.contract_id, kind) if kind else None
