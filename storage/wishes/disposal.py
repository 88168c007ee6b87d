"""What becomes of a wish that is disposed of: whether it has to stay for now, and all that goes with it."""

from datetime import datetime

from sqlalchemy import exists, or_, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from domain.placement import UNDER_WAY, PlacementStatus
from storage.placements import link
from storage.placements.link import PlacementLink
from storage.placements.outcome import is_waited_for
from storage.placements.placement import Placement
from storage.wishes.reversed_question import ReversedQuestion
from storage.wishes.wish import Wish

GOES_ON = (
    *UNDER_WAY,
    PlacementStatus.STARTED,
    PlacementStatus.DENIED,
    PlacementStatus.CONFIRMED,
    PlacementStatus.ENDING,
)
"""While a placement is in one of these, whoever has it has to know whose it is, also where the two sides disagree."""


async def is_needed(session: AsyncSession, wish_id: int, *, now: datetime) -> bool:
    """Whether a placement for the wish is under way, or it is still to be said what became of one."""
    needed = exists().where(
        PlacementLink.wish_id == wish_id,
        Placement.id == PlacementLink.placement_id,
        or_(Placement.status.in_(GOES_ON), is_waited_for(now)),
    )
    return bool(await session.scalar(select(needed)))


async def forget(session: AsyncSession, wish: Wish) -> None:
    """The wish is no more, nor is any link to it: the placements, and what suppliers were asked, stay without it."""
    await link.part(session, wish.id)
    await session.execute(update(ReversedQuestion).where(ReversedQuestion.wish_id == wish.id).values(wish_id=None))
    await session.delete(wish)
    await session.flush()
