"""What was given in a year, by kind and trade: how much, by how many suppliers, and which of them may be named.

The database adds it up: in a large city a year is thousands of rows.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import tzinfo
from functools import lru_cache

from sqlalchemy import CTE, CompoundSelect, Select, case, func, literal, null, or_, select, type_coerce, union_all
from sqlalchemy.ext.asyncio import AsyncSession

from domain.offer_step import HELD_ON_A_DAY
from domain.placement import BEGIN_WITH_SOMEBODY, HAS_BEGUN
from domain.slot import SlotKind, Trade
from domain.way import ByTrade, Gave
from storage.council import naming
from storage.people.supplier import Supplier
from storage.placements.begun_in import begun_in
from storage.placements.placement import Placement
from storage.results.earlier_result import EarlierResult, holds_for
from storage.results.year_result import was_held
from storage.slots.slot import Slot, is_of

Kinds = frozenset[SlotKind]

_IN_NO_TRADE = type_coerce(null(), Slot.trade.type)


async def by_kind(session: AsyncSession, year: int, kinds: Kinds, *, zone: tzinfo) -> Mapping[SlotKind, ByTrade]:
    """How much was given of these kinds: begun in Steget, as both sides say, or held, and entered from elsewhere.

    A kind of which nothing was given is not there.
    """
    given: dict[SlotKind, dict[Trade | None, Gave]] = defaultdict(dict)
    for kind, trade, suppliers, number in await session.execute(_added_up(year, kinds, zone)):
        given[kind][trade] = Gave(int(suppliers), int(number))
    return given


async def named(
    session: AsyncSession, year: int, told: Mapping[SlotKind, Trade | None], *, zone: tzinfo
) -> Mapping[SlotKind, Sequence[str]]:
    """The names of those who gave of these kinds, each in that trade or in whichever, and may be named."""
    gave = _gave(year, frozenset(told), zone)
    in_which = case({kind: literal(trade, gave.c.trade.type) for kind, trade in told.items()}, value=gave.c.kind)
    givers = (
        select(gave.c.kind, Supplier.name)
        .join(Supplier, Supplier.id == gave.c.supplier_id)
        .where(or_(in_which.is_(None), gave.c.trade == in_which), naming.has_said_yes(gave.c.supplier_id))
        .distinct()
    )
    names: dict[SlotKind, list[str]] = defaultdict(list)
    for kind, name in await session.execute(givers):
        names[kind].append(name)
    return names


# Made once for each year: they are asked anew each time somebody reads the ways.
@lru_cache
def _added_up(year: int, kinds: Kinds, zone: tzinfo) -> CompoundSelect[SlotKind, Trade | None, int, int]:
    """How much of each kind, by how many: in each trade, and in all together."""
    gave = _gave(year, kinds, zone)
    how_much = (func.count(gave.c.supplier_id.distinct()), func.sum(gave.c.number))
    in_each = select(gave.c.kind, gave.c.trade, *how_much).where(gave.c.trade.is_not(None))
    in_all = select(gave.c.kind, _IN_NO_TRADE, *how_much)
    return union_all(in_each.group_by(gave.c.kind, gave.c.trade), in_all.group_by(gave.c.kind))


@lru_cache
def _gave(year: int, kinds: Kinds, zone: tzinfo) -> CTE:
    """Each thing that was given, by whom; where nobody has counted it, as 0."""
    each = (Slot.kind, Slot.supplier_id, Slot.trade)
    parts: list[Select[SlotKind, int, Trade, int]] = []
    if begin := kinds.intersection(BEGIN_WITH_SOMEBODY):
        begun = select(*each, literal(1).label("number")).join(Placement, Placement.slot_id == Slot.id)
        parts.append(begun.where(Placement.status.in_(HAS_BEGUN), begun_in(year, zone), is_of(begin)))
    if held := kinds.intersection(HELD_ON_A_DAY):
        parts.append(select(*each, literal(1).label("number")).where(*was_held(year), is_of(held)))
    entered = (EarlierResult.kind, EarlierResult.supplier_id, _IN_NO_TRADE, func.coalesce(EarlierResult.number, 0))
    elsewhere = select(*entered).where(*holds_for(year), EarlierResult.kind.in_(sorted(kinds)))
    # Looked for as it stands: with what else is asked of them, the databases would go through the slots of all years.
    return union_all(*parts, elsewhere).cte("gave").prefix_with("MATERIALIZED")
