"""The people of a measured city: suppliers who report, and matchers who hear of it."""

from datetime import UTC, datetime

from domain.language import Language
from domain.role import Role
from domain.slot import Trade
from storage.database import Database
from storage.people import supplier
from storage.people.person import Person
from tests.bench.contestant import FIRST_TELEGRAM_ID

STAFF_TELEGRAM_ID = 900_001


async def move_in(database_url: str, *, suppliers: int, matchers: int = 0) -> None:
    """Put them into an empty database, with access."""
    database, now = Database(database_url), datetime.now(UTC)
    try:
        async with database.write() as session:
            for number in range(suppliers):
                company = f"Företag {number} AB"
                firm = await supplier.found_or_created(session, company, now=now, trade=Trade.PAINTING)
                session.add(_person(FIRST_TELEGRAM_ID + number, Role.SUPPLIER, now, supplier_id=firm.id))
            session.add_all(_person(STAFF_TELEGRAM_ID + number, Role.MATCHER, now) for number in range(matchers))
    finally:
        await database.close()


def _person(telegram_id: int, role: Role, now: datetime, *, supplier_id: int | None = None) -> Person:
    return Person(
        telegram_id=telegram_id,
        name=f"Person {telegram_id}",
        role=role,
        supplier_id=supplier_id,
        language=Language.SWEDISH,
        joined_at=now,
    )
