"""Look up the picture that a message stands under, or draw it and keep it: what shows the same is drawn once.

It is drawn on another thread, and no chat waits for it. Where many get the same at once, the first has it drawn and the
others wait for that.
"""

import asyncio
from dataclasses import replace

from bot.collision import despite_collisions
from bot.delivery.parcel import Parcel
from domain.clock import Clock
from messages.attachment import drawing_under, drawn, named
from messages.pictures.drawing import Drawing
from storage.database import Database
from storage.outbox import Method
from storage.overview import picture


class Pictures:
    """All pictures, by the hash of what they show."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database, self._clock = database, clock
        self._under_way: dict[str, asyncio.Task[bytes]] = {}

    async def under(self, parcel: Parcel) -> Parcel | None:
        """The parcel with its picture; None where it stands under none. Raises what drawing raises."""
        if parcel.row.method is not Method.SEND_PHOTO:
            return None
        message = parcel.message()
        drawing = drawing_under(message, parcel.language)
        if drawing is None:
            return None
        return replace(parcel, file=named(message, parcel.language, await self._content(drawing)))

    async def _content(self, drawing: Drawing) -> bytes:
        which = drawing.hash
        task = self._under_way.get(which)
        if task is None:
            task = self._under_way[which] = asyncio.create_task(self._found_or_drawn(drawing))
            task.add_done_callback(lambda _: self._under_way.pop(which))
        # Whoever waits for it may be stopped; the others still get it.
        return await asyncio.shield(task)

    async def _found_or_drawn(self, drawing: Drawing) -> bytes:
        async with self._database.read() as session:
            kept = await picture.find(session, drawing.hash)
        if kept is not None:
            return kept
        content = await asyncio.to_thread(drawn, drawing)

        async def keep() -> None:
            async with self._database.write() as session:
                await picture.keep(session, drawing.hash, content, now=self._clock.now())

        await despite_collisions(keep)
        return content
