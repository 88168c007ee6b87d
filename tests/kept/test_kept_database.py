"""What lies in a database goes on: the bot of today comes up on each that was kept, on the oldest too."""

import json
import re
from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from uuid import uuid4

import pytest
from sqlalchemy import select

import bot
import domain
import handlers
import messages
import storage
from bot.demo.local_telegram import Phone
from domain.language import Language
from domain.role import Role
from domain.slot import SlotStatus
from handlers.form.views import ANSWER, BACK, CANCEL
from handlers.importing.codes import TAKE_IN
from handlers.slots.alerts.codes import CLAIM
from messages.button import data
from messages.importing.importing import ImportDone
from messages.message import from_content
from messages.rendering import rendered
from messages.template import name_of
from storage import inbox, ledger, migration, outbox
from storage.importing.sent_file import SentFile
from storage.inbox import InboxState
from storage.ledger import LedgerRow
from storage.obligations.obligation import Obligation
from storage.outbox import Method, OutboxRow, OutboxState
from storage.people.person import Person
from tests.chat import Chat
from tests.city import City
from tests.cluster import Cluster
from tests.everything import IS_EVERYTHING
from tests.kept.dump import FOLDER, MADE_UP_CODE, POSTGRESQL, SQLITE, file_of, kept, load_postgresql, load_sqlite
from tests.kept.going_on import (
    Place,
    alerts_about,
    as_they_are,
    has_whole_record,
    is_known,
    open_forms,
    places,
    places_by_code,
    places_ever,
    pressed,
    puts_forms_away,
    waiting,
    who_have_access,
)
from tests.kept.histories import lines_of_history, recorded
from tests.kept.restored_city import a_restored_city
from tests.kept.sorts import Sort, sorts_in
from tests.kept.waiting_answers import are_answered as what_waits_is_answered

KEPT = sorted(FOLDER.glob("*.sql.gz"))


def name_in(file: Path) -> str:
    """Of which commit a dump is."""
    return file.name.partition(".")[0]


NAMES = {name_in(file) for file in KEPT}
CODE = [Path(next(iter(package.__path__))) for package in (bot, domain, handlers, messages, storage)]
OF_FORMS = (ANSWER, BACK, CANCEL)
PUT_AWAY = "har jag lagt undan det"
"""What a form's buttons carry is pressed while the form is open."""

SINCE_THEN = {
    "/upphandlingar": "Det finns inga planerade upphandlingar här än.",
    "/utskick": "Inga utskick än.",
    "/bidra": "Så kan ett företag bidra",
    "/fragor": "Det här frågar många",
    "/forsok": "Försök",
}
"""Commands that no kept database before 0015 has seen, and how their answers begin: nothing of theirs is there yet."""

THERE = {
    "/upphandlingar": "Planerade upphandlingar (1)",
    "/utskick": "Utskick (1)",
    "/bidra": "Så kan ett företag bidra",
    "/fragor": "Det här frågar många",
    "/forsok": "Försök",
}
"""How they begin in those that have seen them."""


def called(file: Path) -> str:
    """What a test with that dump is called."""
    return file.name.removesuffix(".sql.gz")


def goes_on_whole(file: Path) -> bool:
    """Whether it is walked through: the newest, and the oldest, which goes through every migration; on SQLite.

    What lies in those between lies in one of these too, or is asked for by a test below. `make soak` does it with each.
    """
    return IS_EVERYTHING or file in {file_of(BY_AGE[0], SQLITE), file_of(BY_AGE[-1], SQLITE)}


def pressed_in_the_newest(file: Path) -> set[Sort]:
    """The buttons that need not be pressed with this one: a press is dear, and what answers it is the same for all."""
    return set() if IS_EVERYTHING or file == file_of(BY_AGE[-1], SQLITE) else sorts_in(BY_AGE[-1])


def migrated_to(name: str) -> str:
    """The last migration that dumps of that name had been through."""
    found = re.search(r"""INTO "alembic_version" VALUES\('(\d+)'\)""", kept(file_of(name, SQLITE)))
    assert found
    return found[1]


BY_AGE = sorted(NAMES, key=migrated_to)


@pytest.fixture(params=KEPT, ids=called)
def database_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """A kept database, brought up to date."""
    statements = kept(request.param)
    if POSTGRESQL not in request.param.name:
        yield _up_to_date(load_sqlite(statements, tmp_path / "city.sqlite"))
        return
    cluster: Cluster = request.getfixturevalue("cluster")
    name = f"kept_{uuid4().hex}"
    try:
        yield _up_to_date(load_postgresql(statements, cluster, name))
    finally:
        cluster.drop(name)


def _up_to_date(url: str) -> str:
    migration.upgrade(url)
    return url


@pytest.fixture
async def city(database_url: str) -> AsyncIterator[City]:
    """The city of then; its bot does not run yet."""
    async with a_restored_city(database_url) as restored:
        yield restored


def test_the_oldest_is_there_and_each_is_of_both_databases() -> None:
    assert BY_AGE[0] == "2bc7318"
    assert {*KEPT} == {file_of(name, engine) for name in NAMES for engine in (SQLITE, POSTGRESQL)}


async def test_what_lies_in_those_between_alone_is_known_too(tmp_path: Path) -> None:
    oldest, newest = sorts_in(BY_AGE[0]), sorts_in(BY_AGE[-1])
    for name in BY_AGE[1:-1]:
        alone = sorts_in(name) - oldest - newest
        assert [sort for sort in alone if len(sort) == 1] == [], f"a label, a form or an event: walk through {name} too"
        if alone:
            database_url = _up_to_date(load_sqlite(kept(file_of(name, SQLITE)), tmp_path / f"{name}.sqlite"))
            async with a_restored_city(database_url) as city:
                await what_waited_is_handled_sent_and_edited(city)
                pressed = await places_ever(city, of=alone)
                assert pressed.keys() == {sort[0] for sort in alone if isinstance(sort[-1], int)}
                await each_is_known(city, pressed)


async def test_a_time_that_was_proposed_and_not_answered_waits_for_a_coordinator(city: City) -> None:
    waiting = select(Obligation.proposed).where(Obligation.proposed.is_not(None))
    assert "Any Thursday at 10." in await city.asks(lambda session: session.scalars(waiting))


@pytest.mark.parametrize("database_url", [file_of(BY_AGE[-1], POSTGRESQL)], ids=called, indirect=True)
async def test_on_postgresql_too_what_waited_goes_on(city: City) -> None:
    assert await has_whole_record(city)
    await what_waited_is_handled_sent_and_edited(city)
    await who_was_invited_comes_in(city)
    await a_file_that_was_shown_is_taken_in(city)
    await lists_of_0015_begin(city, THERE)
    await nothing_has_failed(city)
    assert await has_whole_record(city)


@pytest.mark.timeout(400)
@pytest.mark.parametrize("database_url", [file for file in KEPT if goes_on_whole(file)], ids=called, indirect=True)
async def test_what_lies_in_a_kept_database_goes_on(city: City, request: pytest.FixtureRequest) -> None:
    """One test, since all of it happens to the same database, one after the other."""
    file: Path = request.node.callspec.params["database_url"]
    assert await has_whole_record(city)
    await everything_that_was_said_can_be_worded(city)
    for_later = [row for row in await waiting(city) if row.due_at > city.clock.now()]
    await what_waited_is_handled_sent_and_edited(city)
    await who_was_invited_comes_in(city)
    await open_and_parked_forms_go_on(city)
    await what_waits_is_answered(city)
    await a_file_that_was_shown_is_taken_in(city)
    await what_was_for_later_comes_when_it_is_due(city, for_later)
    await every_event_is_still_called_so(city)
    await every_history_tells_what_is_recorded(city)
    await who_takes_an_offer_is_seen_under_every_alert(city)
    await lists_of_0015_begin(city, THERE if migrated_to(name_in(file)) >= "0015" else SINCE_THEN)
    await every_button_is_known(city, but=pressed_in_the_newest(file))
    await nothing_has_failed(city)
    assert not await waiting(city)
    assert await has_whole_record(city)


async def everything_that_was_said_can_be_worded(city: City) -> None:
    rows = (await city.asks(lambda session: session.scalars(select(OutboxRow)))).all()
    contents = {json.dumps(row.content, sort_keys=True): row.content for row in rows if "template" in row.content}
    messages = [from_content(content) for content in contents.values()]
    assert messages
    for language in Language:
        assert all(rendered(message, language).text for message in messages)


async def what_waited_is_handled_sent_and_edited(city: City) -> None:
    due = [row for row in await waiting(city) if row.due_at <= city.clock.now()]
    assert {row.method for row in due} >= {Method.SEND_MESSAGE, Method.EDIT_MESSAGE_TEXT}
    city.start()
    await city.settled()
    now = await as_they_are(city, due)
    assert [(row.id, row.state, row.failure) for row in now if row.state is not OutboxState.SENT] == []
    for row in now:
        # An edit by which the message would read as before is not made.
        if row.method is Method.EDIT_MESSAGE_TEXT and row.telegram_message_id is not None:
            shown = city.telegram.phones[row.chat_id].message(row.telegram_message_id)
            assert shown is not None
            assert shown.edited


async def who_was_invited_comes_in(city: City) -> None:
    """By the link that lay queued: its code is in no other place."""
    words = [message.words for phone in city.telegram.phones.values() for message in phone.received()]
    codes = {found for each in words for found in re.findall(r"start=([\w-]+)", each)} - {MADE_UP_CODE}
    newcomer = Chat(city, city.telegram.add_phone("Ny", user_id=max(city.telegram.phones) + 1))
    assert (await newcomer.says(f"/start {codes.pop()}")).startswith("Välkommen")


async def open_and_parked_forms_go_on(city: City) -> None:
    forms = await open_forms(city)
    assert forms
    for person, talk in forms:
        phone = city.telegram.phones[person.telegram_id]
        phone.says("/hjalp")
        await city.settled()
        if PUT_AWAY in phone.received()[-1].words:  # what it was about has come to an end meanwhile
            continue
        question = _newest(phone)
        assert CANCEL in question, f"{talk.flow} is not shown again"
        if ANSWER in question:
            assert await pressed(city, question[ANSWER])
        closed = await puts_forms_away(city, phone)
        is_over = any(PUT_AWAY in message.words for message in phone.received())
        assert is_over or {each["flow"] for each in talk.parked} <= set(closed)


async def a_file_that_was_shown_is_taken_in(city: City) -> None:
    shown = select(Person).join(SentFile, SentFile.person_id == Person.id).where(SentFile.content.is_not(None))
    sender = (await city.asks(lambda session: session.scalars(shown))).one()
    offered = next(each for each in places(city.telegram.phones[sender.telegram_id]) if each.code == TAKE_IN)
    assert name_of(ImportDone(0, 0, 0, 0)) in await pressed(city, offered)


async def what_was_for_later_comes_when_it_is_due(city: City, for_later: list[OutboxRow]) -> None:
    assert for_later
    await city.until(max(row.due_at for row in for_later))
    assert {row.state for row in await as_they_are(city, for_later)} == {OutboxState.SENT}


async def every_event_is_still_called_so(city: City) -> None:
    """Also where nothing reads it yet: whoever counts from the record one day would miss what is called otherwise."""
    events = (await city.asks(lambda session: session.scalars(select(LedgerRow.event).distinct()))).all()
    code = "".join(file.read_text(encoding="utf-8") for folder in CODE for file in folder.rglob("*.py"))
    assert [event for event in events if f'"{event}"' not in code] == []


async def every_history_tells_what_is_recorded(city: City) -> None:
    leader = next(each for each in await who_have_access(city) if each.role is Role.COORDINATOR)
    phone, lines = city.telegram.phones[leader.telegram_id], await recorded(city)
    assert {each: await lines_of_history(city, phone, each) for each in lines} == lines


async def who_takes_an_offer_is_seen_under_every_alert(city: City) -> None:
    offer = next(slot for slot in await city.slots() if slot.status is SlotStatus.OPEN)
    claim = data(CLAIM, offer.id, offer.revision)
    alerts = {(row.chat_id, row.telegram_message_id) for row in await alerts_about(city, offer.id)}
    assert len(alerts) > 1
    place = next(each for each in (await places_by_code(city))[CLAIM] if each.carried == claim)
    assert await pressed(city, place)
    # An alert may tell of others that can still be taken.
    left = [
        each for each in (await places_by_code(city))[CLAIM] if each.carried.startswith(f"{data(CLAIM, offer.id)}:")
    ]
    assert not alerts & {(each.phone.user_id, each.message_id) for each in left}


async def lists_of_0015_begin(city: City, beginnings: dict[str, str]) -> None:
    """What was bought before procurements could be planned is no plan; what was planned, told and tried is there."""
    leader = next(each for each in await who_have_access(city) if each.role is Role.COORDINATOR)
    chat = Chat(city, city.telegram.phones[leader.telegram_id])
    await puts_forms_away(city, chat.phone)
    assert {said: (await chat.says(said)).partition("\n")[0] for said in beginnings} == beginnings


async def every_button_is_known(city: City, *, but: set[Sort]) -> None:
    by_code = {
        code: [each for each in there if each.sort not in but] for code, there in (await places_by_code(city)).items()
    }
    await each_is_known(city, {code: there for code, there in by_code.items() if there and code not in OF_FORMS})


async def each_is_known(city: City, by_code: dict[str, list[Place]]) -> None:
    assert [code for code, each in by_code.items() if not await _is_one_known(city, each)] == []


async def _is_one_known(city: City, each: list[Place]) -> bool:
    """Others of the same code may lead nowhere for a good reason: what they were about is over."""
    for place in each:
        if await is_known(city, place):
            return True
    return False


async def nothing_has_failed(city: City) -> None:
    await city.program.tick()
    await city.settled()
    updates, messages = await city.asks(inbox.count_by_state), await city.asks(outbox.count_by_state)
    assert set(updates) == {InboxState.HANDLED}
    assert OutboxState.DEAD not in messages
    assert await city.asks(ledger.count_unsealed) == 0


def _newest(phone: Phone) -> dict[str, Place]:
    """The buttons of the newest message, the first of each code."""
    there = [place for place in places(phone) if place.message_id == phone.received()[-1].message_id]
    return {place.code: place for place in reversed(there)}
