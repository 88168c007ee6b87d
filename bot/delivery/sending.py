"""Send one row: word it in the reader's language, call Telegram, and say what became of it."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from functools import partial
from typing import Any, TypeVar

from telegram import Bot, BotCommandScopeChat, InlineKeyboardButton, InlineKeyboardMarkup, LinkPreviewOptions
from telegram.constants import ParseMode
from telegram.error import BadRequest, TelegramError

from bot.delivery.outcome import Accepted, Outcome, Pointless, Refused, is_not_editable, outcome_of
from domain.language import Language
from domain.role import Role
from messages.menu import menu
from messages.message import from_content
from messages.rendering import Rendered, plain, rendered
from storage.outbox import Method, OutboxRow, OutboxState

SEEN = (OutboxState.SENT, OutboxState.UNKNOWN)
"""A message that ended otherwise has reached nobody, so there is nothing to edit."""

Answer = TypeVar("Answer")

NO_PREVIEW = LinkPreviewOptions(is_disabled=True)


@dataclass(frozen=True)
class Parcel:
    """A row with all that is needed to send it.

    Attributes:
        row: What the outbox holds.
        language: The reader's, as it is now.
        is_silent: Whether the phone must not ring.
        original: The message that the row edits.
    """

    row: OutboxRow
    language: Language
    is_silent: bool
    original: OutboxRow | None

    def worded(self) -> Rendered | None:
        """The message in words; None for what has none. Raises what a broken template raises."""
        if self.row.method not in {Method.SEND_MESSAGE, Method.EDIT_MESSAGE_TEXT}:
            return None
        return rendered(from_content(self.row.content), self.language)


async def send(bot: Bot, parcel: Parcel) -> tuple[Outcome, str | None]:
    """Send the parcel; the outcome, and the words that were sent. Whatever is wrong with it is its own trouble."""
    words = None
    try:
        words = parcel.worded()
        outcome = await _call(bot, parcel, words)
    except TelegramError as error:
        outcome = outcome_of(error)
    except Exception as error:  # noqa: BLE001  a broken template can raise anything, and must not come for ever
        outcome = Refused(f"can't be {'sent' if words else 'worded'} ({type(error).__name__})")
    return outcome, plain(words.text) if words else None


async def _call(bot: Bot, parcel: Parcel, words: Rendered | None) -> Outcome:
    match parcel.row.method:
        case Method.SET_MY_COMMANDS:
            role = Role(parcel.row.content["role"])
            scope = BotCommandScopeChat(parcel.row.chat_id)
            await bot.set_my_commands(menu(role, parcel.language), scope=scope)
            return Accepted(None)
        case Method.LEAVE_CHAT:
            await bot.leave_chat(parcel.row.chat_id)
            return Accepted(None)
        case _ if words is None:
            return Pointless()
        case Method.EDIT_MESSAGE_TEXT:
            return await _edit(bot, parcel, words)
        case Method.SEND_MESSAGE:
            return await _say(bot, parcel, words)


async def _edit(bot: Bot, parcel: Parcel, words: Rendered) -> Outcome:
    """Edit the original; where it was never confirmed, or can't be edited any more, say it afresh."""
    chat_id, original = parcel.row.chat_id, parcel.original
    if original is None or original.state not in SEEN:
        return Pointless()
    message_id = original.telegram_message_id
    if message_id is None:
        return await _afresh(bot, parcel, words)
    try:
        await _with_formatting_or_without(partial(bot.edit_message_text, chat_id=chat_id, message_id=message_id), words)
    except BadRequest as error:
        if not is_not_editable(error):
            raise
        return await _afresh(bot, parcel, words)
    return Accepted(message_id)


async def _afresh(bot: Bot, parcel: Parcel, words: Rendered) -> Outcome:
    outcome = await _say(bot, parcel, words)
    return Accepted(outcome.message_id, is_fresh=True) if isinstance(outcome, Accepted) else outcome


async def _say(bot: Bot, parcel: Parcel, words: Rendered) -> Outcome:
    say = partial(bot.send_message, parcel.row.chat_id, disable_notification=parcel.is_silent)
    message = await _with_formatting_or_without(say, words)
    return Accepted(message.message_id)


async def _with_formatting_or_without(call: Callable[..., Awaitable[Answer]], words: Rendered) -> Answer:
    try:
        return await call(**_said(words))
    except BadRequest as error:
        if "parse entities" not in error.message.lower():
            raise
        # Better without bold than not at all.
        return await call(**(_said(words) | {"text": plain(words.text), "parse_mode": None}))


def _said(words: Rendered) -> dict[str, Any]:
    keyboard = InlineKeyboardMarkup(
        [[InlineKeyboardButton(text, callback_data=data) for text, data in row] for row in words.buttons]
    )
    return {
        "text": words.text,
        "parse_mode": ParseMode.HTML,
        "reply_markup": keyboard if words.buttons else None,
        "link_preview_options": NO_PREVIEW,
    }
