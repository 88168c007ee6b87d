"""How obligations stand for a supplier who was reminded of them."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from domain.frozen import frozen
from domain.obligation import ObligationStatus, Rung
from domain.turn.obligation import Awaited
from handlers.handling.work import Work
from handlers.obligations import facts
from messages.obligations.facts import DueObligation
from messages.obligations.nudge import NudgeLine, Standing
from storage.obligations import reminder
from storage.obligations.obligation import Obligation
from storage.people import contact as contacts
from storage.people.person import Person

_OF_STATUS = {
    ObligationStatus.ESCALATED: Standing.WITH_COORDINATOR,
    ObligationStatus.FORMAL: Standing.OUTSIDE,
    ObligationStatus.FULFILLED: Standing.FULFILLED,
    ObligationStatus.WAIVED: Standing.WAIVED,
    ObligationStatus.BEFORE: Standing.GONE,
    ObligationStatus.DROPPED: Standing.GONE,
}
_OF_AWAITED = {
    Awaited.MEETING: Standing.MEETING_PLANNED,
    Awaited.BOOKING: Standing.PROPOSED,
    Awaited.OUTCOME: Standing.MET,
    Awaited.WORK: Standing.AT_WORK,
    Awaited.MATCH: Standing.OFFERED,
}
DOABLE = (Standing.TO_BE_DONE, Standing.SNOOZED, Standing.MOVED, Standing.WITH_COORDINATOR)
"""The supplier can still do it."""


@frozen
class ObligationStanding:
    """An obligation, what is told of it, and how it stands."""

    obligation: Obligation
    due: DueObligation
    standing: Standing
    on: date | None = None
    coordinator_on: date | None = None
    is_second: bool = False

    @property
    def is_doable(self) -> bool:
        """Whether the supplier can still do it."""
        return self.standing in DOABLE

    def line(self, number: int = 0) -> NudgeLine:
        """The line that tells of it."""
        return NudgeLine(number, self.due, self.standing, self.on, self.coordinator_on, self.is_second)


async def standings(
    work: Work, obligations: Sequence[Obligation], viewer: Person, *, is_new: bool = False
) -> list[ObligationStanding]:
    """How each of them stands for the viewer; in a new reminder nothing is passed by that they said was another's."""
    due = await facts.all_due(work, obligations, viewer)
    abouts = [each.reference for each in obligations]
    passed_by = set() if is_new else await reminder.passed_by(work.session, abouts, viewer.id)
    second_in = await _contracts_as_second(work, obligations, viewer)
    found = [_standing(work, each, due[each.id]) for each in obligations]
    return [
        replace(
            each,
            standing=_passed_by(each) if str(each.obligation.reference) in passed_by else each.standing,
            is_second=each.obligation.contract_id in second_in and each.obligation.rung >= Rung.SECOND_CONTACT,
        )
        for each in found
    ]


def _passed_by(each: ObligationStanding) -> Standing:
    return Standing.WITH_OTHERS if each.is_doable else each.standing


async def _contracts_as_second(work: Work, obligations: Sequence[Obligation], viewer: Person) -> set[int]:
    """The contracts for which the viewer is not the first contact, but one after it."""
    late = {each.contract_id for each in obligations if each.rung >= Rung.SECOND_CONTACT}
    placed = await contacts.of_contracts(work.session, late) if late else {}
    return {
        contract_id
        for contract_id, theirs in placed.items()
        if any(each.contact.person_id == viewer.id for each in theirs[1:]) and theirs[0].contact.person_id != viewer.id
    }


def _standing(work: Work, obligation: Obligation, due: DueObligation) -> ObligationStanding:
    turn = due.turn
    if turn is not None and turn.awaited in _OF_AWAITED:
        return ObligationStanding(obligation, due, _OF_AWAITED[turn.awaited], turn.until or turn.met_on)
    status = obligation.status
    if status is not ObligationStatus.OPEN:
        return ObligationStanding(obligation, due, _OF_STATUS[status])
    if turn is not None and turn.awaited is Awaited.LATER:
        return ObligationStanding(
            obligation, due, Standing.SNOOZED, turn.until, _coordinator_on(work, obligation, turn.until)
        )
    return ObligationStanding(obligation, due, Standing.MOVED if obligation.rung == Rung.NONE else Standing.TO_BE_DONE)


def _coordinator_on(work: Work, obligation: Obligation, reminded_on: date | None) -> date | None:
    """When the coordinator is asked, where that comes before the day on which the supplier is reminded."""
    top = work.city.ladder.next_climb(obligation.ladder_day, Rung.SECOND_CONTACT, work.city.hours)
    day = work.city.today(top.at) if top else None
    return day if day is not None and reminded_on is not None and day <= reminded_on else None
