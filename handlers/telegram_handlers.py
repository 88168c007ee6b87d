"""What python-telegram-bot asks for each update, in this order: the first that fits handles it."""

from typing import Any

from telegram import Message, Update
from telegram.ext import (
    Application,
    ApplicationHandlerStop,
    BaseHandler,
    CallbackQueryHandler,
    ChatMemberHandler,
    CommandHandler,
    MessageHandler,
    TypeHandler,
    filters,
)

from handlers import entry
from handlers.actor import Context
from handlers.handling.work import current_work
from handlers.secrecy.words import hold_number, words_of

IN_GROUP = ~filters.ChatType.PRIVATE


class _SentByPeople(filters.MessageFilter):
    """What somebody has sent, as far as python-telegram-bot knows it, or Telegram says so in a word that it doesn't.

    What neither knows yet is known by what stands beside it, or by a personal number: that is to go in any case. A text
    of nothing but signs that nobody sees is empty when it comes here, and was sent all the same.
    """

    def filter(self, message: Message) -> bool:
        """Whether there is anything of that sort in the message."""
        names = entry.SENT_BY_PEOPLE | entry.BESIDE_WHAT_PEOPLE_SEND
        is_there = any(getattr(message, name, None) or name in message.api_kwargs for name in names)
        return is_there or message.text is not None or hold_number(words_of(message))


def handlers() -> list[BaseHandler[Update, Context, Any]]:
    """The handlers, first match wins."""
    return [
        MessageHandler(IN_GROUP, entry.leave_group),
        ChatMemberHandler(_by_chat, ChatMemberHandler.MY_CHAT_MEMBER),
        CallbackQueryHandler(entry.button),
        MessageHandler(filters.UpdateType.EDITED_MESSAGE, entry.edited),
        CommandHandler("start", entry.start),
        MessageHandler(filters.TEXT, entry.text),
        MessageHandler(filters.Document.ALL, entry.file),
        MessageHandler(_SentByPeople(), entry.no_text),
        TypeHandler(Update, _nothing),
    ]


def register(application: Application[Any, Any, Any, Any, Any, Any]) -> None:
    """Give the application its handlers: one group, nothing in the background, failures handed to dispatch."""
    application.add_handlers(handlers())
    application.add_error_handler(_hand_over)


async def _by_chat(update: Update, context: Context) -> None:
    chat = update.effective_chat
    handle = entry.note_reachability if chat is not None and chat.type == chat.PRIVATE else entry.leave_group
    await handle(update, context)


async def _nothing(_update: Update, _context: Context) -> None:
    """An update of a sort that the bot has no use for."""


async def _hand_over(_update: object, context: Context) -> None:
    """python-telegram-bot logs and swallows what a handler raises; keep it, so that dispatch can roll back."""
    current_work.get().failure = context.error
    raise ApplicationHandlerStop
