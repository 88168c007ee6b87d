"""A small stand-in for the Telegram Bot API, for the demo and for tests: no token, no internet.

telegram = LocalTelegram(token="1:local", now=clock.now)
anna = telegram.add_phone("Anna")
async with serving(bot_api(telegram), before_stopping=telegram.close) as base_url:
    anna.says("/start")      # the bot, polling at base_url, gets the update at once
"""

from bot.demo.local_telegram.changes import Change, Subscription
from bot.demo.local_telegram.faults import Fault, Faults, Hang
from bot.demo.local_telegram.file_shelf import StoredFile
from bot.demo.local_telegram.gateway import bot_api
from bot.demo.local_telegram.group import Group
from bot.demo.local_telegram.keyboard import Button
from bot.demo.local_telegram.message import Message
from bot.demo.local_telegram.parameters import Upload
from bot.demo.local_telegram.phone import Phone
from bot.demo.local_telegram.refusal import RefusedError
from bot.demo.local_telegram.request import Request
from bot.demo.local_telegram.serving import serving
from bot.demo.local_telegram.telegram import LocalTelegram

__all__ = [
    "Button",
    "Change",
    "Fault",
    "Faults",
    "Group",
    "Hang",
    "LocalTelegram",
    "Message",
    "Phone",
    "RefusedError",
    "Request",
    "StoredFile",
    "Subscription",
    "Upload",
    "bot_api",
    "serving",
]
