"""What nobody has seen is not changed afterwards: Telegram knows no such message, and the person would wonder."""

from dataclasses import replace
from functools import partial
from uuid import uuid4

from sqlalchemy import select, update

from handlers.handling.work import Work
from storage.outbox import OutboxRow, OutboxState
from tests.city import City
from tests.delivery.invitations import MADE, UNDO
from tests.delivery.outside import at_work, tell

NEVER_SEEN = (OutboxState.DEAD, OutboxState.EXPIRED, OutboxState.CANCELLED, OutboxState.UNREACHABLE)


async def test_it_is_neither_edited_nor_tidied(city: City) -> None:
    offered = replace(MADE, buttons=UNDO)
    rows = {state: await tell(city, city.coordinator, offered, secret="made-up-code") for state in NEVER_SEEN}
    await city.settled()
    async with city.database.write() as session:
        for state, row_id in rows.items():
            await session.execute(update(OutboxRow).where(OutboxRow.id == row_id).values(state=state))
    for row_id in rows.values():
        for way in (partial(_tidied, row_id), partial(_edited, row_id), partial(_edited_with_others, row_id)):
            await at_work(city, uuid4().hex, way)
    edits = await city.asks(
        lambda session: session.scalars(select(OutboxRow).where(OutboxRow.original_id.is_not(None)))
    )
    assert list(edits) == []


async def _tidied(row_id: int, work: Work) -> None:
    await work.take_buttons_away(row_id)


async def _edited(row_id: int, work: Work) -> None:
    await work.edit(row_id, MADE)


async def _edited_with_others(row_id: int, work: Work) -> None:
    await work.edit_each({row_id: MADE})
