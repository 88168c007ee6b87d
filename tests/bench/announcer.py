"""A bot that tells a matcher what a supplier has sent, and broadcasts meanwhile."""

import asyncio
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from storage.database import Database
from tests.bench import conversations, residents
from tests.bench.contestant import PATIENCE, Contestant
from tests.bench.lineup import BARE, Lineup
from tests.bench.person import Person

AT_REST_AFTER = 0.3
"""Seconds."""


class Matcher:
    """Whose phone rings."""

    def __init__(self) -> None:
        self.rang = asyncio.Event()

    def sees(self, _message: dict[str, Any]) -> None:
        self.rang.set()


class Readers:
    """Those to whom a broadcast goes."""

    def __init__(self) -> None:
        self.awaited = 0

    def sees(self, _message: dict[str, Any]) -> None:
        self.awaited -= 1


@dataclass
class Announcer:
    """A running bot, with suppliers before the last press, a matcher, and readers of a broadcast.

    Attributes:
        contestant: The bot and its suppliers.
        matcher: Who is alerted.
        readers: Who hears the broadcasts.
        begin_broadcast: Begins one to so many.
        let_a_while_pass: What was said before is old news then, and what is said next is news of its own.
    """

    contestant: Contestant
    matcher: Matcher
    readers: Readers
    begin_broadcast: Callable[[int], Awaitable[None]]
    let_a_while_pass: Callable[[], Awaitable[None]]

    @property
    def is_broadcasting(self) -> bool:
        """Whether the broadcast is still on its way."""
        return self.readers.awaited > 0

    async def get_ready(self) -> None:
        """Bring each supplier to where one press sends what they have to say."""
        for person in self.contestant.people:
            if self.contestant.name in BARE:
                person.was_shown(str(residents.MATCHER))
            else:
                person.take(len(conversations.UP_TO_THE_SUMMARY))
        await self.contestant.come_to_rest()
        await self.let_a_while_pass()
        # That was written past the bot, which reads anew what it had in hand; no press waits for that.
        await asyncio.sleep(AT_REST_AFTER)

    async def broadcast(self, readers: int) -> None:
        """Begin a broadcast, and wait until it is under way."""
        self.readers.awaited = readers
        await self.begin_broadcast(readers)
        await _until(lambda: self.readers.awaited < readers, self.contestant)

    async def seconds_from_press_to_alert(self, person: Person) -> float:
        """What the matcher waits for."""
        self.matcher.rang.clear()
        began = time.perf_counter()
        person.press()
        async with asyncio.timeout(PATIENCE):
            await self.matcher.rang.wait()
        return time.perf_counter() - began

    async def come_to_rest(self) -> None:
        """Wait until nothing more is said."""
        await _until(lambda: not self.is_broadcasting, self.contestant)
        await asyncio.sleep(AT_REST_AFTER)


@asynccontextmanager
async def announcing(name: str, folder: Path, suppliers: int) -> AsyncIterator[Announcer]:
    """That bot, running."""
    lineup = Lineup(folder, suppliers, conversations.UP_TO_THE_SUMMARY)
    async with lineup.entered(name) as entry, entry.running(folder, people=suppliers) as contestant:
        matcher, readers = Matcher(), Readers()
        contestant.api.readers[residents.MATCHER] = matcher
        chats = range(residents.FIRST_READER, residents.FIRST_READER + 1_000)
        contestant.api.readers |= dict.fromkeys(chats, readers)
        if name in BARE:
            yield Announcer(contestant, matcher, readers, partial(_commanded, contestant), _nothing_is_kept)
            return
        database = Database(entry.environment["STEGET_DATABASE_URL"])
        try:
            begin, pass_by = partial(residents.broadcast, database), partial(residents.let_a_while_pass, database)
            yield Announcer(contestant, matcher, readers, begin, pass_by)
        finally:
            await database.close()


async def _nothing_is_kept() -> None:
    """A bare bot says all at once."""


async def _commanded(contestant: Contestant, readers: int) -> None:
    first = residents.FIRST_READER
    contestant.people[0].say(f"/broadcast {first} {first + readers}")


async def _until(is_so: Callable[[], bool], contestant: Contestant) -> None:
    ends = time.monotonic() + 2 * PATIENCE
    while not is_so():
        assert time.monotonic() < ends, f"{contestant.name} stands still"
        await asyncio.sleep(0.002)
