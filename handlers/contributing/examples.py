"""What others have contributed, as far as it may be told; a supplier's name only with its yes."""

from collections.abc import Mapping, Sequence

from domain.slot import SlotKind
from domain.way import Example, example_of
from handlers.handling.work import Work
from messages.contributing.way import Way, WayExample
from storage.contributing import given

NAMED = 2
"""So many are named at most: it is an example, not a list."""


async def ways(work: Work, kinds: Sequence[SlotKind]) -> tuple[Way, ...]:
    """Each of these ways, with this year's example; or the last year's, where there is none of this."""
    this_year = work.city.today(work.now).year
    found = await _examples(work, this_year, frozenset(kinds))
    without = frozenset(kinds).difference(found)
    found = {**(await _examples(work, this_year - 1, without) if without else {}), **found}
    return tuple(Way(kind, found.get(kind)) for kind in kinds)


async def _examples(work: Work, year: int, kinds: frozenset[SlotKind]) -> Mapping[SlotKind, WayExample]:
    zone = work.city.hours.zone
    gave = await given.by_kind(work.session, year, kinds, zone=zone)
    told = {kind: example for kind, by_trade in gave.items() if (example := example_of(kind, by_trade)) is not None}
    in_trades = {kind: example.trade for kind, example in told.items()}
    names = await given.named(work.session, year, in_trades, zone=zone) if told else {}
    return {kind: _worded(year, example, names.get(kind, ())) for kind, example in told.items()}


def _worded(year: int, example: Example, names: Sequence[str]) -> WayExample:
    return WayExample(year, example.suppliers, example.trade, tuple(sorted(names)[:NAMED]))
