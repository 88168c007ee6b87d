"""What others have contributed, as far as it may be told; a supplier's name only with its yes."""

from collections.abc import Mapping, Sequence

from domain.slot import SlotKind
from domain.way import Example, Gave, example_of
from handlers.handling.work import Work
from messages.contributing.way import Way, WayExample
from storage.contributing import given
from storage.council import naming
from storage.people import supplier

NAMED = 2
"""So many are named at most: it is an example, not a list."""


async def ways(work: Work, kinds: Sequence[SlotKind]) -> tuple[Way, ...]:
    """Each of these ways, with this year's example; or the last year's, where there is none of this."""
    this_year = work.city.today(work.now).year
    found = await _examples(work, this_year, kinds)
    without = [kind for kind in kinds if kind not in found]
    found = {**(await _examples(work, this_year - 1, without) if without else {}), **found}
    return tuple(Way(kind, found.get(kind)) for kind in kinds)


async def _examples(work: Work, year: int, kinds: Sequence[SlotKind]) -> Mapping[SlotKind, WayExample]:
    gave: Mapping[SlotKind, Sequence[Gave]] = await given.by_kind(work.session, year, zone=work.city.hours.zone)
    told = {kind: example for kind in kinds if (example := example_of(kind, gave.get(kind, ()))) is not None}
    names = await _names(work, [giver for example in told.values() for giver in example.givers])
    return {kind: _worded(year, example, names) for kind, example in told.items()}


async def _names(work: Work, givers: Sequence[int]) -> Mapping[int, str]:
    """Those of them that have said yes."""
    return await supplier.names(work.session, await naming.may_be_named(work.session, set(givers)))


def _worded(year: int, example: Example, names: Mapping[int, str]) -> WayExample:
    named = sorted(names[giver] for giver in example.givers if giver in names)
    return WayExample(year, example.suppliers, example.trade, tuple(named[:NAMED]))
