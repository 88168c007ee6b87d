"""Lists of suppliers, each scoped by who looks."""

from collections.abc import Sequence

from sqlalchemy import ColumnElement, false, func, select
from sqlalchemy.ext.asyncio import AsyncSession

from domain.access import may
from domain.action import Action
from domain.actor import Actor
from storage.contracts.contract_search import has_words
from storage.people.supplier import Supplier


async def count(session: AsyncSession, actor: Actor, search: str) -> int:
    """How many suppliers the actor's list has."""
    counted = select(func.count()).select_from(Supplier).where(*_listed_for(actor, search))
    return await session.scalar(counted) or 0


async def part(session: AsyncSession, actor: Actor, search: str, *, skip: int, at_most: int) -> Sequence[Supplier]:
    """A part of the actor's list, by name."""
    listed = select(Supplier).where(*_listed_for(actor, search)).order_by(Supplier.name)
    return (await session.scalars(listed.offset(skip).limit(at_most))).all()


def _listed_for(actor: Actor, search: str) -> list[ColumnElement[bool]]:
    if not may(actor, Action.SEE_SUPPLIER):
        return [false()]
    return [has_words(search, Supplier.name)] if search else []
