"""Send one row: word it in the reader's language, call Telegram, and say what became of it."""

import asyncio
import mimetypes
from collections.abc import Awaitable, Callable
from functools import partial
from typing import Any, TypeVar

from telegram import BotCommandScopeChat
from telegram.constants import ParseMode
from telegram.error import BadRequest, TelegramError
from telegram.helpers import create_deep_linked_url

from bot.delivery.outcome import (
    Accepted,
    Outcome,
    Pointless,
    Refused,
    is_not_deletable,
    is_not_editable,
    outcome_of,
)
from bot.delivery.parcel import Parcel
from bot.plain_bot import PlainBot
from bot.request import AnswerNotReadError
from bot.storable import storable_id
from domain.invitation import codes_in
from domain.role import Role
from messages.attachment import File, attached
from messages.menu import menu
from messages.rendering import MASK, Rendered, RenderedButton, plain
from storage.outbox import Method, OutboxState
from storage.outgoing import Outgoing

SEEN = (OutboxState.SENT, OutboxState.UNKNOWN)
"""A message that ended otherwise has reached nobody, so there is nothing to edit."""

Answer = TypeVar("Answer")

# What a file is, is told by its name, and not every machine knows this ending.
mimetypes.add_type("text/calendar", ".ics")

EDIT_CAPTION = "editMessageCaption"
"""How what is said under a picture or a document is edited; see `Method.EDIT_MESSAGE_TEXT`."""

NO_PREVIEW = {"is_disabled": True}


async def send(bot: PlainBot, parcel: Parcel) -> tuple[Outcome, str | None]:
    """Send the parcel; the outcome, and the words to keep. Whatever is wrong with it is its own trouble."""
    kept = None
    try:
        kept = parcel.kept()
        outcome = await _call(bot, parcel, kept)
    except TelegramError as error:
        outcome = outcome_of(error)
    except Exception as error:  # noqa: BLE001  a broken template can raise anything, and must not come for ever
        outcome = Refused(f"can't be {'sent' if kept else 'worded'} ({type(error).__name__})")
    return outcome, parcel.to_keep(kept) if kept else None


async def _call(bot: PlainBot, parcel: Parcel, kept: Rendered | None) -> Outcome:
    if kept is None:
        return await _arrange(bot, parcel)
    if parcel.row.method is Method.EDIT_MESSAGE_TEXT:
        return await _edit(bot, parcel, parcel.told(kept))
    return await _say(bot, parcel, kept)


async def _arrange(bot: PlainBot, parcel: Parcel) -> Outcome:
    """Do what needs no words."""
    chat_id = parcel.row.chat_id
    match parcel.row.method:
        case Method.SET_MY_COMMANDS:
            commands = menu(Role(parcel.row.content["role"]), parcel.language)
            await _done(bot.set_my_commands(commands, scope=BotCommandScopeChat(chat_id)))
        case Method.DELETE_MY_COMMANDS:
            await _done(bot.delete_my_commands(scope=BotCommandScopeChat(chat_id)))
        case Method.SET_MY_DESCRIPTION:
            await _done(bot.set_my_description(parcel.row.content["text"], parcel.row.content["language_code"]))
        case Method.SET_MY_SHORT_DESCRIPTION:
            await _done(bot.set_my_short_description(parcel.row.content["text"], parcel.row.content["language_code"]))
        case Method.LEAVE_CHAT:
            await _done(bot.leave_chat(chat_id))
        case Method.DELETE_MESSAGE:
            await _delete(bot, parcel.row)
        case Method.EDIT_MESSAGE_REPLY_MARKUP:
            return await _take_buttons_away(bot, parcel)
    return Accepted(None)


async def _delete(bot: PlainBot, row: Outgoing) -> None:
    try:
        await _done(bot.delete_message(row.chat_id, row.content["message_id"]))
    except BadRequest as error:
        if not is_not_deletable(error):
            raise


async def _take_buttons_away(bot: PlainBot, parcel: Parcel) -> Outcome:
    """The words stay as they are: nobody could say again a link that they tell."""
    original = parcel.original
    if original is None or original.state not in SEEN or original.telegram_message_id is None:
        return Pointless()
    try:
        message = {"chat_id": parcel.row.chat_id, "message_id": original.telegram_message_id}
        _number_of(await answered(bot.ask(Method.EDIT_MESSAGE_REPLY_MARKUP, **message)))
    except BadRequest as error:
        if not is_not_editable(error):
            raise
    return Accepted(original.telegram_message_id)


async def _edit(bot: PlainBot, parcel: Parcel, words: Rendered) -> Outcome:
    """Edit the original; where it was never confirmed, or can't be edited any more, say it afresh."""
    chat_id, original = parcel.row.chat_id, parcel.original
    if original is None or original.state not in SEEN:
        return Pointless()
    message_id = original.telegram_message_id
    if message_id is None:
        return await _afresh(bot, parcel, words)
    method = EDIT_CAPTION if parcel.is_under_file else Method.EDIT_MESSAGE_TEXT
    said = _captioned(words) if parcel.is_under_file else _said(words)
    edit = partial(bot.ask, method, chat_id=chat_id, message_id=message_id)
    try:
        _number_of(await _with_formatting_or_without(edit, said))
    except BadRequest as error:
        if not is_not_editable(error):
            raise
        return Pointless() if parcel.only_takes_words_away else await _afresh(bot, parcel, words)
    return Accepted(message_id)


async def _afresh(bot: PlainBot, parcel: Parcel, words: Rendered) -> Outcome:
    message_id = await _text(bot, parcel, words)
    return Accepted(message_id, is_fresh=True)


async def _say(bot: PlainBot, parcel: Parcel, kept: Rendered) -> Outcome:
    """Say it with what is kept nowhere: the link, in the words and in what they stand under."""
    codes = codes_in(parcel.row.secret) if parcel.row.secret else []
    links = [create_deep_linked_url(bot.username, code) for code in codes]
    # The words tell the one link; those of many stand only in what they are under.
    words = parcel.told(kept, links[0] if len(links) == 1 else None)
    if not parcel.is_under_file:
        return Accepted(await _text(bot, parcel, words))
    # Made on another thread: a letter may take a moment, and the chat must not wait for it.
    file = parcel.file
    if file is None:
        file = await asyncio.to_thread(attached, parcel.message(), parcel.language, links or [MASK])
    return Accepted(await _file(bot, parcel, words, file))


async def _text(bot: PlainBot, parcel: Parcel, words: Rendered) -> int:
    say = partial(bot.ask, Method.SEND_MESSAGE, chat_id=parcel.row.chat_id, disable_notification=parcel.is_silent)
    return _number_of(await _with_formatting_or_without(say, _said(words)))


async def _file(bot: PlainBot, parcel: Parcel, words: Rendered, file: File) -> int:
    send_it = bot.send_photo if parcel.row.method is Method.SEND_PHOTO else bot.send_document
    say = partial(send_it, parcel.row.chat_id, file.content, filename=file.name, disable_notification=parcel.is_silent)
    return _number_of(await _with_formatting_or_without(say, _captioned(words)))


async def _with_formatting_or_without(call: Callable[..., Awaitable[Answer]], said: dict[str, Any]) -> Answer:
    try:
        return await answered(call(**said))
    except BadRequest as error:
        if "parse entities" not in error.message.lower():
            raise
        # Better without bold than not at all.
        words = {name: plain(said[name]) for name in ("text", "caption") if name in said}
        return await answered(call(**(said | words | {"parse_mode": None})))


def _number_of(message: Any) -> int:
    """The number of the message that Telegram answers with, be it as it comes or as python-telegram-bot makes of it."""
    said = message.get("message_id") if isinstance(message, dict) else getattr(message, "message_id", None)
    number = storable_id(said)
    if number is None:
        raise AnswerNotReadError("the answer is no message")
    return number


async def _done(asking: Awaitable[object]) -> None:
    """Have done what brings no message. Telegram says True to that; whatever else it says can't be read."""
    if await answered(asking) is not True:
        raise AnswerNotReadError("the answer is not that it is done")


async def answered(asking: Awaitable[Answer]) -> Answer:
    """What Telegram answers. Raises AnswerNotReadError where that can't be read: what was asked for may be done."""
    try:
        return await asking
    except TelegramError:
        raise
    except Exception as error:
        raise AnswerNotReadError(f"the answer can't be read ({type(error).__name__})") from error


def _said(words: Rendered) -> dict[str, Any]:
    return {"text": words.text, "link_preview_options": NO_PREVIEW, **_formatted(words)}


def _captioned(words: Rendered) -> dict[str, Any]:
    return {"caption": words.text, **_formatted(words)}


def _formatted(words: Rendered) -> dict[str, Any]:
    keyboard = {"inline_keyboard": [[_button(button) for button in row] for row in words.buttons]}
    return {"parse_mode": ParseMode.HTML, "reply_markup": keyboard if words.buttons else None}


def _button(button: RenderedButton) -> dict[str, str]:
    style = {"style": button.style.value} if button.style else {}
    return {"text": button.text, "callback_data": button.data, **style}
