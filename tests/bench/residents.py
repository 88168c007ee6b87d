"""The people of a measured city: suppliers who report, and matchers who hear of it."""

from datetime import UTC, datetime
from typing import Any
from uuid import uuid4

from sqlalchemy import insert, select, update

from domain.language import Language
from domain.role import Role
from domain.slot import Trade
from messages.everyone import SentNoText
from messages.message import Message
from storage.database import Database
from storage.dialects import insert_all
from storage.outbox import Lane, Method, OutboxRow, OutboxState, Ring
from storage.people import supplier
from storage.people.person import Person
from storage.people.supplier import Supplier
from storage.slots.slot import Slot
from tests.bench.contestant import FIRST_TELEGRAM_ID

COORDINATOR, MATCHER = 900_001, 900_002
FIRST_READER = 2_000_001
LONG_AGO = datetime(2026, 1, 1, tzinfo=UTC)


async def move_in(database_url: str, *, suppliers: int) -> None:
    """Put them into an empty database, with access: one coordinator, one matcher, and so many suppliers."""
    database, now = Database(database_url), datetime.now(UTC)
    try:
        async with database.write() as session:
            session.add(_person(COORDINATOR, Role.COORDINATOR, now))
            session.add(_person(MATCHER, Role.MATCHER, now))
            for number in range(suppliers):
                company = f"Företag {number} AB"
                firm = await supplier.found_or_created(session, company, now=now, trade=Trade.PAINTING)
                session.add(_person(FIRST_TELEGRAM_ID + number, Role.SUPPLIER, now, supplier_id=firm.id))
    finally:
        await database.close()


async def receivers_move_in(database: Database, receivers: int, *, joined_at: datetime) -> None:
    """Put so many more contacts of the first supplier into the database."""
    async with database.write() as session:
        firm = await session.scalar(select(Supplier.id).order_by(Supplier.id).limit(1))
        chats = range(FIRST_READER, FIRST_READER + receivers)
        person: dict[str, Any] = {"role": Role.SUPPLIER, "supplier_id": firm, "language": Language.SWEDISH}
        rows = [person | {"telegram_id": chat, "name": f"Person {chat}", "joined_at": joined_at} for chat in chats]
        await insert_all(session, Person, rows)


async def broadcast(database: Database, readers: int) -> None:
    """Queue a broadcast to that many, none of whom is anybody else here."""
    now = datetime.now(UTC)
    async with database.write() as session:
        row: dict[str, Any] = {"method": Method.SEND_MESSAGE, "content": Message(SentNoText("document")).content()}
        row |= {"language": Language.SWEDISH, "lane": Lane.BROADCAST, "ring": Ring.ALWAYS, "attempts": 0}
        row |= {"queued_at": now, "due_at": now, "state": OutboxState.QUEUED, "possible_copies": 0}
        chats = range(FIRST_READER, FIRST_READER + readers)
        keyed = [row | {"chat_id": chat, "dedup_key": f"broadcast:{uuid4()}"} for chat in chats]
        await session.execute(insert(OutboxRow), keyed)


async def let_a_while_pass(database: Database) -> None:
    """What was offered was offered long ago: the next offer of the same supplier is an alert of its own."""
    async with database.write() as session:
        await session.execute(update(Slot).values(reported_at=LONG_AGO))


def _person(telegram_id: int, role: Role, now: datetime, *, supplier_id: int | None = None) -> Person:
    return Person(
        telegram_id=telegram_id,
        name=f"Person {telegram_id}",
        role=role,
        supplier_id=supplier_id,
        language=Language.SWEDISH,
        joined_at=now,
    )
