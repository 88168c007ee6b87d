"""A bare python-telegram-bot, for comparison; runs in the competitors' own environment: `ptb_bot.py API AT_ONCE`.

It says again what was said to it. It keeps nothing.
"""

import sys
from typing import Any

from telegram import Update
from telegram.ext import Application, MessageHandler, filters

TOKEN = "4711:made-up"


async def echo(update: Update, _context: Any) -> None:
    message = update.effective_message
    assert message is not None
    await message.reply_text(message.text or "")


if __name__ == "__main__":
    api, at_once = sys.argv[1], int(sys.argv[2])
    application = Application.builder().token(TOKEN).base_url(f"{api}/bot").concurrent_updates(at_once).build()
    application.add_handler(MessageHandler(filters.TEXT, echo))
    application.run_polling()
