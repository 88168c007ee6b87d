"""Reminders, as people get them."""

import re
from datetime import date, timedelta

from bot.demo.local_telegram import Message
from tests.chat import Chat
from tests.city import City

IN_TEN_WORKING_DAYS = date(2026, 12, 7)
"""From the Monday on which tests begin."""

MIRA = ("Mira Holm",)

OPENINGS = re.compile(
    r"Snart dags|I dag är sista dagen|Skulle ha varit klart|\d+ saker i era avtal|Så här ser det ut nu|"
    r"Soon due|Today is the last day|Was to be done by|\d+ things in your contracts|This is how it stands now"
)
"""How reminders begin."""


def nudges(chat: Chat) -> list[Message]:
    return [message for message in chat.received if OPENINGS.match(message.words)]


async def opens(city: City) -> None:
    """Five minutes later, and once more where a tick of the bot's own has come in between."""
    await city.later(timedelta(minutes=5))
    await city.later(timedelta())
