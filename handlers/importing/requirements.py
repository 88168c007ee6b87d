"""Employment requirements as obligations: which stay, which change, which are new or not asked for any more."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from domain.cadence import Planned
from domain.obligation import TO_BE_DONE, ObligationKind, ObligationStatus
from domain.working_hours import WorkingHours
from handlers.importing.listed import Requirement
from storage.obligations.obligation import Obligation

BEGINS = "places:"
"""The keys of those that came from a sheet; a coordinator's own have others, and are let alone."""

DROPPABLE = (ObligationStatus.OPEN, ObligationStatus.ESCALATED)


@dataclass(frozen=True)
class Difference:
    """What differs between what a contract asks for here and in the sheet."""

    new: tuple[Requirement, ...]
    changed: tuple[tuple[Obligation, Requirement], ...]
    dropped: tuple[Obligation, ...]

    def __bool__(self) -> bool:
        """Whether there is any."""
        return bool(self.new or self.changed or self.dropped)


def key_of(requirement: Requirement) -> str:
    """Names a requirement within its contract."""
    return f"{BEGINS}{requirement.kind}:{requirement.due_on}"


def planned(requirement: Requirement, hours: WorkingHours) -> Planned:
    """The requirement as something that falls due."""
    return Planned(ObligationKind.PLACES, key_of(requirement), hours.working_day_from(requirement.due_on))


def difference(existing: Sequence[Obligation], wanted: Sequence[Requirement], today: date) -> Difference:
    """What has to change; another day for the same kind changes the one that nobody asks for any more."""
    by_key = {each.key: each for each in existing if each.key.startswith(BEGINS)}
    keys = set(map(key_of, wanted))
    left = [each for key, each in by_key.items() if key not in keys]
    new, changed = [], []
    for requirement in wanted:
        same = by_key.get(key_of(requirement)) or _redated(left, requirement)
        if same is None:
            new.append(requirement)
        elif same.key != key_of(requirement) or same.places != requirement.places or _is_back(same, today):
            changed.append((same, requirement))
    return Difference(tuple(new), tuple(changed), tuple(each for each in left if each.status in DROPPABLE))


def _redated(left: list[Obligation], requirement: Requirement) -> Obligation | None:
    """Of the same kind the first that still waits, and that the sheet has no more by its day; taken out."""
    same = next((each for each in left if each.slot_kind is requirement.kind and each.status in TO_BE_DONE), None)
    if same is not None:
        left.remove(same)
    return same


def _is_back(same: Obligation, today: date) -> bool:
    """Whether it was dropped, and is asked for again before its day has come."""
    return same.status is ObligationStatus.DROPPED and same.planned_on >= today
