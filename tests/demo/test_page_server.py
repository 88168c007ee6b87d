"""The demo page's routes, over real HTTP, with the real stand-in for Telegram and a made-up city."""

import asyncio
import json
import re
from collections.abc import AsyncIterator, Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import aiohttp
import pytest
import pytest_asyncio
from starlette.applications import Starlette

from bot.demo.local_telegram import serving
from bot.demo.local_telegram.gateway import Gateway
from bot.demo.page.headers import CONTENT_SECURITY_POLICY
from bot.demo.page.state import city_state
from bot.demo.page_server import FILES, page_routes
from domain.language import Language
from messages.pictures.drawing import Colours
from messages.pictures.picture import card_of
from tests.each import each

from .small_city import BOT, MALIN, Browser, SmallCity, next_event

NOBODY = 999
OCTETS = "application/octet-stream"


@pytest.fixture
def city() -> SmallCity:
    return SmallCity()


@pytest_asyncio.fixture
async def browser(city: SmallCity) -> AsyncIterator[Browser]:
    app = Starlette(routes=[*Gateway(city.telegram).routes(), *page_routes(city)])
    serves = serving(app, before_stopping=city.telegram.close)
    # A whole chat is one line of the live line, longer than the client's usual limit.
    async with serves as base, aiohttp.ClientSession(base, read_bufsize=2**20) as client:
        yield Browser(client)


@pytest.mark.parametrize("path", ["/", "/static/js/main.js", "/static/css/page.css", "/static/mark.svg"])
async def test_the_page_and_its_files_come_with_a_strict_policy(browser: Browser, path: str) -> None:
    answer, _ = await browser.gets(path)
    assert answer.status == 200
    assert answer.headers["Content-Security-Policy"] == CONTENT_SECURITY_POLICY
    assert answer.headers["X-Content-Type-Options"] == "nosniff"


async def test_the_live_line_begins_with_everything_and_goes_on_with_changes(browser: Browser, city: SmallCity) -> None:
    async with browser.listening() as events:
        snapshot = await next_event(events, "snapshot")
        assert snapshot["city"]["name"] == "Björkstad"
        assert snapshot["city"]["coming"][0]["to_whom"] == {"sv": "Malin Öberg", "en": "Malin Öberg"}
        assert [phone["user_id"] for phone in snapshot["phones"]] == [MALIN]

        city.telegram.phones[MALIN].says("/start")
        assert (await next_event(events, "phone"))["has_started"]

        await browser.bot_sends(MALIN, "<b>Hej</b> Malin")
        phone = await next_event(events, "phone")
        assert phone["messages"][-1]["html"] == "<b>Hej</b> Malin"
        assert phone["messages"][-1]["from_bot"]


async def test_a_page_that_comes_back_gets_everything_again(browser: Browser, city: SmallCity) -> None:
    async with browser.listening() as events:
        await next_event(events, "snapshot")
    city.telegram.phones[MALIN].says("Medan sidan var borta")
    async with browser.listening() as events:
        snapshot = await next_event(events, "snapshot")
    assert snapshot["phones"][0]["messages"][0]["html"] == "Medan sidan var borta"


async def test_what_is_said_on_a_phone_reaches_the_bot(browser: Browser, city: SmallCity) -> None:
    status, said = await browser.posts(f"/phones/{MALIN}/say", {"text": "/rapportera"})
    assert (status, len(said["message_ids"])) == (200, 1)
    reply = {"text": "Ja", "reply_to": said["message_ids"][0]}
    assert (await browser.posts(f"/phones/{MALIN}/say", reply))[0] == 200
    assert [message.text for message in city.telegram.phones[MALIN].messages] == ["/rapportera", "Ja"]
    assert city.telegram.phones[MALIN].messages[1].reply_to == said["message_ids"][0]


async def test_a_press_reaches_the_bot_and_its_answer_comes_back(browser: Browser, city: SmallCity) -> None:
    message_id = city.telegram.phones[MALIN].says("/start")[0]
    async with browser.listening() as events:
        await next_event(events, "snapshot")
        body = {"message_id": message_id, "data": "tk:1"}
        status, pressed = await browser.posts(f"/phones/{MALIN}/press", body)
        assert status == 200
        answer = {"callback_query_id": pressed["press"], "text": "Noterat"}
        await browser.posts(f"/bot{BOT}/answerCallbackQuery", answer)
        phone = await next_event(events, "phone")
    assert phone["answers"] == [{"message_id": message_id, "text": "Noterat"}]


async def test_a_sample_photo_is_sent_and_shown(browser: Browser, city: SmallCity) -> None:
    assert (await browser.posts(f"/phones/{MALIN}/photo"))[0] == 200
    photo = city.telegram.phones[MALIN].messages[0]
    assert photo.kind == "photo"
    answer, picture = await browser.gets(f"/phones/{MALIN}/files/{photo.message_id}")
    assert answer.content_type == "image/png"
    assert picture.startswith(b"\x89PNG")


async def test_the_sample_file_is_sent(browser: Browser, city: SmallCity) -> None:
    assert (await browser.posts(f"/phones/{MALIN}/sample-file"))[0] == 200
    sent = city.telegram.phones[MALIN].messages[0]
    assert (sent.kind, sent.file_name) == ("document", "avtal-exempel.csv")


async def test_a_file_of_ones_own_is_sent_as_it_is(browser: Browser, city: SmallCity) -> None:
    path = f"/phones/{MALIN}/file?name=avtal%20%C3%A5r%202.csv"
    assert await browser.posts_raw(path, b"\x00\xff", OCTETS) == (200, {})
    sent = city.telegram.phones[MALIN].messages[0]
    kept = city.telegram.shelf.find(sent.file_id)
    assert (sent.kind, sent.file_name) == ("document", "avtal år 2.csv")
    assert kept is not None
    assert kept.content == b"\x00\xff"


@pytest.mark.parametrize(
    ("sent", "status"),
    [
        (("a.csv", b"x", "text/plain"), 415),
        (("a.csv", b"x", ""), 415),
        (("a.csv", b"", OCTETS), 400),
        (("", b"x", OCTETS), 400),
        (("a" * 256, b"x", OCTETS), 400),
        (("a.csv", b"x" * 11, OCTETS), 413),
    ],
)
async def test_a_file_that_cant_be_sent_is_refused_in_words(
    browser: Browser, city: SmallCity, monkeypatch: pytest.MonkeyPatch, sent: tuple[str, bytes, str], status: int
) -> None:
    monkeypatch.setattr("bot.demo.page.bodies.LARGEST_FILE", 10)
    name, body, content_type = sent
    told, answer = await browser.posts_raw(f"/phones/{MALIN}/file?name={name}", body, content_type)
    assert told == status
    assert answer["error"]["sv"]
    assert city.telegram.phones[MALIN].messages == []


async def test_a_file_from_the_bot_can_be_saved_but_never_opened_as_a_page(browser: Browser, city: SmallCity) -> None:
    city.telegram.phones[MALIN].says("/start")
    await browser.bot_sends_file(MALIN, "läget.html", b"<script>alert(1)</script>")
    answer, content = await browser.gets(f"/phones/{MALIN}/files/2")
    assert content == b"<script>alert(1)</script>"
    assert answer.headers["Content-Disposition"].startswith("attachment; filename*=UTF-8''l%C3%A4get.html")
    assert answer.headers["X-Content-Type-Options"] == "nosniff"


async def test_an_invitation_is_opened_on_a_new_phone(browser: Browser, city: SmallCity) -> None:
    async with browser.listening() as events:
        await next_event(events, "snapshot")
        status, phone = await browser.posts("/phones")
        assert (status, phone["name"]) == (200, "Anders Holm")
        described = await next_event(events, "city")
        assert [one["user_id"] for one in described["phones"]] == [MALIN, phone["user_id"]]
        assert (await next_event(events, "phone"))["user_id"] == phone["user_id"]
    await browser.posts(f"/phones/{phone['user_id']}/open-link", {"code": "K7Q29FMX"})
    assert city.telegram.phones[phone["user_id"]].messages[0].text == "/start K7Q29FMX"


@pytest.mark.parametrize(
    ("move", "then"),
    [
        ({"hours": 1}, "2026-03-02T09:04:00+00:00"),
        ({"days": 2}, "2026-03-04T08:04:00+00:00"),
        ({"to_next": True}, "2026-03-03T08:00:00+00:00"),
    ],
)
async def test_the_clock_can_be_moved_forward(browser: Browser, move: dict[str, object], then: str) -> None:
    async with browser.listening() as events:
        await next_event(events, "snapshot")
        assert await browser.posts("/clock/advance", move) == (200, {"now": then})
        assert (await next_event(events, "city"))["now"] == then


@pytest.mark.parametrize("move", [{}, {"hours": 0}, {"days": -1}, {"days": 1.5}, {"hours": True}, {"days": 10**9}])
async def test_the_clock_only_goes_forward_and_not_for_ever(browser: Browser, move: dict[str, object]) -> None:
    status, answer = await browser.posts("/clock/advance", move)
    assert status == 400
    assert "heltal" in answer["error"]["sv"]


async def test_the_clock_is_moved_by_one_person_at_a_time(browser: Browser, city: SmallCity) -> None:
    city.may_arrive.clear()
    first = asyncio.create_task(browser.posts("/clock/advance", {"hours": 1}))
    await asyncio.wait_for(city.is_moving.wait(), 5)
    status, answer = await browser.posts("/clock/advance", {"hours": 1})
    city.may_arrive.set()
    assert status == 409
    assert answer["error"]["en"] == "The clock is already moving."
    assert (await first)[0] == 200


ACTIONS = [
    "/phones",
    f"/phones/{MALIN}/say",
    f"/phones/{MALIN}/press",
    f"/phones/{MALIN}/photo",
    f"/phones/{MALIN}/sample-file",
    f"/phones/{MALIN}/open-link",
    "/clock/advance",
]


@pytest.mark.parametrize("path", ACTIONS)
@pytest.mark.parametrize("content_type", ["text/plain", "application/x-www-form-urlencoded", ""])
async def test_nothing_but_json_is_accepted(browser: Browser, path: str, content_type: str) -> None:
    status, answer = await browser.posts_raw(path, b'{"text": "hej"}', content_type)
    assert (status, answer["error"]["en"]) == (415, "Only JSON is accepted.")


@pytest.mark.parametrize("body", [b"", b"[]", b"{", b"\xff\xfe", b'"hej"', b"null"])
async def test_a_body_that_is_no_object_is_refused(browser: Browser, city: SmallCity, body: bytes) -> None:
    status, answer = await browser.posts_raw(f"/phones/{MALIN}/say", body, "application/json")
    assert status == 400
    assert "JSON" in answer["error"]["sv"]
    assert not city.telegram.phones[MALIN].messages


async def test_a_large_body_is_refused(browser: Browser) -> None:
    body = json.dumps({"text": "å" * 60_000}).encode()
    status, answer = await browser.posts_raw(f"/phones/{MALIN}/say", body, "application/json; charset=utf-8")
    assert status == 413
    assert answer["error"]["sv"]


@pytest.mark.parametrize("text", ["", "   \n", None, 7, "x" * 8193])
async def test_a_text_that_no_client_sends_is_refused(browser: Browser, text: object) -> None:
    status, answer = await browser.posts(f"/phones/{MALIN}/say", {"text": text})
    assert status == 400
    assert answer["error"]["sv"].startswith("Texten")


@pytest.mark.parametrize("action", ["say", "press", "photo", "sample-file", "open-link"])
async def test_an_unknown_phone_is_not_found(browser: Browser, action: str) -> None:
    body = {"text": "hej", "message_id": 1, "data": "x", "code": "x"}
    status, answer = await browser.posts(f"/phones/{NOBODY}/{action}", body)
    assert (status, answer["error"]["sv"]) == (404, "Den telefonen finns inte.")


@pytest.mark.parametrize(
    ("action", "body"),
    [("press", {"message_id": 5, "data": "x"}), ("say", {"text": "hej", "reply_to": 5})],
)
async def test_a_message_that_is_gone_is_not_found(browser: Browser, action: str, body: dict[str, object]) -> None:
    assert (await browser.posts(f"/phones/{MALIN}/{action}", body))[0] == 404


async def test_a_message_without_a_file_has_no_file(browser: Browser, city: SmallCity) -> None:
    city.telegram.phones[MALIN].says("hej")
    answer, _ = await browser.gets(f"/phones/{MALIN}/files/1")
    assert answer.status == 404


def _files(*endings: str) -> Iterator[Path]:
    return (path for path in FILES.rglob("*") if path.suffix in endings)


def test_the_page_fetches_nothing_from_elsewhere() -> None:
    names_of_formats = "http://www.w3.org/2000/svg"
    for path in _files(".html", ".css", ".js", ".svg"):
        text = path.read_text(encoding="utf-8").replace(names_of_formats, "")
        assert not re.search(r"""(?:src|href|url\(|import|from)\s*[=(]?\s*["']?(?:https?:)?//""", text), path


def test_the_page_has_no_script_or_style_that_its_policy_forbids() -> None:
    page = (FILES / "index.html").read_text(encoding="utf-8")
    assert not re.search(r"<style|\sstyle=|\son\w+=|<script(?![^>]*\ssrc=)", page)


def test_both_languages_of_the_page_have_the_same_words() -> None:
    text = (FILES / "js" / "wordlist.js").read_text(encoding="utf-8")
    swedish, english = (re.findall(r"^  (\w+):", half, re.MULTILINE) for half in text.split("const en = "))
    assert swedish == english
    used = "".join(path.read_text(encoding="utf-8") for path in _files(".html", ".js"))
    for groups in re.findall(r'data-word(?:-label)?="(\w+)"|\bword\("(\w+)"', used):
        assert set(groups) - {""} <= set(swedish), groups


async def test_a_phone_that_left_the_city_is_no_longer_told_about(browser: Browser, city: SmallCity) -> None:
    async with browser.listening() as events:
        await next_event(events, "snapshot")
        city.phones = (replace(city.phones[0], name="Malin Ö"),)
        city.telegram.add_phone("Utanför", user_id=NOBODY).says("hej")
        city.telegram.phones[MALIN].says("hej")
        assert (await next_event(events, "city"))["phones"][0]["name"] == "Malin Ö"
        assert (await next_event(events, "phone"))["user_id"] == MALIN


async def test_the_goal_is_a_drawing_in_either_language_and_in_the_pages_light_and_dark(
    browser: Browser, subtests: pytest.Subtests
) -> None:
    drawings = set()
    for language, colours in (("sv", "light"), ("sv", "dark"), ("en", "light")):
        answer, drawing = await browser.gets(f"/goal.svg?language={language}&colours={colours}&which=0")
        with each(subtests, f"{language} {colours}"):
            assert (answer.status, answer.content_type) == (200, "image/svg+xml")
            assert answer.headers["Content-Security-Policy"] == CONTENT_SECURITY_POLICY
        drawings.add(drawing)
    assert len(drawings) == 3
    for asked in (
        "",
        "?language=sv",
        "?language=sv&colours=..",
        "?language=de&colours=light",
        "?language=%00&colours=x",
    ):
        with each(subtests, f"goal.svg{asked}"):
            assert (await browser.gets(f"/goal.svg{asked}"))[0].status == 404


async def test_the_page_hears_which_picture_of_the_goal_there_is_and_what_it_says(city: SmallCity) -> None:
    before = (await city_state(city))["goal"]
    assert before == {
        "number": 13,
        "goal": 40,
        "in_words": {
            "sv": "13 bekräftade; 1 har börjat, inte bekräftad än; 2 matchade; 3 lediga platser; 21 utan plats än",
            "en": "13 confirmed; 1 has begun, not confirmed yet; 2 matched; 3 open places; 21 without a place yet",
        },
        "picture": card_of(city.goal, Language.SWEDISH, Colours.LIGHT).hash,
    }
    city.goal = replace(city.goal, on=city.goal.on + timedelta(days=1))
    assert (await city_state(city))["goal"] == before  # another day alone asks for no other picture
    city.goal = replace(city.goal, matched=3)
    assert (await city_state(city))["goal"] != before
