"""What came of a tryout, beside the rest. Offers are counted as the overview does, so that they never differ."""

from collections.abc import Collection, Mapping
from datetime import tzinfo

from sqlalchemy.ext.asyncio import AsyncSession

from domain.funnel import Funnel
from domain.tryout import Came, CameOfIt, Days
from storage.overview import counts
from storage.overview.scope import the_days
from storage.slots.slot import Slot
from storage.tryouts import choosable


async def came_of_it(session: AsyncSession, tried: Collection[int], days: Days, *, zone: tzinfo) -> CameOfIt:
    """What came on those days from these suppliers and from all others, and from these before."""
    then, before = await _offered(session, days, zone), await _offered(session, days.before, zone)
    others = await choosable.with_contract(session, on=days.first)
    were_there = await choosable.with_contract(session, on=days.before.first)
    return CameOfIt(
        tried=_came(then, set(tried)),
        others=_came(then, others - set(tried)),
        before=_came(before, were_there & set(tried)),
    )


async def _offered(session: AsyncSession, days: Days, zone: tzinfo) -> Mapping[int, Funnel]:
    return await counts.funnel_by(session, Slot.supplier_id, the_days(days.first, days.last, zone))


def _came(offered: Mapping[int, Funnel], from_these: Collection[int]) -> Came:
    theirs = [offered[each] for each in from_these if each in offered]
    return Came(
        suppliers=len(from_these),
        offering=len(theirs),
        offers=sum(each.offers for each in theirs),
        begun=sum(each.confirmed for each in theirs),
    )
