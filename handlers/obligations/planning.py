"""Plan what follows from a contract, and plan it anew when the contract changes."""

from collections.abc import Mapping, Sequence
from dataclasses import field
from datetime import date
from typing import Any

from domain.cadence import AGAIN, PLANNED_AHEAD_FOR, Planned, planned
from domain.frozen import frozen
from domain.obligation import BY_RULE, ObligationKind, ObligationStatus, Rung
from domain.obligation_life import ObligationEvent
from handlers.handling.work import Work
from handlers.obligations import settling
from handlers.obligations.settling import Happening
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


@frozen
class NewObligation:
    """Something that a contract does not have yet, with values that its kind alone has."""

    contract: Contract
    due: Planned
    values: Mapping[str, Any] = field(default_factory=dict)


async def plan_all(work: Work, new: Sequence[NewObligation]) -> None:
    """Add it, of however many contracts, in a few statements."""
    beginning = Beginning(work)
    await obligations.add_all(
        work.session,
        [
            {"contract_id": each.contract.id, "supplier_id": each.contract.supplier_id}
            | beginning.row(each.due, each.values)
            for each in new
        ],
    )


class Beginning:
    """How obligations begin; once for many, since many fall due on the same day."""

    def __init__(self, work: Work) -> None:
        self._work, self._today = work, work.city.today(work.now)
        self._dated: dict[date, dict[str, Any]] = {}

    def row(self, due: Planned, values: Mapping[str, Any]) -> dict[str, Any]:
        """What is written of one, but for whose it is. What was due before today was before Steget."""
        if due.due_on not in self._dated:
            # Finding a day's rungs means counting working days.
            self._dated[due.due_on] = _dated(self._work, due.due_on)
        is_before = due.due_on < self._today
        return {
            "kind": due.kind,
            "key": due.key,
            "planned_on": due.due_on,
            "status": ObligationStatus.BEFORE if is_before else ObligationStatus.OPEN,
            "revision": 1,
            "created_at": self._work.now,
            "slot_kind": None,
            "places": None,
            **self._dated[due.due_on],
            **({"next_at": None} if is_before else {}),
            **values,
        }


async def plan_anew(work: Work, contracts: Sequence[Contract]) -> None:
    """Let these contracts' changed dates move what nobody has moved by hand; drop what they don't ask for any more.

    What a running contract began again with follows from the day on which it did, and stays; so does what a coordinator
    has added.
    """
    existing = await obligations.of_contracts(work.session, [each.id for each in contracts], *ObligationKind)
    followed: list[Happening] = []
    new: list[NewObligation] = []
    for contract in contracts:
        here, wanted = existing.get(contract.id, ()), {each.key: each for each in of_contract(work, contract)}
        followed += [found for each in here if (found := _follows(work, each, wanted)) is not None]
        keys = {each.key for each in here}
        new += [NewObligation(contract, each) for key, each in wanted.items() if key not in keys]
    await settling.let_each_happen(work, followed)
    await plan_all(work, new)


def follows(work: Work, existing: Obligation, due_on: date) -> Happening | None:
    """The contract asks for it by another day, or asks for it again. What was moved by hand or is settled stays.

    Nothing is moved to a day that has passed: a correction in the register is no reason to nudge anybody today.
    """
    if due_on < work.city.today(work.now):
        return None
    values = _dated(work, due_on) | {"planned_on": due_on}
    is_as_planned = existing.due_on == existing.planned_on
    if existing.status is ObligationStatus.DROPPED:
        return Happening(existing, ObligationEvent.RESTORE, values)
    if is_as_planned and due_on != existing.due_on and existing.status in FOLLOWS:
        return Happening(existing, ObligationEvent.MOVE, values, content=due_on.isoformat())
    return None


def _follows(work: Work, existing: Obligation, wanted: Mapping[str, Planned]) -> Happening | None:
    if existing.kind not in BY_RULE or existing.key.endswith(AGAIN) or existing.key.startswith(ADDED):
        return None
    due = wanted.get(existing.key)
    return settling.dropped(existing) if due is None else follows(work, existing, due.due_on)


def _dated(work: Work, due_on: date) -> dict[str, Any]:
    climb = work.city.ladder.next_climb(due_on, Rung.NONE, work.city.hours)
    return obligations.begun() | {"due_on": due_on, "next_at": climb.at if climb else None}
