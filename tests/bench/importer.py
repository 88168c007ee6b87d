"""A coordinator who sends a file of contracts and has them taken in."""

import asyncio
import time
from datetime import date, timedelta
from typing import Any

from tests.bench.api_server import ApiServer
from tests.bench.person import Person
from tests.bench.residents import COORDINATOR

FILE = "avtal.csv"
PREVIEWED, DONE = "Inget är sparat än", "Klart!"
SO_LONG = 600.0
"""Seconds."""


class Importer(Person):
    """The coordinator, with a file of so many contracts."""

    def __init__(self, api: ApiServer, contracts: int) -> None:
        super().__init__(api, COORDINATOR, turns=())
        self._awaited = ""
        self._seen = asyncio.Event()
        self._content = _sheet(contracts)
        api.files[FILE] = self._content

    def sees(self, message: dict[str, Any]) -> None:
        """The bot has said something."""
        super().sees(message)
        if self._awaited and self._awaited in message["text"]:
            self._seen.set()

    async def sends_the_file(self) -> float:
        """Seconds until the bot has shown what it would do."""
        return await self._seconds_until(PREVIEWED, lambda: self.send_file(FILE, len(self._content)))

    async def takes_it_in(self) -> float:
        """Seconds until all is in."""
        return await self._seconds_until(DONE, self.press)

    async def _seconds_until(self, words: str, act: Any) -> float:
        self._awaited = words
        self._seen.clear()
        began = time.perf_counter()
        act()
        try:
            async with asyncio.timeout(SO_LONG):
                await self._seen.wait()
        except TimeoutError:
            raise AssertionError(f"no {words!r}, but {self.last_seen!r}") from None
        return time.perf_counter() - began


def _sheet(contracts: int) -> bytes:
    """A thousand suppliers and their contracts, all of which begin in the months to come."""
    begins = date.today() + timedelta(days=30)  # noqa: DTZ011  as a person would write it
    lines = [
        f"Företag {1_000_000 + number % 1000} AB;UH-{number};Avtal {number};{begins + timedelta(days=number % 300)}"
        for number in range(contracts)
    ]
    return "\n".join(["Leverantör;Diarienummer;Avtal;Start", *lines]).encode()
