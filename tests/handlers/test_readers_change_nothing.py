"""Whatever a reader presses or asks for, nothing is written but the answer to them.

On a kept database, in which every button was shown to somebody. Each thing is done in a transaction of its own that is
rolled back.
"""

import re
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

import pytest
from sqlalchemy import Engine, create_engine, event, insert, select

from bot.city_settings import city_of
from domain.command import COMMANDS_OF, Command
from domain.language import Language
from domain.role import Role
from handlers import doorways
from handlers.contracts import codes as contract_codes
from handlers.faq import codes as faq_codes
from handlers.handling.answer import NotTheirsError
from handlers.handling.work import Work
from handlers.overview import codes as overview_codes
from handlers.people import language
from handlers.readers import codes as reader_codes
from storage import migration
from storage.database import Database
from storage.outbox import SAYS, OutboxRow
from storage.people.person import Person
from tests.city import settings_for
from tests.everything import IS_EVERYTHING
from tests.handlers.pressing_everything import (
    OLDEST,
    RolledBackError,
    asking_for,
    at_its_end,
    buttons_to_nowhere,
    pressing,
    roll_back,
    shown_buttons,
)
from tests.kept.dump import kept, load_sqlite

OF_AN_ANSWER = {"outbox", "list_place", "conversation"}
"""What is said, where in a list it stands, and what is asked: what is looked for."""

ONES_OWN = {language.CHOOSE, reader_codes.SET_MONTHLY}
"""One's own language, and whether one wants the monthly letter: these write one's own row."""

THEIRS = {
    *(doorways.CONTRACT, doorways.OVERVIEW, doorways.MONTHLY, reader_codes.SET_MONTHLY, language.CHOOSE),
    *(contract_codes.LIST, contract_codes.ALL, contract_codes.SEARCH),
    *(overview_codes.BREAKDOWN, overview_codes.GOALS),
    *(faq_codes.LIST, faq_codes.ENTRY),
}
"""The buttons that a reader has; all others are not found."""


REFUSALS = ("everyone_not_found", "everyone_command_for_others", "everyone_command_for_coordinators")


@pytest.fixture
def kept_file(tmp_path: Path) -> Path:
    """The kept database brought up to date, with a reader in it."""
    file = tmp_path / "city.sqlite"
    migration.upgrade(load_sqlite(kept(OLDEST), file))
    engine = create_engine(f"sqlite:///{file}")
    with engine.begin() as connection:
        joined = connection.scalar(select(Person.joined_at).limit(1))
        reader = {"telegram_id": 4711, "name": "Stina Strid", "role": Role.READER, "language": Language.SWEDISH}
        connection.execute(insert(Person).values(joined_at=joined, **reader))
    engine.dispose()
    return file


@contextmanager
def written() -> Iterator[set[str]]:
    """The names of the tables that are written to meanwhile."""
    tables: set[str] = set()

    def note(_connection: object, _cursor: object, statement: str, *_: object) -> None:
        found = re.match(r"\s*(?:INSERT INTO|UPDATE|DELETE FROM) \"?(\w+)", statement)
        tables.update([found[1]] if found else [])

    event.listen(Engine, "before_cursor_execute", note)
    yield tables
    event.remove(Engine, "before_cursor_execute", note)


class Pressed:
    """What becomes of one thing that the reader does."""

    def __init__(self, database: Database, at: datetime) -> None:
        self._database, self._at = database, at
        self._city = city_of(settings_for(str(database.url), "http://127.0.0.1"))

    async def wrong(
        self, what: str, act: Callable[[Work, Person], Awaitable[None]], *, is_refused: bool = False
    ) -> str | None:
        """What is wrong with it, if anything: it fails, writes what it may not, or isn't refused."""
        code, said = what.partition(":")[0], ""
        with written() as tables:
            try:
                async with self._database.write() as session:
                    reader = (await session.scalars(select(Person).where(Person.role == Role.READER))).one()
                    await act(Work(session, self._at, self._city, key="tried", is_refused=is_refused), reader)
                    await session.flush()
                    newest = select(OutboxRow.content).where(OutboxRow.method.in_(SAYS)).order_by(OutboxRow.id.desc())
                    said = (await session.scalar(newest.limit(1)) or {})["template"]
                    roll_back()
            except RolledBackError:
                pass
            except NotTheirsError:
                return await self.wrong(what, act, is_refused=True)
        too_much = tables - OF_AN_ANSWER - ({"person"} if code in ONES_OWN else set())
        is_theirs = code in THEIRS or what in COMMANDS_OF[Role.READER]
        is_refused = said in REFUSALS
        return f"{said} {too_much}" if too_much or not (is_theirs or is_refused) else None


async def test_whatever_a_reader_presses_or_asks_for_nothing_changes(kept_file: Path) -> None:
    database = Database(f"sqlite:///{kept_file}")
    pressed = Pressed(database, await at_its_end(database))
    async with database.read() as session:
        buttons = [*await shown_buttons(session), *(buttons_to_nowhere() if IS_EVERYTHING else [])]
    done = {each: pressing(each) for each in buttons} | {each: asking_for(each) for each in Command}
    wrong = {what: await pressed.wrong(what, act) for what, act in done.items()}
    await database.close()
    assert {what: why for what, why in wrong.items() if why is not None} == {}
