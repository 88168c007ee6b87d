"""A year's numbers by supplier, contract or trade: what was offered, what began, and what came from elsewhere."""

from dataclasses import field
from datetime import tzinfo
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from domain.actor import Actor
from domain.breakdown import Breakdown
from domain.frozen import frozen
from domain.funnel import Funnel
from domain.placement import BEGIN_WITH_SOMEBODY
from storage.overview import counts
from storage.overview.scope import NO_CONTRACT, Scope, scope_for, the_year
from storage.results import earlier_result
from storage.slots.slot import Slot

_COLUMN = {
    Breakdown.SUPPLIER: Slot.supplier_id,
    Breakdown.CONTRACT: Slot.contract_id,
    Breakdown.TRADE: Slot.trade,
}


@frozen
class Part:
    """One supplier, contract or trade in one year.

    Attributes:
        which: The supplier's or contract's id, `NO_CONTRACT` for what is under none, or the trade.
        offered: What became of the places that were offered that year.
        starts: In how many places somebody began that year, as both sides say.
        earlier: How many more are entered from elsewhere: known by supplier alone.
    """

    which: Any
    offered: Funnel = field(default_factory=Funnel)
    starts: int = 0
    earlier: int = 0

    @property
    def total(self) -> int:
        """All that began."""
        return self.starts + self.earlier


async def of_year(session: AsyncSession, actor: Actor, by: Breakdown, year: int, *, zone: tzinfo) -> list[Part]:
    """All parts that the actor may see and in which anything was, those with most starts first.

    Visits and lectures are not in it: nobody begins in them.
    """
    scope, column = scope_for(actor), _COLUMN[by]
    offered = await counts.funnel_by(session, column, the_year(year, zone), scope, kinds=BEGIN_WITH_SOMEBODY)
    starts = await counts.starts_by(session, column, year, scope, zone=zone)
    began: dict[Any, int] = {}
    for (which, kind), number in starts.items():
        began[which] = began.get(which, 0) + (number if kind in BEGIN_WITH_SOMEBODY else 0)
    earlier = await _earlier(session, scope, year) if by is Breakdown.SUPPLIER else {}
    parts = [
        Part(which or NO_CONTRACT, offered.get(which, Funnel()), began.get(which, 0), earlier.get(which, 0))
        for which in {*offered, *began, *earlier}
    ]
    counted = [each for each in parts if each.offered.offered or each.total]
    return sorted(counted, key=lambda each: (-each.total, -each.offered.offered, str(each.which)))


async def _earlier(session: AsyncSession, scope: Scope, year: int) -> dict[int, int]:
    """No matcher has taken on what came from elsewhere."""
    if scope.matcher_id is not None:
        return {}
    found = await earlier_result.count_by_supplier(session, year, BEGIN_WITH_SOMEBODY)
    return {which: number for which, number in found.items() if scope.supplier_id in {None, which}}
