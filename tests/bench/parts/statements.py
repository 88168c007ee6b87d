"""Statements: what the database is asked for one typed answer, one press, and one report sent."""

import asyncio
import tempfile
from collections.abc import Callable
from functools import partial
from pathlib import Path

from tests.bench.asked import Asked, counted
from tests.bench.databases import both
from tests.bench.effort import Effort
from tests.bench.figure import Figure, Spread
from tests.chat import Chat
from tests.city import a_city
from tests.empty_database import EmptyDatabase

UNTIL_DONE = 0.4
"""Seconds after an answer; then what came of it is noted too."""

LOOK_EVERY = 0.001
REPORTS = 5


async def measured(effort: Effort) -> list[Figure]:
    figures = []
    with both(effort.folder) as databases:
        for name, empty in databases.items():
            with tempfile.TemporaryDirectory(dir=effort.folder) as folder:
                figures += await _of(name, empty, Path(folder))
    return figures


async def _of(name: str, empty: EmptyDatabase, folder: Path) -> list[Figure]:
    seen: dict[str, list[Asked]] = {"a typed answer": [], "a press": [], "a report sent, with two alerts": []}
    async with a_city(folder, empty) as city:
        await city.settled()
        for _ in range(REPORTS):
            await _report(city.maleri, seen)
            await city.settled()
    return [figure for what, asked in seen.items() for figure in _figures(what, name, asked)]


async def _report(chat: Chat, seen: dict[str, list[Asked]]) -> None:
    await _counted(chat, partial(chat.phone.says, "/rapportera"))
    for label in ("Praktikplats", "Måleri"):
        seen["a press"].append(await _counted(chat, partial(chat.phone.presses_button, label)))
    for text in ("2", "Centrum"):
        seen["a typed answer"].append(await _counted(chat, partial(chat.phone.says, text)))
    for text in ("2", "2"):
        await _counted(chat, partial(chat.phone.says, text))
    sent = await _counted(chat, partial(chat.phone.presses_button, "Skicka"))
    seen["a report sent, with two alerts"].append(sent)


async def _counted(chat: Chat, act: Callable[[], object]) -> Asked:
    """Nobody else may ask the database meanwhile; so it is the phone that tells when the answer is there."""
    with counted() as asked:
        await _answered(chat, act)
        await asyncio.sleep(UNTIL_DONE)
    return asked


async def _answered(chat: Chat, act: Callable[[], object]) -> None:
    before = [(message.message_id, message.words) for message in chat.received]
    act()
    async with asyncio.timeout(10):
        while [(message.message_id, message.words) for message in chat.received] == before:
            await asyncio.sleep(LOOK_EVERY)


def _figures(what: str, name: str, asked: list[Asked]) -> list[Figure]:
    return [
        Figure(f"statements of {what}", name, Spread.of([each.statements for each in asked]), ""),
        Figure(f"transactions of {what}", name, Spread.of([each.transactions for each in asked]), ""),
        Figure(f"commits of {what} that wrote", name, Spread.of([each.writes for each in asked]), ""),
    ]
