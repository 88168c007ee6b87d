"""Plan what follows from a contract, and plan it anew when the contract changes."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from domain.cadence import AGAIN, PLANNED_AHEAD_FOR, Planned, planned
from domain.obligation import BY_RULE, ObligationStatus, Rung
from domain.obligation_life import ObligationEvent
from handlers.handling.work import Work
from handlers.obligations import settling
from storage.contracts.contract import Contract
from storage.obligations import obligation as obligations
from storage.obligations.obligation import ADDED, Obligation

FOLLOWS = (ObligationStatus.OPEN, ObligationStatus.BEFORE)
"""What stands so follows the contract to another day."""


def of_contract(work: Work, contract: Contract) -> list[Planned]:
    """What follows from the contract's own dates."""
    return by_dates(work, contract.starts_on, contract.ends_on, contract.planned_until)


def by_dates(work: Work, starts_on: date, ends_on: date | None, planned_until: date | None = None) -> list[Planned]:
    """What follows from these dates; `planned_until` is how far one without an end is planned."""
    return planned(starts_on, ends_on, until=planned_until or ahead(work, starts_on), hours=work.city.hours)


def ahead(work: Work, starts_on: date) -> date:
    """How far ahead a contract without an end is planned from now."""
    return max(starts_on, work.city.today(work.now)) + PLANNED_AHEAD_FOR


async def plan(work: Work, contract: Contract, due: Sequence[Planned], **values: Any) -> int:
    """Add what the contract does not have yet, by its keys; says how much. What was due before today was before Steget.

    `values` are the same for all of them, such as how many places of which kind.
    """
    existing = {each.key for each in await obligations.of_contract(work.session, contract.id)}
    new = [NewObligation(contract, each, values) for each in due if each.key not in existing]
    await plan_all(work, new)
    return len(new)


@dataclass(frozen=True)
class NewObligation:
    """Something that a contract does not have yet, with values that its kind alone has."""

    contract: Contract
    due: Planned
    values: Mapping[str, Any] = field(default_factory=dict)


async def plan_all(work: Work, new: Sequence[NewObligation]) -> None:
    """Add it, of however many contracts, in a few statements."""
    # Many contracts have something due on the same day, and finding its rungs means counting working days.
    dated = {due_on: _dated(work, due_on) for due_on in {each.due.due_on for each in new}}
    await obligations.add_all(work.session, [_row(work, each, dated[each.due.due_on]) for each in new])


async def plan_anew(work: Work, contract: Contract, due: Sequence[Planned]) -> None:
    """Let the contract's changed dates move what nobody has moved by hand; drop what it does not ask for any more.

    What a running contract began again with follows from the day on which it did, and stays; so does what a coordinator
    has added.
    """
    wanted = {each.key: each.due_on for each in due}
    for each in await obligations.of_contract(work.session, contract.id):
        if each.kind in BY_RULE and not each.key.endswith(AGAIN) and not each.key.startswith(ADDED):
            await _follow(work, each, wanted.get(each.key))
    await plan(work, contract, due)


async def follow(work: Work, existing: Obligation, due_on: date) -> None:
    """The contract asks for it by another day, or asks for it again. What was moved by hand or is settled stays.

    Nothing is moved to a day that has passed: a correction in the register is no reason to nudge anybody today.
    """
    if due_on < work.city.today(work.now):
        return
    values = _dated(work, due_on) | {"planned_on": due_on}
    is_as_planned = existing.due_on == existing.planned_on
    if existing.status is ObligationStatus.DROPPED:
        await settling.let_happen(work, existing, ObligationEvent.RESTORE, values)
    elif is_as_planned and due_on != existing.due_on and existing.status in FOLLOWS:
        await settling.let_happen(work, existing, ObligationEvent.MOVE, values, content=due_on.isoformat())


async def _follow(work: Work, existing: Obligation, due_on: date | None) -> None:
    if due_on is None:
        await settling.drop(work, existing)
    else:
        await follow(work, existing, due_on)


def _dated(work: Work, due_on: date) -> dict[str, Any]:
    climb = work.city.ladder.next_climb(due_on, Rung.NONE, work.city.hours)
    return obligations.begun() | {"due_on": due_on, "next_at": climb.at if climb else None}


def _row(work: Work, new: NewObligation, dated: Mapping[str, Any]) -> dict[str, Any]:
    is_before = new.due.due_on < work.city.today(work.now)
    return {
        "contract_id": new.contract.id,
        "supplier_id": new.contract.supplier_id,
        "kind": new.due.kind,
        "key": new.due.key,
        "planned_on": new.due.due_on,
        "status": ObligationStatus.BEFORE if is_before else ObligationStatus.OPEN,
        "revision": 1,
        "created_at": work.now,
        "slot_kind": None,
        "places": None,
        **dated,
        **({"next_at": None} if is_before else {}),
        **new.values,
    }
