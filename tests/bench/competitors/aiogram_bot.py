"""A bare aiogram bot, for comparison; runs in the competitors' own environment: `aiogram_bot.py API`.

It says again what was said to it, on a press it tells the chat that the button names, and on /broadcast it tells as
many chats as that says. It keeps nothing.
"""

import asyncio
import sys

from aiogram import Bot, Dispatcher
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.filters import Command, CommandObject
from aiogram.types import CallbackQuery, Message

TOKEN = "4711:made-up"
NEWS = "Något nytt har kommit in."


async def echo(message: Message) -> None:
    await message.answer(message.text or "")


async def tell_another(press: CallbackQuery, bot: Bot) -> None:
    await bot.answer_callback_query(press.id)
    await bot.send_message(int(press.data or 0), NEWS)


async def broadcast(_message: Message, bot: Bot, command: CommandObject) -> None:
    first, last = map(int, (command.args or "").split())
    for chat in range(first, last):
        await bot.send_message(chat, NEWS)


if __name__ == "__main__":
    dispatcher = Dispatcher()
    dispatcher.message.register(broadcast, Command("broadcast"))
    dispatcher.message.register(echo)
    dispatcher.callback_query.register(tell_another)
    telegram = AiohttpSession(api=TelegramAPIServer.from_base(sys.argv[1]))
    asyncio.run(dispatcher.start_polling(Bot(TOKEN, session=telegram)))
