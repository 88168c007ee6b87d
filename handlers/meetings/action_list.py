"""What was agreed to be done in a meeting becomes obligations, and follows when the list is corrected."""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from datetime import date
from typing import Any

from domain.cadence import Planned
from domain.ledger_event import LedgerEvent
from domain.obligation import ObligationKind, ObligationStatus, Rung
from domain.obligation_life import OBLIGATION_LIFE, ObligationEvent
from handlers.handling.work import Work
from handlers.meetings.agreeing_answers import ListedAction
from handlers.obligations import settling
from handlers.obligations.planning import plan
from storage.contracts.contract import Contract
from storage.meetings.meeting import Meeting
from storage.obligations import obligation as obligations
from storage.obligations.obligation import Obligation, action_key
from storage.people.person import Person


async def of_meeting(work: Work, meeting: Meeting) -> Sequence[Obligation]:
    """What was agreed to be done, and still holds."""
    agreed = await obligations.of_meeting(work.session, meeting.contract_id, meeting.id)
    return [each for each in agreed if each.status is not ObligationStatus.DROPPED]


def kept(agreed: Obligation) -> dict[str, Any]:
    """Something that was agreed, as the form's answers keep it."""
    return {
        "id": agreed.id,
        "title": agreed.title or "",
        "due_on": agreed.due_on.isoformat(),
        "is_for_city": agreed.is_for_city,
        "is_settled": not OBLIGATION_LIFE.allows(agreed.status, ObligationEvent.DROP),
    }


async def follow(work: Work, actor: Person, meeting: Meeting, wanted: Sequence[ListedAction]) -> None:
    """Add what is new, and let go of what is not on the list any more."""
    await drop(work, actor, meeting, except_for={each.id for each in wanted if each.id is not None})
    before = len(await obligations.of_meeting(work.session, meeting.contract_id, meeting.id))
    for number, new in enumerate((each for each in wanted if each.id is None), start=before + 1):
        await _add(work, actor, meeting, number, new)


async def drop(work: Work, actor: Person, meeting: Meeting, *, except_for: AbstractSet[int] = frozenset()) -> None:
    """Let go of what is not done yet; what is done stays done."""
    for each in await of_meeting(work, meeting):
        if each.id not in except_for:
            await settling.drop(work, each, actor=actor)


async def _add(work: Work, actor: Person, meeting: Meeting, number: int, new: ListedAction) -> None:
    key = action_key(meeting.id, number)
    # A form may lie for days before it is sent; what was to be done by then is to be done now.
    due_on = max(new.due_on, work.city.today(work.now))
    contract = await work.session.get_one(Contract, meeting.contract_id)
    begins = {"is_for_city": True, "next_at": None} if new.is_for_city else _reminded(work, due_on)
    await plan(work, contract, [Planned(ObligationKind.ACTION, key, due_on)], title=new.title, **begins)
    *_, added = await obligations.of_meeting(work.session, meeting.contract_id, meeting.id)
    await work.record(
        LedgerEvent.OBLIGATION_ADDED,
        actor=actor,
        supplier_id=meeting.supplier_id,
        contract_id=meeting.contract_id,
        about=added.reference,
        content=new.title,
    )


def _reminded(work: Work, due_on: date) -> dict[str, Any]:
    """Where the ladder begins: the summary has just said it, so that a reminder whose time has passed says nothing new.

    What the city is to do has no ladder at all, since that would remind the supplier of it.
    """
    ladder, hours = work.city.ladder, work.city.hours
    reached = min(ladder.rung_at(due_on, Rung.NONE, work.now, hours), Rung.REMINDER)
    climb = ladder.next_climb(due_on, reached, hours)
    return {"rung": reached.value, "next_at": climb.at if climb else None}
