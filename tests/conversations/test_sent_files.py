"""A file that a coordinator sends in the chat: answered at once, fetched from Telegram, and handed over once."""

from datetime import timedelta

import pytest
from sqlalchemy import select, update

from bot import fetching
from bot.demo.local_telegram.gateway import DOWNLOAD
from domain.contract_sheet import MOST_BYTES
from domain.role import Role
from handlers.form import asking
from handlers.handling.work import Work
from handlers.importing import actions
from handlers.importing.looking import Finding
from messages import everyone
from messages.message import Message
from storage.importing.sent_file import SentFile
from storage.people.person import Person
from tests.chat import Chat
from tests.city import City

HERE = "Du skickade en fil."
"""Stands for whatever is shown."""

SHEET = "Leverantör;Diarienummer\nExempelmåleriet AB;UH-2026-99\n".encode()


@pytest.fixture(autouse=True)
def shown(monkeypatch: pytest.MonkeyPatch) -> list[bytes]:
    """What was handed over to be shown; what becomes of it is told elsewhere."""
    handed_over: list[bytes] = []

    async def preview(_work: Work, sent_file: SentFile, _found: Finding) -> Message:
        handed_over.append(sent_file.content or b"")
        return Message(everyone.SentNoText("document"))

    monkeypatch.setattr(actions, "preview", preview)
    return handed_over


async def sends(chat: Chat, content: bytes = SHEET, name: str = "avtal.csv") -> list[str]:
    """Send a file; what the bot has said since."""
    said_before = len(chat.received)
    await chat.does(lambda phone: phone.sends_document(name, content))
    return [message.words for message in chat.received[said_before:]]


async def only_file(city: City) -> SentFile:
    return (await city.asks(lambda session: session.scalars(select(SentFile)))).one()


async def after_every_pause(city: City) -> None:
    for pause in fetching.PAUSES:
        await city.later(pause)


async def test_a_file_is_answered_at_once_and_then_fetched_as_it_was_sent(city: City, shown: list[bytes]) -> None:
    answer, handed_over = await sends(city.coordinator)
    assert answer.startswith("Jag läser filen avtal.csv …")
    assert handed_over.startswith(HERE)
    assert shown == [SHEET]
    kept = await only_file(city)
    assert (kept.fetch_at, kept.attempts, kept.content) == (None, 1, SHEET)


@pytest.mark.parametrize("role", [Role.SUPPLIER, Role.MATCHER])
async def test_from_anybody_else_a_file_is_something_that_the_bot_cant_read(
    city: City, role: Role, shown: list[bytes]
) -> None:
    chat = city.maleri if role is Role.SUPPLIER else city.matcher_a
    (answer,) = await sends(chat)
    assert answer.startswith("Du skickade en fil. Jag förstår tyvärr bara text och knappar.")
    assert shown == []


async def test_a_form_that_is_open_has_the_last_word_below_the_answer(city: City, shown: list[bytes]) -> None:
    await city.coordinator.says("/bjudin")
    answer, question, preview, question_again = await sends(city.coordinator)
    assert answer.startswith("Jag läser filen")
    assert preview.startswith(HERE)
    assert all("Vem vill du bjuda in?" in words for words in (question, question_again))
    assert shown == [SHEET]


async def test_a_file_that_telegram_says_is_too_large_is_never_fetched(city: City, shown: list[bytes]) -> None:
    (answer,) = await sends(city.coordinator, b"x" * (MOST_BYTES + 1))
    assert answer.startswith("Filen är för stor för mig.\nJag kan läsa filer på högst 5 MB.")
    assert not any(request.method == "getFile" for request in city.telegram.requests)
    assert shown == []


async def test_a_file_that_is_larger_than_telegram_said_is_read_no_further(
    city: City, shown: list[bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fetching, "MOST_BYTES", 1000)
    city.coordinator.phone.sends_document("avtal.csv", b"x" * 1001)
    city.telegram.updates.waiting[-1].update["message"]["document"].pop("file_size")
    await city.settled()
    assert city.coordinator.last_text.startswith("Filen är för stor för mig.")
    assert shown == []
    kept = await only_file(city)
    assert (kept.fetch_at, kept.content) == (None, None)


async def test_what_telegram_itself_calls_too_big_is_not_tried_again(city: City) -> None:
    city.telegram.faults.bad_request("file is too big", method="getFile")
    _, answer = await sends(city.coordinator)
    assert answer.startswith("Filen är för stor för mig.")
    assert (await only_file(city)).attempts == 1


@pytest.mark.parametrize("what", ["getFile", DOWNLOAD])
async def test_a_fetching_that_fails_is_tried_again_after_a_while(city: City, what: str, shown: list[bytes]) -> None:
    city.telegram.faults.server_error(method=what)
    (answer,) = await sends(city.coordinator)
    assert answer.startswith("Jag läser filen")
    assert shown == []
    await city.later(fetching.PAUSES[0] - timedelta(seconds=1))
    assert shown == []
    await city.later(timedelta(seconds=1))
    assert shown == [SHEET]


async def test_the_pause_is_as_long_as_telegram_asks_for(city: City, shown: list[bytes]) -> None:
    city.telegram.faults.too_many_requests(40, method="getFile")
    await sends(city.coordinator)
    await city.later(timedelta(seconds=39))
    assert shown == []
    await city.later(timedelta(seconds=1))
    assert shown == [SHEET]


async def test_a_file_that_never_comes_is_given_up_and_its_sender_told(city: City, shown: list[bytes]) -> None:
    city.telegram.faults.cuts_before_accepting(method=DOWNLOAD, times=None)
    await sends(city.coordinator)
    await after_every_pause(city)
    assert city.coordinator.last_text.startswith("Jag lyckades inte läsa filen avtal.csv.")
    kept = await only_file(city)
    assert (kept.fetch_at, kept.attempts) == (None, len(fetching.PAUSES) + 1)
    city.telegram.faults.clear()
    await city.later(timedelta(days=1))
    assert shown == []


async def test_whose_access_has_ended_meanwhile_hears_nothing_and_nothing_is_kept(
    city: City, shown: list[bytes]
) -> None:
    city.telegram.faults.server_error(method="getFile")
    await sends(city.coordinator)
    async with city.database.write() as session:
        has_left = update(Person).where(Person.role == Role.COORDINATOR).values(ended_at=city.clock.now())
        await session.execute(has_left)
    said = len(city.coordinator.received)
    await city.later(fetching.PAUSES[0])
    assert (shown, len(city.coordinator.received)) == ([], said)
    assert (await only_file(city)).content is None


async def test_a_bot_that_stops_while_it_fetches_begins_again_and_shows_the_file_once(
    city: City, shown: list[bytes]
) -> None:
    hang = city.telegram.faults.hangs(method=DOWNLOAD)
    city.coordinator.phone.sends_document("avtal.csv", SHEET)
    await hang.began.wait()
    await city.stop()
    hang.release()
    await city.restart()
    await city.settled()
    assert shown == [SHEET]
    assert (await only_file(city)).attempts == 2


async def test_a_file_with_which_the_process_ends_every_time_is_given_up(city: City, shown: list[bytes]) -> None:
    city.telegram.faults.server_error(method="getFile")
    await sends(city.coordinator)
    async with city.database.write() as session:
        await session.execute(update(SentFile).values(attempts=len(fetching.PAUSES) + 1))
    await city.later(fetching.PAUSES[0])
    assert city.coordinator.last_text.startswith("Jag lyckades inte läsa filen avtal.csv.")
    assert shown == []


async def test_where_showing_fails_all_of_it_is_undone_and_done_once_later(
    city: City, shown: list[bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    well = asking.show_again

    async def breaks(work: Work, actor: Person) -> None:
        await well(work, actor)
        if shown:
            monkeypatch.setattr(asking, "show_again", well)
            raise ValueError("after all was said and before it was committed")

    monkeypatch.setattr(asking, "show_again", breaks)
    said = await sends(city.coordinator)
    assert [words[:15] for words in said] == ["Jag läser filen"]
    await city.later(fetching.PAUSES[0])
    assert sum(message.words.startswith(HERE) for message in city.coordinator.received) == 1
    assert shown == [SHEET, SHEET]


async def test_a_process_that_has_lost_its_role_meanwhile_shows_nothing(city: City, shown: list[bytes]) -> None:
    hang = city.telegram.faults.hangs(method=DOWNLOAD)
    city.coordinator.phone.sends_document("avtal.csv", SHEET)
    await hang.began.wait()
    async with city.database.write() as session:
        await session.execute(update(SentFile).values(attempts=SentFile.attempts + 1))
    hang.release()
    await city.settled()
    assert shown == [SHEET]
    assert (await only_file(city)).attempts == 3


async def test_several_files_are_shown_in_the_order_in_which_they_were_sent(city: City, shown: list[bytes]) -> None:
    for number in range(3):
        city.coordinator.phone.sends_document(f"{number}.csv", b"%d" % number)
    await city.settled()
    assert shown == [b"0", b"1", b"2"]
