"""Rows that tests begin with."""

from datetime import UTC, date, datetime
from typing import Any

from sqlalchemy import update
from sqlalchemy.ext.asyncio import AsyncSession

from domain.language import Language
from domain.role import Role
from domain.slot import Offer, SlotKind, Trade
from storage import outbox, outgoing
from storage.database import Database
from storage.lease import Lease, ProcessRole
from storage.outbox import Lane, Method, OutboxRow, Ring
from storage.outgoing import Allowed, Outgoing
from storage.people import supplier
from storage.people.person import Person
from storage.slots import slot

NOW = datetime(2026, 11, 23, 7, 30, tzinfo=UTC)

ANYTHING = Allowed(at_most=10, no_answers_to=(), nothing_else_to=())
"""Pacing holds nothing back."""


async def add_people(database: Database, *, matchers: int = 1) -> None:
    """A supplier contact with id 1, and so many matchers after it."""
    async with database.write() as session:
        firm = await supplier.found_or_created(session, "Exempelmåleriet AB", now=NOW)
        session.add(_person(1, Role.SUPPLIER, firm.id))
        session.add_all(_person(number, Role.MATCHER, None) for number in range(2, 2 + matchers))


async def add_slot(database: Database) -> int:
    """An open slot of that supplier's; its id."""
    offer = Offer(SlotKind.INTERNSHIP, Trade.PAINTING, 2, "Centrum", date(2026, 11, 30), None)
    async with database.write() as session:
        return (await slot.report(session, offer, supplier_id=1, reported_by=1, now=NOW, next_at=NOW)).id


async def delivers(session: AsyncSession, turn: int) -> None:
    """Who has this fencing token is the deliverer now, for as long as the test lasts."""
    held = {"holder": f"process {turn}", "token": turn, "held_until": 1e12}
    await session.execute(update(Lease).where(Lease.name == ProcessRole.DELIVERER.value).values(**held))


async def taken_up(
    session: AsyncSession, *, turn: int, allowed: Allowed = ANYTHING, lease_for: float = 60
) -> list[OutboxRow]:
    """What a deliverer with that fencing token takes up now."""
    found = await outgoing.next_up(session, allowed, now=NOW)
    row_ids = [up.row.id for up in found]
    taken = await outgoing.take_up(session, row_ids, fencing_token=turn, lease_for=lease_for)
    rows = [await outbox.find(session, row_id) for row_id in row_ids if row_id in taken]
    return [row for row in rows if row is not None]


def to_send(**told: Any) -> Outgoing:
    """A row as it is taken up, of which only that is known."""
    nothing: dict[str, Any] = dict.fromkeys(Outgoing._fields)
    return Outgoing(**(nothing | {"method": Method.SEND_MESSAGE, "content": {}, "attempts": 0} | told))


async def queue(session: AsyncSession, key: str, *, chat: int = 7, lane: Lane = Lane.ANSWER, **more: Any) -> int:
    """A message in the outbox; its id."""
    values = {
        "dedup_key": key,
        "chat_id": chat,
        "method": Method.SEND_MESSAGE,
        "content": {"template": "made_up"},
        "lane": lane,
        "ring": Ring.ALWAYS,
    }
    row_id = await outbox.queue(session, values | more, now=NOW)
    assert row_id is not None
    return row_id


def _person(number: int, role: Role, supplier_id: int | None) -> Person:
    return Person(
        id=number,
        telegram_id=2**33 + number,
        name=f"Person {number}",
        role=role,
        supplier_id=supplier_id,
        language=Language.SWEDISH,
        joined_at=NOW,
    )
