"""Employment requirements as obligations: which stay, which change, which are new or taken away.

A row may say a part of one, and leave blank what is known already. Nothing is dropped because a row or a column is
missing: only a number of 0 takes a requirement away.
"""

from collections.abc import Sequence
from datetime import date

from domain.cadence import Planned
from domain.contract import Clause
from domain.contract_sheet import Column, Slip
from domain.frozen import frozen
from domain.obligation import TO_BE_DONE, ObligationKind, ObligationStatus
from domain.slot import SlotKind
from domain.working_hours import WorkingHours
from handlers.importing.listed import Asking, ListedContract, Mistake, Requirement
from storage.obligations.obligation import Obligation

BEGINS = "places:"
"""The keys of those that came from a sheet; a coordinator's own have others, and are let alone."""

DROPPABLE = (ObligationStatus.OPEN, ObligationStatus.ESCALATED)


@frozen
class Difference:
    """What differs between what a contract asks for here and in the sheet."""

    new: tuple[Requirement, ...] = ()
    changed: tuple[tuple[Obligation, Requirement], ...] = ()
    dropped: tuple[Obligation, ...] = ()

    def __bool__(self) -> bool:
        """Whether there is any."""
        return bool(self.new or self.changed or self.dropped)


@frozen
class Asked:
    """What a contract's rows ask for, what is known already filled in.

    Attributes:
        wanted: The requirements that the rows name.
        taken_away: The obligations that they take away.
        mistakes: What is missing to know what they mean.
    """

    wanted: tuple[Requirement, ...]
    taken_away: tuple[Obligation, ...]
    mistakes: tuple[Mistake, ...]


NOTHING_ASKED = Asked((), (), ())


def key_of(requirement: Requirement) -> str:
    """Names a requirement within its contract."""
    return f"{BEGINS}{requirement.kind}:{requirement.due_on}"


def named_by(key: str) -> tuple[SlotKind, date]:
    """The kind and the day that a key names, as the sheet wrote it."""
    kind, _, due_on = key.removeprefix(BEGINS).partition(":")
    return SlotKind(kind), date.fromisoformat(due_on)


def planned(requirement: Requirement, hours: WorkingHours) -> Planned:
    """The requirement as something that falls due."""
    return Planned(ObligationKind.PLACES, key_of(requirement), hours.working_day_from(requirement.due_on))


def asked(listed: ListedContract, existing: Sequence[Obligation]) -> Asked:
    """What the rows ask for of a contract that has these obligations to give places."""
    if not listed.asked:
        return NOTHING_ASKED
    known = [each for each in existing if each.key.startswith(BEGINS) and each.status is not ObligationStatus.DROPPED]
    wanted: dict[str, Requirement] = {}
    mistakes: list[Mistake] = []
    for asking in listed.asked:
        if not asking.takes_away:
            meant = _meant(asking, list(map(_requirement, known)))
            mistakes += (
                [Mistake(asking.row, column, Slip.MISSING) for column in asking.missing] if meant is None else []
            )
            wanted |= {key_of(each): each for each in meant or ()}
    takings = _takings(listed)
    away = [each for each in known if any(_is_meant(asking, _requirement(each)) for asking in takings)]
    return Asked(tuple(wanted.values()), tuple(each for each in away if each.key not in wanted), tuple(mistakes))


def clause_after(listed: ListedContract, known: Clause | None, existing: Sequence[Obligation], said: Asked) -> Clause:
    """The clause that the contract has with these requirements; as it was where the rows say nothing of any."""
    if said.wanted:
        return Clause.EMPLOYMENT
    if listed.asked and _takings(listed):
        return Clause.EMPLOYMENT if _stand(existing, said) else Clause.DIALOGUE
    return listed.clause or known or Clause.DIALOGUE


def mistakes_of(listed: ListedContract, existing: Sequence[Obligation], said: Asked) -> tuple[Mistake, ...]:
    """What the rows leave open, and where they say that there is no requirement though one stands."""
    if listed.clause is not Clause.DIALOGUE or not any(each.status in TO_BE_DONE for each in _stand(existing, said)):
        return said.mistakes
    return (*said.mistakes, Mistake(listed.row, Column.CLAUSE, Slip.REQUIREMENT_STANDS))


def outside(listed: ListedContract, starts_on: date, ends_on: date | None) -> tuple[Mistake, ...]:
    """Where a row asks for something by a day on which the contract does not run."""
    return tuple(
        Mistake(asking.row, Column.DUE_ON, Slip.DUE_OUTSIDE)
        for asking in listed.asked
        if asking.due_on is not None
        and not asking.takes_away
        and (asking.due_on < starts_on or (ends_on and asking.due_on > ends_on))
    )


def difference(existing: Sequence[Obligation], said: Asked, today: date) -> Difference:
    """What has to change; another day for the same kind changes the one that the rows name no more."""
    if said == NOTHING_ASKED:
        return Difference()
    by_key = {each.key: each for each in existing if each.key.startswith(BEGINS)}
    settled = {*map(key_of, said.wanted), *(each.key for each in said.taken_away)}
    left = [each for key, each in by_key.items() if key not in settled]
    new, changed = [], []
    for requirement in said.wanted:
        same = by_key.get(key_of(requirement)) or _redated(left, requirement)
        if same is None:
            new.append(requirement)
        elif same.key != key_of(requirement) or same.places != requirement.places or _is_back(same, today):
            changed.append((same, requirement))
    dropped = tuple(each for each in said.taken_away if each.status in DROPPABLE)
    return Difference(tuple(new), tuple(changed), dropped)


def _takings(listed: ListedContract) -> list[Asking]:
    return [each for each in listed.asked if each.takes_away]


def _meant(asking: Asking, known: Sequence[Requirement]) -> list[Requirement] | None:
    """The requirements that a row names: the one that it says in full, or what is known of what it leaves blank."""
    if asking.complete is not None:
        return [asking.complete]
    as_known = [each for each in known if _is_meant(asking, each) and asking.places in {None, each.places}]
    if as_known:
        return as_known
    of_kind = [each for each in known if asking.kind in {None, each.kind}]
    nearest = [each for each in of_kind if asking.due_on == each.due_on] or of_kind
    if len(nearest) != 1:
        return None
    one = nearest[0]
    return [Requirement(asking.kind or one.kind, asking.due_on or one.due_on, asking.places or one.places)]


def _is_meant(asking: Asking, requirement: Requirement) -> bool:
    """Whether a row speaks of that kind and that day, as far as it names any."""
    return asking.kind in {None, requirement.kind} and asking.due_on in {None, requirement.due_on}


def _requirement(obligation: Obligation) -> Requirement:
    return Requirement(*named_by(obligation.key), obligation.places or 0)


def _stand(existing: Sequence[Obligation], said: Asked) -> list[Obligation]:
    """What came from a sheet and still stands when that is done."""
    away = {each.key for each in said.taken_away}
    return [
        each
        for each in existing
        if each.key.startswith(BEGINS) and each.status is not ObligationStatus.DROPPED and each.key not in away
    ]


def _redated(left: list[Obligation], requirement: Requirement) -> Obligation | None:
    """Of the same kind the first that still waits, and that the sheet has no more by its day; taken out."""
    same = next((each for each in left if each.slot_kind is requirement.kind and each.status in TO_BE_DONE), None)
    if same is not None:
        left.remove(same)
    return same


def _is_back(same: Obligation, today: date) -> bool:
    """Whether it was dropped, and is asked for again before its day has come."""
    return same.status is ObligationStatus.DROPPED and same.planned_on >= today
