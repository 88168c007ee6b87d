"""With a form open, whatever is pressed or asked for by command: the form's question has the last word.

On a kept database, in which everybody has another form open and every button was shown to somebody. Each thing is done
in a transaction of its own that is rolled back, so that all of them meet the same city.
"""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from datetime import datetime
from itertools import islice
from pathlib import Path

import pytest
from sqlalchemy import create_engine, func, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from bot.city_settings import city_of
from domain.command import Command
from domain.frozen import frozen
from domain.role import Role
from handlers.form import progress
from handlers.form.filling import bring_up, talk_of
from handlers.form.form import FORMS
from handlers.form.progress import Progress
from handlers.handling.answer import NotTheirsError
from handlers.handling.work import Work
from storage import migration
from storage.conversation import Conversation
from storage.database import Database
from storage.outbox import SAYS, OutboxRow
from storage.people.person import Person
from storage.slots.slot import Slot
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
from tests.handlers.younger_forms import is_opened
from tests.kept.dump import kept, load_sqlite

NEWER = {"held": (Role.MATCHER, "participants"), "plan_day": (Role.MATCHER, "planned_day")}
"""Forms that the kept database is too old for: who can have each, and at which question."""

EVERY = 1 if IS_EVERYTHING else 12
"""Each form meets every twelfth thing that can be done, the next form others, so that each thing meets six forms or so;
in `make soak` each meets all."""

ROLES: list[Role] = [role for role in Role if role is not Role.READER]


@pytest.fixture(scope="module")
def kept_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The kept database, brought up to date."""
    file = tmp_path_factory.mktemp("kept") / "city.sqlite"
    migration.upgrade(load_sqlite(kept(OLDEST), file))
    lay_newer_forms_aside(file)
    return file


def lay_newer_forms_aside(file: Path) -> None:
    """Each below what somebody of its role has open, about a slot that is theirs."""
    engine = create_engine(f"sqlite:///{file}")
    with engine.begin() as connection:
        for form, (role, at) in NEWER.items():
            whose = select(Conversation.person_id, Conversation.parked).join(Person).where(Person.role == role)
            person_id, parked = connection.execute(whose.limit(1)).one()
            slot_id = connection.scalar(select(func.max(Slot.id)).where(Slot.claimed_by == person_id))
            answers = progress.kept(Progress(at=at, about={"slot_id": slot_id, "revision": 1}))
            form_aside = {"flow": form, "answers": answers, "version": 1, "touched_at": "2026-11-23T09:00:00+00:00"}
            theirs = update(Conversation).where(Conversation.person_id == person_id)
            connection.execute(theirs.values(parked=[*parked, form_aside]))
    engine.dispose()


@frozen
class Seen:
    """What all tests here ask of the kept database, looked up once: to read all that was ever said takes a second.

    Attributes:
        at: When it was written down.
        pressed: What the latest button of each sort carries.
        have: Of each form who has it open, or put aside below another, one of each role.
    """

    at: datetime
    pressed: list[str]
    have: dict[str, dict[Role, int]]


@pytest.fixture(scope="module")
def seen(kept_file: Path) -> Seen:
    """What there is before any test."""

    async def look() -> Seen:
        database = Database(f"sqlite:///{kept_file}")
        async with database.read() as session:
            pressed, have = await shown_buttons(session), await who_can_have(session)
        at = await at_its_end(database)
        await database.close()
        return Seen(at, pressed, have)

    return asyncio.run(look())


@pytest.fixture
async def database(kept_file: Path) -> AsyncIterator[Database]:
    """Open, and closed again."""
    database = Database(f"sqlite:///{kept_file}")
    yield database
    await database.close()


class Tried:
    """What becomes of one thing that somebody does while a form is open."""

    def __init__(self, database: Database, at: datetime, form: str) -> None:
        self._database, self._at, self._form = database, at, form
        self._city = city_of(settings_for(str(database.url), "http://127.0.0.1"))

    async def does(
        self, person_id: int, act: Callable[[Work, Person], Awaitable[None]], *, is_refused: bool = False
    ) -> str | None:
        """What is wrong afterwards, if anything."""
        wrong: str | None = "nothing was done"
        try:
            async with self._database.write() as session:
                actor = await session.get_one(Person, person_id)
                work = Work(session, self._at, self._city, key="tried", is_refused=is_refused)
                bring_up(await talk_of(work, actor), self._form)
                await act(work, actor)
                await session.flush()
                wrong = await _without_last_word(work, actor)
                roll_back()
        except RolledBackError:
            return wrong
        except NotTheirsError:
            return await self.does(person_id, act, is_refused=True)


async def _without_last_word(work: Work, actor: Person) -> str | None:
    talk = await talk_of(work, actor)
    said = select(func.max(OutboxRow.id)).where(OutboxRow.chat_id == actor.telegram_id, OutboxRow.method.in_(SAYS))
    newest = await work.session.get_one(OutboxRow, await work.session.scalar(said))
    if talk.flow is None and newest.content["template"] == "everyone_form_put_away":
        return None  # what it is about is over, and that is the form's last word
    if talk.flow is None:
        return "no form is open any more"
    return None if newest.id == talk.question_id else f"the last word is {newest.content['template']}"


async def who_can_have(session: AsyncSession) -> dict[str, dict[Role, int]]:
    """Of each form somebody of each role who has it open, or put aside below another."""
    have: dict[str, dict[Role, int]] = {form: {} for form in FORMS}
    for person, talk in await session.execute(select(Person, Conversation).join(Conversation)):
        for form in {talk.flow, *(each["flow"] for each in talk.parked)} & FORMS.keys():
            have[form][person.role] = person.id
    return have


@pytest.mark.parametrize("form", sorted(FORMS))
async def test_whatever_is_pressed_or_asked_for_an_open_form_has_the_last_word(
    database: Database, seen: Seen, form: str
) -> None:
    tried, everyone = Tried(database, seen.at, form), seen.have[form]
    if not everyone and await is_opened(database, form, seen.at):
        async with database.read() as session:
            everyone = (await who_can_have(session))[form]
    assert everyone, f"nobody has {form} open in the kept database"
    done = {each: pressing(each) for each in seen.pressed}
    done |= {command: asking_for(command) for command in Command if command is not Command.CANCEL}
    wrong: dict[tuple[Role, str], str | None] = {}
    for turn, (role, person_id) in enumerate(everyone.items(), start=sorted(FORMS).index(form)):
        for what, act in islice(done.items(), turn % EVERY, None, EVERY):
            wrong[role, what] = await tried.does(person_id, act)
    assert {what: why for what, why in wrong.items() if why is not None} == {}


@pytest.mark.parametrize("role", ROLES)
async def test_a_button_that_leads_nowhere_leaves_an_open_form_the_last_word_too(
    database: Database, seen: Seen, role: Role
) -> None:
    """Of each role, with one form: where a button leads nowhere, the door asks no form which it is.

    Each role presses some of the buttons, the next role others; in `make soak` each presses all.
    """
    form = next(form for form in sorted(FORMS) if role in seen.have[form])
    tried = Tried(database, seen.at, form)
    nowhere = islice(buttons_to_nowhere(), *((0, None) if IS_EVERYTHING else (ROLES.index(role), None, len(ROLES))))
    wrong = {each: await tried.does(seen.have[form][role], pressing(each)) for each in nowhere}
    assert {what: why for what, why in wrong.items() if why is not None} == {}
