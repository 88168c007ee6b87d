"""Pictures, documents, deleted messages and menus, over real HTTP."""

import asyncio
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import select

from bot.demo.local_telegram.attachment import picture_size
from domain.invitation import new_code
from domain.language import Language
from domain.role import Role
from handlers.handling.work import Work
from messages import attachment, everyone
from messages.attachment import File
from messages.form import NothingOpen
from messages.message import Message
from storage.outbox import Method, OutboxRow, OutboxState
from storage.people.person import Person
from tests.city import City
from tests.delivery.invitations import EVERY_WAY, UNDO, link
from tests.delivery.outside import at_work, person_of, row_with_id, tell, with_long_leases
from tests.documents import file_of, pages_of
from tests.local_telegram.bot_api_facts import load_facts

_, _, PICTURE, LETTER = EVERY_WAY
UNDONE = Message(everyone.NotFound())

NEW_METHODS = {
    "sendPhoto",
    "sendDocument",
    "editMessageCaption",
    "editMessageReplyMarkup",
    "deleteMessage",
    "deleteMyCommands",
}

both = pytest.mark.parametrize("message", [PICTURE, LETTER], ids=["picture", "letter"])


@pytest.fixture(autouse=True)
async def patient(city: City) -> None:
    """A busy computer may take its time: no lease runs out but where a test says so."""
    await with_long_leases(city)


async def test_a_picture_to_forward_comes_with_the_link_below_it(city: City) -> None:
    code = new_code()
    await tell(city, city.coordinator, PICTURE, secret=code)
    await city.settled()
    shown = city.coordinator.last
    assert (shown.kind, shown.file_name) == ("photo", "inbjudan-Nora-Berg.png")
    assert min(picture_size(file_of(city, shown)) or (0, 0)) >= 600
    assert "Hej Nora Berg!" in shown.words
    assert link(code) in shown.words


@pytest.mark.parametrize(
    ("language", "name"), [(Language.SWEDISH, "brev-Nora-Berg.pdf"), (Language.ENGLISH, "letter-Nora-Berg.pdf")]
)
async def test_a_letter_to_print_is_in_the_coordinators_language(city: City, language: Language, name: str) -> None:
    code = new_code()
    await city.coordinator.says(f"/sprak {language.value}")
    async with city.database.write() as session:
        coordinator = await session.get_one(Person, (await person_of(city, city.coordinator)).id)
        coordinator.language = language
    await tell(city, city.coordinator, LETTER, secret=code)
    await city.settled()
    shown = city.coordinator.last
    assert (shown.kind, shown.file_name) == ("document", name)
    assert link(code) in pages_of(file_of(city, shown))[0].replace("\n", "")


@both
async def test_what_stands_under_a_file_is_edited_and_the_file_stays(city: City, message: Message) -> None:
    row_id = await tell(city, city.coordinator, replace(message, buttons=UNDO), secret=new_code())
    await city.settled()
    before = city.coordinator.last.file_id
    await at_work(city, "undone", lambda work: work.edit(row_id, UNDONE))
    await city.settled()
    assert len(city.coordinator.received) == 1
    assert (city.coordinator.last.file_id, city.coordinator.buttons) == (before, [])
    assert city.coordinator.last_text.startswith("Det finns inte längre")
    assert "editMessageCaption" in {request.method for request in city.telegram.requests}


@both
async def test_buttons_are_taken_from_under_a_file(city: City, message: Message) -> None:
    row_id = await tell(city, city.coordinator, replace(message, buttons=UNDO), secret=new_code())
    await city.settled()
    words = city.coordinator.last_text
    await at_work(city, "tidied", lambda work: work.take_buttons_away(row_id))
    await city.settled()
    assert (city.coordinator.buttons, city.coordinator.last_text) == ([], words)


async def test_words_under_a_file_that_is_gone_are_said_as_a_text_which_can_be_edited_again(city: City) -> None:
    row_id = await tell(city, city.coordinator, PICTURE, secret=new_code())
    await city.settled()
    city.coordinator.phone.messages.clear()
    await at_work(city, "first", lambda work: work.edit(row_id, UNDONE))
    await city.settled()
    await at_work(city, "second", lambda work: work.edit(row_id, Message(NothingOpen(Role.COORDINATOR))))
    await city.settled()
    assert [message.kind for message in city.coordinator.received] == ["text"]
    assert not city.coordinator.last_text.startswith("Det finns inte längre")


@both
async def test_choices_under_a_file_are_answered_by_their_number(city: City, message: Message) -> None:
    await tell(city, city.coordinator, replace(message, buttons=UNDO), secret=new_code())
    await city.settled()
    assert await city.coordinator.says("1") == await city.coordinator.presses_forged("zz:1")
    file_message = city.coordinator.received[0].message_id
    await city.coordinator.says("/hjalp")
    assert await city.coordinator.says("1", reply_to=file_message) == await city.coordinator.presses_forged("zz:1")


async def test_words_too_long_for_a_caption_are_cut_at_a_line(city: City) -> None:
    long = replace(PICTURE.parameters, contact="ett två tre " * 80)
    await tell(city, city.coordinator, replace(PICTURE, parameters=long), secret=new_code())
    await city.settled()
    assert city.coordinator.last_text.endswith("\n…")
    assert "t.me" in city.coordinator.last_text


async def test_a_letter_in_the_making_keeps_nobody_waiting(city: City, monkeypatch: pytest.MonkeyPatch) -> None:
    made = asyncio.Event()
    loop = asyncio.get_running_loop()

    def slowly(message: Message, language: Language, invitation_links: Sequence[str]) -> File:
        asyncio.run_coroutine_threadsafe(made.wait(), loop).result(timeout=20)
        return attachment.attached(message, language, invitation_links)

    monkeypatch.setattr("bot.delivery.sending.attached", slowly)
    row_id = await tell(city, city.coordinator, LETTER, secret=new_code())
    city.maleri.phone.says("/hjalp")
    async with asyncio.timeout(10):
        while not city.maleri.received:
            await asyncio.sleep(0.01)
    assert (await row_with_id(city, row_id)).state is OutboxState.SENDING
    made.set()
    await city.settled()
    assert city.coordinator.last.kind == "document"


async def test_a_letter_that_cannot_be_made_is_dead_without_a_word_of_it_in_the_row(
    city: City, monkeypatch: pytest.MonkeyPatch
) -> None:
    def breaks(_message: Message, _language: Language, invitation_link: str) -> File:
        raise RuntimeError(invitation_link)

    monkeypatch.setattr("bot.delivery.sending.attached", breaks)
    row_id = await tell(city, city.coordinator, LETTER, secret=new_code())
    await city.settled()
    row = await row_with_id(city, row_id)
    assert (row.state, row.failure, row.secret) == (OutboxState.DEAD, "can't be sent (RuntimeError)", None)


async def test_a_persons_own_message_is_taken_out_of_the_chat(city: City) -> None:
    (said,) = city.maleri.phone.says("något som inte ska stå här")
    await city.settled()
    await at_work(city, "delete", lambda work: work.delete(city.maleri.phone.user_id, said))
    await city.settled()
    assert city.maleri.phone.message(said) is None


async def test_what_can_no_longer_be_deleted_counts_as_done(city: City) -> None:
    (old,) = city.maleri.phone.says("hej")
    await city.settled()
    city.clock.advance(timedelta(hours=49))
    await at_work(city, "too old", lambda work: work.delete(city.maleri.phone.user_id, old))
    await at_work(city, "not there", lambda work: work.delete(city.maleri.phone.user_id, 999))
    await city.settled()
    deleted = select(OutboxRow.state).where(OutboxRow.method == Method.DELETE_MESSAGE)
    assert list(await city.asks(lambda session: session.scalars(deleted))) == [OutboxState.SENT, OutboxState.SENT]


async def test_a_menu_is_taken_away(city: City) -> None:
    await city.maleri.says("/start")
    assert city.maleri.phone.commands
    person = await person_of(city, city.maleri)
    await at_work(city, "ended", lambda work: work.take_menu_away(person))
    await city.settled()
    assert city.maleri.phone.commands == []


async def test_each_of_these_requests_is_one_that_the_bot_api_knows(city: City) -> None:
    facts = load_facts()
    person = await person_of(city, city.coordinator)
    told = [await tell(city, city.coordinator, replace(one, buttons=UNDO), secret=new_code()) for one in EVERY_WAY]
    await city.settled()

    async def tidies_up(work: Work) -> None:
        for row_id in told:
            await work.take_buttons_away(row_id)
            await work.edit(row_id, UNDONE)
        await work.delete(person.telegram_id, 1)
        await work.take_menu_away(person)

    await at_work(city, "tidied", tidies_up)
    await city.settled()
    assert {request.method for request in city.telegram.requests} >= NEW_METHODS
    problems = [
        (request.method, problem)
        for request in city.telegram.requests
        for problem in facts.check_request(request.method, request.parameters)
    ]
    assert problems == []
