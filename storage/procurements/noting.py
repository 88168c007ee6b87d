"""How a procurement comes into the plan, and is found there again."""

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from domain.procurement_title import known_as as titled
from domain.registry_number import known_as
from storage.base import batched
from storage.contracts.contract import Contract
from storage.procurements import procurement
from storage.procurements.procurement import Procurement


async def under(session: AsyncSession, number: str) -> Procurement | None:
    """The procurement under that registry number, however it is written, or that was planned under it."""
    spellings = {known_as(each): each for each in await procurement.registry_numbers(session)}
    spelt = spellings.get(known_as(number))
    if spelt is not None:
        return (await procurement.with_registry_numbers(session, [spelt]))[spelt]
    return planned_under(await noted(session)).get(known_as(number))


def planned_under(plan: Sequence[Procurement]) -> dict[str, Procurement]:
    """Those that stand in the plan under another number than the city's register has now, by what that is known as."""
    return {known_as(each.planned_number): each for each in plan if each.planned_number is not None}


async def noted(session: AsyncSession) -> Sequence[Procurement]:
    """Every procurement that was ever in the plan, also those that were put away, in the order in which they came."""
    rows = select(Procurement).where(Procurement.noted_at.is_not(None)).order_by(Procurement.id)
    return (await session.scalars(rows)).all()


async def planned_as(session: AsyncSession, title: str) -> Procurement | None:
    """One in the plan that is called so, however that is written; None where none is, or it was put away."""
    called_so = (each for each in await noted(session) if titled(each.title) == titled(title))
    return next((each for each in called_so if each.put_away_at is None), None)


async def bought(session: AsyncSession, procurement_ids: Sequence[int]) -> frozenset[int]:
    """Those of them that there are contracts from."""
    found: set[int] = set()
    for some in batched(procurement_ids):
        found.update(await session.scalars(select(Contract.procurement_id).where(Contract.procurement_id.in_(some))))
    return frozenset(found)


async def add(session: AsyncSession, noted: Sequence[Procurement]) -> None:
    """Put them into the plan; each has its id afterwards."""
    session.add_all(noted)
    await session.flush()
