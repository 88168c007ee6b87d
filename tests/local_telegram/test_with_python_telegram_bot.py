"""The library that the bot is built on finds nothing odd in the stand-in."""

from collections.abc import AsyncIterator
from io import BytesIO

import pytest
from telegram import Bot, BotCommand, BotCommandScopeChat, InlineKeyboardButton, InlineKeyboardMarkup
from telegram.error import BadRequest, Forbidden, InvalidToken, RetryAfter

from bot.demo.local_telegram import LocalTelegram, Phone

from .api import Api
from .bot_api_facts import load_facts


@pytest.fixture
async def bot(api: Api) -> AsyncIterator[Bot]:
    bot = Bot(api.token, base_url=f"{api.base_url}/bot", base_file_url=f"{api.base_url}/file/bot")
    async with bot:
        yield bot


async def test_it_fetches_sends_edits_and_answers(bot: Bot, anna: Phone, telegram: LocalTelegram) -> None:
    anna.says("/start")
    (started,) = await bot.get_updates()
    assert started.message is not None
    keyboard = InlineKeyboardMarkup([[InlineKeyboardButton("Ja", callback_data="y")]])
    sent = await bot.send_message(anna.user_id, "<b>42</b>", parse_mode="HTML", reply_markup=keyboard)
    anna.presses_button("Ja")
    (pressed,) = await bot.get_updates(offset=started.update_id + 1)
    assert pressed.callback_query is not None
    await pressed.callback_query.answer("Tack")
    await pressed.callback_query.edit_message_text("Klart")
    assert (sent.text_html, anna.received()[0].text) == ("<b>42</b>", "Klart")
    facts = load_facts()
    problems = [facts.check_request(request.method, request.parameters) for request in telegram.requests]
    assert problems == [[]] * len(telegram.requests)


async def test_it_sends_and_downloads_files(bot: Bot, anna: Phone) -> None:
    sent = await bot.send_document(anna.user_id, BytesIO(b"Hej"), filename="a.txt", caption="Akt")
    assert sent.document is not None
    file = await sent.document.get_file()
    assert await file.download_as_bytearray() == b"Hej"


async def test_it_sets_menus(bot: Bot, anna: Phone) -> None:
    scope = BotCommandScopeChat(anna.user_id)
    await bot.set_my_commands([BotCommand("hjalp", "Hjälp")], scope=scope, language_code="sv")
    assert anna.commands == [("hjalp", "Hjälp")]


async def test_it_knows_each_refusal_for_what_it_is(
    bot: Bot, anna: Phone, telegram: LocalTelegram, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PTB_TIMEDELTA", "1")  # without it the library warns of its own future
    telegram.faults.too_many_requests(retry_after=3)
    with pytest.raises(RetryAfter):
        await bot.send_message(anna.user_id, "Hej")
    anna.blocks_bot()
    with pytest.raises(Forbidden):
        await bot.send_message(anna.user_id, "Hej")
    with pytest.raises(BadRequest, match=r"[Cc]hat not found"):
        await bot.send_message(1, "Hej")


async def test_it_knows_a_wrong_token(api: Api) -> None:
    stranger = Bot("1:wrong", base_url=f"{api.base_url}/bot")
    with pytest.raises(InvalidToken):
        await stranger.initialize()
    await stranger.shutdown()
