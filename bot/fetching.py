"""Fetch what people have sent: one process at a time gets the files from Telegram, and hands them to the handlers."""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from datetime import timedelta
from uuid import uuid4

from telegram import Bot
from telegram.error import BadRequest, TelegramError

from bot.collision import despite_collisions
from bot.contract_files import ContractFiles
from bot.delivery.outcome import outcome_of
from bot.logs import without_contents
from bot.request import AiohttpRequest, TooMuchError
from bot.rounds import Rounds
from domain.clock import Clock
from domain.contract_sheet import MOST_BYTES
from domain.frozen import frozen
from handlers.handling.city import City
from handlers.handling.work import Work
from handlers.importing import receiving
from storage.database import Database
from storage.importing import fetching
from storage.importing.fetching import Try
from storage.trouble import is_trouble
from storage.uninterrupted import uninterrupted

log = logging.getLogger(__name__)

PAUSES = tuple(timedelta(seconds=seconds) for seconds in (5, 20, 60, 300))
"""After the first try, the second, and so on; who waits for an answer is told after the last."""

FETCH_FOR = 60.0
"""Seconds that one file may take, however slowly it trickles."""


@frozen
class Fetched:
    """The whole file is here."""

    content: bytes


@frozen
class TooLarge:
    """There is more of it than is ever read."""


@frozen
class Failed:
    """It did not come this time. `wait_for` is what Telegram asks for, where it does."""

    wait_for: timedelta = timedelta()


Outcome = Fetched | TooLarge | Failed


class Fetcher:
    """Fetches the files that are noted. `wake` it after every commit that has noted one."""

    def __init__(self, database: Database, bot: Bot, request: AiohttpRequest, clock: Clock, city: City) -> None:
        self._database, self._bot, self._request, self._clock, self._city = database, bot, request, clock, city
        self._files = ContractFiles(database, clock, city)
        self._rounds = Rounds()

    def wake(self) -> None:
        """Something was noted."""
        self._rounds.wake()

    async def run(self, _fencing_token: int) -> None:
        """Fetch until cancelled. A file that is half here then is fetched again."""
        await self._rounds.run(self._fetch_next)

    async def _fetch_next(self) -> bool:
        """Try one file; False when none waits."""
        this = await uninterrupted(self._begun())
        if this is None:
            return False
        outcome = await self._outcome(this)
        try:
            await self._note(this, outcome)
        except Exception as error:
            if is_trouble(error):
                raise
            log.exception("file %s could not be shown", this.file_id, exc_info=without_contents(error))
            await self._note(this, Failed())
        return True

    async def _begun(self) -> Try | None:
        """Look first, since to look costs the writers nothing, and mostly there is nothing to fetch."""
        async with self._database.read() as session:
            if not await fetching.is_due(session, now=self._clock.now()):
                return None
        async with self._database.write() as session:
            return await fetching.begin_next(session, now=self._clock.now())

    async def _outcome(self, this: Try) -> Outcome:
        """What became of the try; in no transaction, since it may take its time."""
        if this.number > len(PAUSES) + 1:
            return Failed()  # it was begun so often and never came to an end: with it, the process did
        try:
            async with asyncio.timeout(FETCH_FOR):
                return Fetched(await self._content(this))
        except (TooMuchError, TelegramError, TimeoutError) as error:
            log.warning("file %s did not come, try %s: %s", this.file_id, this.number, type(error).__name__)
            return _why_not(error)

    async def _content(self, this: Try) -> bytes:
        told = await self._bot.get_file(this.telegram_file_id)
        return await self._request.downloaded(told.file_path or "", at_most=MOST_BYTES)

    async def _note(self, this: Try, outcome: Outcome) -> None:
        act = await self._what_follows(this, outcome)
        await uninterrupted(despite_collisions(lambda: self._in_work(this, act)))

    async def _in_work(self, this: Try, act: Callable[[Work], Awaitable[object]]) -> None:
        async with self._database.write() as session:
            await act(Work(session, self._clock.now(), self._city, key=f"file:{this.file_id}:{uuid4().hex[:8]}"))

    async def _what_follows(self, this: Try, outcome: Outcome) -> Callable[[Work], Awaitable[object]]:
        """What is noted, now that all that takes its time is done: a file that is here has been looked at."""
        match outcome:
            case Fetched(content):
                found = await self._files.look(content)
                return lambda work: receiving.show(work, this, content, found)
            case TooLarge():
                return lambda work: receiving.refuse_as_too_large(work, this)
            case Failed() if this.number > len(PAUSES):
                return lambda work: receiving.give_up(work, this)
            case Failed(wait_for):
                pause = max(PAUSES[this.number - 1], wait_for)
                return lambda work: fetching.try_again(work.session, this, at=work.now + pause)


def _why_not(error: TooMuchError | TelegramError | TimeoutError) -> TooLarge | Failed:
    is_too_big = isinstance(error, BadRequest) and "too big" in error.message.lower()
    if is_too_big or isinstance(error, TooMuchError):
        return TooLarge()
    return Failed(timedelta(seconds=outcome_of(error).pause() if isinstance(error, TelegramError) else 0.0))
