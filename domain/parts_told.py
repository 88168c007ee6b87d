"""What is told of a year's parts where it may be taken elsewhere: no small number, and none that tells one."""

from collections import defaultdict
from collections.abc import Collection, Hashable, Mapping
from typing import TypeVar

from domain.suppression import Mark, Numbers, Sum, as_shown

Part = TypeVar("Part", bound=Hashable)
Owner = TypeVar("Owner", bound=Hashable)

_ALL, _REST = "all", "rest"

Cell = tuple[str, Hashable]
"""One of the parts, or what all of them add up to."""


def told(parts: Mapping[Part, int], *, kept_back: Collection[Part] = ()) -> dict[Part, int | Mark]:
    """Each part as it is told beside the sum of all, which a reader may know."""
    counted: dict[Cell, int] = {("part", which): number for which, number in parts.items()}
    sums = [Sum[Cell]((_ALL, None), tuple(counted))] if counted else []
    counted[_ALL, None] = sum(parts.values())
    shown = as_shown(Numbers(counted, sums, kept_back=[("part", which) for which in kept_back]))
    return {which: shown["part", which] for which in parts}


def told_under(
    parts: Mapping[Part, int], owner_of: Mapping[Part, Owner], totals: Mapping[Owner, int]
) -> dict[Part, int | Mark]:
    """The same of parts whose owners' totals stand in another list, where the rest of each is told nowhere."""
    of_owner: dict[Owner, list[Part]] = defaultdict(list)
    for which, owner in owner_of.items():
        of_owner[owner].append(which)
    kept_back = [
        which
        for owner, theirs in of_owner.items()
        for which, number in _beside_total({each: parts[each] for each in theirs}, totals.get(owner, 0)).items()
        if isinstance(number, Mark)
    ]
    return told(parts, kept_back=kept_back)


def _beside_total(parts: Mapping[Part, int], total: int) -> dict[Part, int | Mark]:
    counted: dict[Cell, int] = {("part", which): number for which, number in parts.items()}
    counted[_REST, None] = max(total - sum(parts.values()), 0)
    sums = [Sum[Cell]((_ALL, None), tuple(counted))]
    counted[_ALL, None] = sum(counted.values())
    shown = as_shown(Numbers(counted, sums, unprinted=[(_REST, None)]))
    return {which: shown["part", which] for which in parts}
