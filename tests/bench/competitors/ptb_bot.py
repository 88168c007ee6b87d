"""A bare python-telegram-bot, for comparison; runs in the competitors' own environment: `ptb_bot.py API AT_ONCE`.

It says again what was said to it, and on a press it tells the chat that the button names. It keeps nothing.
"""

import sys
from typing import Any

from telegram import Update
from telegram.ext import Application, CallbackQueryHandler, MessageHandler, filters

TOKEN = "4711:made-up"


async def echo(update: Update, _context: Any) -> None:
    message = update.effective_message
    assert message is not None
    await message.reply_text(message.text or "")


async def tell_another(update: Update, context: Any) -> None:
    press = update.callback_query
    assert press is not None
    await press.answer()
    await context.bot.send_message(int(press.data or 0), "Något nytt har kommit in.")


if __name__ == "__main__":
    api, at_once = sys.argv[1], int(sys.argv[2])
    builder = Application.builder().token(TOKEN).base_url(f"{api}/bot").concurrent_updates(at_once)
    application = builder.build()
    application.add_handler(MessageHandler(filters.TEXT, echo))
    application.add_handler(CallbackQueryHandler(tell_another))
    application.run_polling()
