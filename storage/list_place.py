"""Which part of a list a message has shown last: the way back from what was chosen there leads to it."""

from sqlalchemy import ForeignKey, String
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, mapped_column

from domain.list_place import LONGEST_SEARCH, ListPlace
from storage.base import Base
from storage.dialects import insert_into
from storage.outbox import OutboxRow


class ListPlaceRow(Base):
    """The part that one message has shown last."""

    __tablename__ = "list_place"

    outbox_id: Mapped[int] = mapped_column(ForeignKey(OutboxRow.id), primary_key=True, autoincrement=False)
    """The message itself, however often it was edited since."""
    search: Mapped[str] = mapped_column(String(LONGEST_SEARCH))
    page: Mapped[int]


async def keep(session: AsyncSession, outbox_id: int, place: ListPlace) -> None:
    """Note what the message shows now."""
    shown = {"search": place.search, "page": place.page}
    await session.execute(
        insert_into(session, ListPlaceRow)
        .values(outbox_id=outbox_id, **shown)
        .on_conflict_do_update(index_elements=[ListPlaceRow.outbox_id], set_=shown),
    )


async def of_message(session: AsyncSession, outbox_id: int) -> ListPlace:
    """What the message has shown last of its list; the beginning of the whole list where that was never noted."""
    kept = await session.get(ListPlaceRow, outbox_id, populate_existing=True)
    return ListPlace(kept.search, kept.page) if kept is not None else ListPlace()
