"""Play a role that only one process may play at a time: take its lease, keep it, and stop when it is lost."""

import asyncio
import logging
import os
import socket
from collections.abc import Awaitable, Callable

from bot import enduring_clock
from bot.logs import without_contents
from storage import lease, reach
from storage.database import Database
from storage.lease import ProcessRole
from storage.uninterrupted import uninterrupted

log = logging.getLogger(__name__)

HOLD_FOR = 15.0
"""Seconds after which another process may take over from one that has fallen silent."""

BEGIN_AGAIN_AFTER = 1.0
"""Seconds to wait when a part has failed."""


class Player:
    """This process, as the leases know it."""

    def __init__(
        self, database: Database, *, hold_for: float = HOLD_FOR, reached_at: Callable[[], float | None] = lambda: None
    ) -> None:
        self._database, self._hold_for, self._reached_at = database, hold_for, reached_at
        self._name = f"{socket.gethostname()}:{os.getpid()}"[:64]
        self._held_until: dict[ProcessRole, float] = {}

    def holds(self, role: ProcessRole) -> bool:
        """Whether the role is surely this process's still: also where the process was stopped, or the machine slept."""
        return enduring_clock.seconds() < self._held_until.get(role, 0.0)

    async def play(self, role: ProcessRole, part: Callable[[int], Awaitable[None]]) -> None:
        """Play the part, with the lease's fencing token, whenever the role is this process's; until cancelled."""
        while True:
            try:
                token = await uninterrupted(self._take(role))
                if token is not None:
                    await self._play_once(role, part, token)
            except Exception as error:
                log.exception("the %s stopped, and begins again", role.value, exc_info=without_contents(error))
                await asyncio.sleep(BEGIN_AGAIN_AFTER)
            else:
                await asyncio.sleep(self._hold_for / 3)

    async def _play_once(self, role: ProcessRole, part: Callable[[int], Awaitable[None]], token: int) -> None:
        log.info("this process is the %s now", role.value)
        playing = asyncio.ensure_future(part(token))
        try:
            while not playing.done():
                await asyncio.wait({playing}, timeout=self._hold_for / 3)
                if not playing.done() and not await uninterrupted(self._keep(role, token)):
                    log.warning("another process is the %s now", role.value)
                    return
            await playing
        finally:
            playing.cancel()
            # Whatever it ended with, the lease is given up, or nobody could begin again until it is over.
            await asyncio.gather(playing, return_exceptions=True)
            await self._let_go(role, token)

    async def _take(self, role: ProcessRole) -> int | None:
        began = enduring_clock.seconds()
        async with self._database.write() as session:
            token = await lease.take(
                session,
                role,
                holder=self._name,
                hold_for=self._hold_for,
                # On SQLite the file's lock says already that nobody else runs.
                is_alone=self._database.is_sqlite,
            )
        self._note(role, began, is_held=token is not None)
        return token

    async def _keep(self, role: ProcessRole, token: int) -> bool:
        began = enduring_clock.seconds()
        async with self._database.write() as session:
            is_held = await lease.keep(session, role, token=token, hold_for=self._hold_for)
            if role is ProcessRole.POLLER:
                await reach.note(session, self._reached_at())
        self._note(role, began, is_held=is_held)
        return is_held

    def _note(self, role: ProcessRole, began: float, *, is_held: bool) -> None:
        """The lease runs from before the database was asked for it: never longer here than there."""
        self._held_until[role] = began + self._hold_for if is_held else 0.0

    async def _let_go(self, role: ProcessRole, token: int) -> None:
        """Give up the lease. Where that fails it runs out, and whoever was asked to stop stops all the same."""
        try:
            await uninterrupted(self._give_up(role, token))
        except Exception as error:  # noqa: BLE001  it would be raised instead of what ended the part
            log.warning("the lease of the %s is left to run out: %s", role.value, without_contents(error))

    async def _give_up(self, role: ProcessRole, token: int) -> None:
        self._held_until[role] = 0.0
        async with self._database.write() as session:
            await lease.give_up(session, role, token=token)
            if role is ProcessRole.POLLER:
                await reach.note(session, self._reached_at())
