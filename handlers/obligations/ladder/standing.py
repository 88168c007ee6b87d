"""How obligations stand for a supplier who was reminded of them."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from domain.obligation import ObligationStatus, Rung
from handlers.handling.work import Work
from handlers.obligations import facts
from handlers.obligations.ladder import waiting
from messages.obligations.facts import DueObligation
from messages.obligations.nudge import NudgeLine, Standing
from storage.meetings.meeting import Meeting
from storage.obligations import reminder
from storage.obligations.obligation import Obligation
from storage.people.person import Person

_OF_STATUS = {
    ObligationStatus.ESCALATED: Standing.WITH_COORDINATOR,
    ObligationStatus.FORMAL: Standing.OUTSIDE,
    ObligationStatus.FULFILLED: Standing.FULFILLED,
    ObligationStatus.WAIVED: Standing.WAIVED,
    ObligationStatus.BEFORE: Standing.GONE,
    ObligationStatus.DROPPED: Standing.GONE,
}
DOABLE = (Standing.TO_BE_DONE, Standing.SNOOZED, Standing.MOVED, Standing.WITH_COORDINATOR)
"""The supplier can still do it."""


@dataclass(frozen=True)
class ObligationStanding:
    """An obligation, what is told of it, and how it stands."""

    obligation: Obligation
    due: DueObligation
    standing: Standing
    on: date | None = None
    coordinator_on: date | None = None

    @property
    def is_doable(self) -> bool:
        """Whether the supplier can still do it."""
        return self.standing in DOABLE

    def line(self, number: int = 0) -> NudgeLine:
        """The line that tells of it."""
        return NudgeLine(number, self.due, self.standing, self.on, self.coordinator_on)


async def standings(
    work: Work, obligations: Sequence[Obligation], viewer: Person | None = None
) -> list[ObligationStanding]:
    """How each of them stands; for a viewer also whether they have said that it is another's."""
    due = await facts.all_due(work, obligations)
    meetings = await waiting.meetings_of(work, obligations)
    abouts = [each.reference for each in obligations]
    passed_by = await reminder.passed_by(work.session, abouts, viewer.id) if viewer is not None else set()
    found = [_standing(work, each, due[each.id], meetings.get(each.id)) for each in obligations]
    return [
        replace(each, standing=Standing.WITH_OTHERS)
        if each.is_doable and str(each.obligation.reference) in passed_by
        else each
        for each in found
    ]


def _standing(work: Work, obligation: Obligation, due: DueObligation, meeting: Meeting | None) -> ObligationStanding:
    status = obligation.status
    if status is not ObligationStatus.OPEN:
        return ObligationStanding(obligation, due, _OF_STATUS[status])
    hours = work.city.hours
    if meeting is not None:
        return ObligationStanding(obligation, due, Standing.MEETING_PLANNED, hours.local(meeting.starts_at).date())
    snoozed_until = obligation.snoozed_until
    if snoozed_until is not None and snoozed_until > work.city.today(work.now):
        top = work.city.ladder.next_climb(obligation.counted_from or obligation.due_on, Rung.SECOND_CONTACT, hours)
        coordinator_on = hours.local(top.at).date() if top else None
        is_first = coordinator_on is not None and coordinator_on <= snoozed_until
        return ObligationStanding(
            obligation, due, Standing.SNOOZED, snoozed_until, coordinator_on if is_first else None
        )
    return ObligationStanding(obligation, due, Standing.MOVED if obligation.rung == Rung.NONE else Standing.TO_BE_DONE)
