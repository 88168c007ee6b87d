"""What each supplier has given in a year, and who has taken part in it at all."""

from collections.abc import Mapping
from datetime import tzinfo

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from domain.council_page import Giver
from domain.frozen import frozen
from domain.placement import BEGIN_WITH_SOMEBODY
from storage.overview import counts
from storage.overview.scope import the_year
from storage.results.earlier_result import EarlierResult, holds_for
from storage.results.year_result import was_held
from storage.slots.slot import Slot


@frozen
class Given:
    """What one supplier gave of one kind.

    Attributes:
        number: Begun or held in Steget, and entered from elsewhere, together.
        has_uncounted: Something is entered that nobody has counted.
    """

    number: int = 0
    has_uncounted: bool = False

    def __add__(self, other: "Given") -> "Given":
        """Both together."""
        return Given(self.number + other.number, self.has_uncounted or other.has_uncounted)


async def by_supplier(session: AsyncSession, year: int, *, zone: tzinfo) -> Mapping[Giver, Given]:
    """What was given that year, by supplier and kind."""
    begun = await counts.starts_by(session, Slot.supplier_id, year, zone=zone)
    together = {giver: Given(number) for giver, number in begun.items() if giver[1] in BEGIN_WITH_SOMEBODY}
    for more in (await _held(session, year), await _earlier(session, year)):
        for giver, given in more.items():
            together[giver] = together.get(giver, Given()) + given
    return together


async def taking_part(session: AsyncSession, year: int, *, zone: tzinfo) -> set[int]:
    """The suppliers that have given something that year, or offered it."""
    offered = select(Slot.supplier_id).where(*the_year(year, zone).holds(Slot.reported_at))
    given = await by_supplier(session, year, zone=zone)
    return {supplier_id for supplier_id, _ in given} | set(await session.scalars(offered.distinct()))


async def _held(session: AsyncSession, year: int) -> Mapping[Giver, Given]:
    rows = await session.execute(
        select(Slot.supplier_id, Slot.kind, func.count()).where(*was_held(year)).group_by(Slot.supplier_id, Slot.kind)
    )
    return {(supplier_id, kind): Given(int(number)) for supplier_id, kind, number in rows}


async def _earlier(session: AsyncSession, year: int) -> Mapping[Giver, Given]:
    """What was a mistake is entered as none at all, and is nobody's gift."""
    rows = await session.execute(
        select(
            EarlierResult.supplier_id,
            EarlierResult.kind,
            func.coalesce(func.sum(EarlierResult.number), 0),
            func.count() - func.count(EarlierResult.number),
        )
        .where(*holds_for(year))
        .group_by(EarlierResult.supplier_id, EarlierResult.kind)
    )
    return {
        (supplier_id, kind): Given(int(number or 0), has_uncounted=bool(uncounted))
        for supplier_id, kind, number, uncounted in rows
    }
