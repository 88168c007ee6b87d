"""The live line to one open page: first everything, then whatever changes.

After a change, that phone's whole chat is sent again and the page finds the difference by message
id. So an update that the page missed is made good by the next one, and a page that comes back
after a break needs nothing but a new beginning.
"""

import asyncio
from collections.abc import AsyncIterator

from sse_starlette import JSONServerSentEvent

from bot.demo.city_description import DemoCity
from bot.demo.local_telegram import Change
from bot.demo.page.state import Json, city_state, known_phones, phone_state, whole_page

# One press often brings several changes at once; a moment's wait lets them travel as one.
GATHERING_SECONDS = 0.04
# The clock and the list of what is due move by themselves, too.
LOOK_AT_THE_CITY_SECONDS = 5.0
RECONNECT_AFTER_MS = 1500


class OpenPages:
    """Every page that listens, so that a moved clock or a new phone reaches all of them at once."""

    def __init__(self) -> None:
        self._bells: set[asyncio.Event] = set()

    def ring(self) -> None:
        """Tell every page to look at the city now."""
        for bell in self._bells:
            bell.set()

    async def follow(self, city: DemoCity) -> AsyncIterator[JSONServerSentEvent]:
        """The events of one page, for as long as it listens."""
        feed = _Feed(city)
        self._bells.add(feed.bell)
        try:
            async for event in feed.events():
                yield event
        finally:
            self._bells.discard(feed.bell)
            await feed.close()


class _Feed:
    """What one page has been told, and what has changed since."""

    def __init__(self, city: DemoCity) -> None:
        self.bell = asyncio.Event()
        self._city = city
        self._changed: set[int] = set()
        self._answers: dict[int, list[Json]] = {}
        self._phones_told: set[int] = set()
        self._city_told: Json = {}
        # Subscribed before the snapshot is taken: a change between the two is sent twice, never lost.
        self._listener = asyncio.create_task(self._listen(city.telegram.changes()))

    async def events(self) -> AsyncIterator[JSONServerSentEvent]:
        yield await self._snapshot()
        while not self._listener.done():
            await self._something_happened()
            # The city first: a new phone must be on the page before its chat can be.
            city = await city_state(self._city)
            if city != self._city_told:
                self._city_told = city
                yield JSONServerSentEvent(city, event="city")
            for event in self._phones():
                yield event

    async def close(self) -> None:
        self._listener.cancel()
        await asyncio.gather(self._listener, return_exceptions=True)

    async def _listen(self, changes: AsyncIterator[Change]) -> None:
        try:
            async for change in changes:
                self._note(change)
        finally:
            self.bell.set()

    def _note(self, change: Change) -> None:
        if change.kind == "behind":
            # More happened than the line could carry: look at every phone afresh.
            self._phones_told.clear()
        if change.kind == "answered":
            answer: Json = {"message_id": change.message_id, "text": change.text}
            self._answers.setdefault(change.user_id, []).append(answer)
        self._changed.add(change.user_id)
        self.bell.set()

    async def _something_happened(self) -> None:
        try:
            await asyncio.wait_for(self.bell.wait(), LOOK_AT_THE_CITY_SECONDS)
        except TimeoutError:
            return
        await asyncio.sleep(GATHERING_SECONDS)
        self.bell.clear()

    async def _snapshot(self) -> JSONServerSentEvent:
        page = await whole_page(self._city)
        self._city_told = await city_state(self._city)
        self._phones_told = set(known_phones(self._city))
        return JSONServerSentEvent(page, event="snapshot", retry=RECONNECT_AFTER_MS)

    def _phones(self) -> list[JSONServerSentEvent]:
        changed, self._changed = self._changed, set()
        answers, self._answers = self._answers, {}
        shown = set(known_phones(self._city))
        news = (changed & shown) | (shown - self._phones_told)
        self._phones_told = shown
        return [
            JSONServerSentEvent(phone_state(self._city, one) | {"answers": answers.get(one, [])}, event="phone")
            for one in sorted(news)
        ]
