"""Processes that a test starts, forked by tests/forge.py: real ones, without the time that all the imports take."""

import asyncio
import atexit
import functools
import json
import os
import signal
import socket
import subprocess
import sys
from asyncio import StreamReader, StreamWriter
from pathlib import Path

from tests.forge import ENDED

ROOT = Path(__file__).parents[1]
"""This tree's own code is what runs, also where another is installed."""


@functools.cache
def forge() -> socket.socket:
    """The forge of this worker, started when first needed; it goes when the worker lets go of this."""
    ours, its = socket.socketpair()
    command = [sys.executable, "-m", "tests.forge"]
    environment = {"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT)}
    process = subprocess.Popen(command, cwd=ROOT, env=environment, stdin=its.fileno(), start_new_session=True)
    its.close()
    atexit.register(process.wait)
    atexit.register(ours.close)
    return ours


class Forged:
    """A process that runs a module; what it writes can be read line by line, and it can be written to."""

    def __init__(self, process_id: int, reader: StreamReader, writer: StreamWriter) -> None:
        self.process_id, self._reader, self._writer = process_id, reader, writer
        self.exit_code: int | None = None

    async def line(self) -> str:
        """The next line that it writes; nothing once it has ended, and its exit code is known."""
        said = (await self._reader.readline()).decode()
        if said.startswith(ENDED):
            self.exit_code = int(said.removeprefix(ENDED))
            self._writer.close()
            return ""
        return said

    async def ends(self) -> int:
        """Wait until it has ended, whatever it writes until then; its exit code, or a signal's with a minus."""
        while self.exit_code is None:
            await self.line()
        return self.exit_code

    def write(self, words: str) -> None:
        """Write to it."""
        self._writer.write(words.encode())

    def hang_up(self) -> None:
        """Let go of it, as a run that is killed does: it is ended then."""
        self._writer.transport.abort()

    def send_signal(self, by: signal.Signals) -> None:
        """Send it a signal, while it runs."""
        if self.exit_code is None:
            os.kill(self.process_id, by)


async def forged(module: str, *words: str, folder: Path, **environment: str) -> Forged:
    """Start `python -m module words` in that folder, with no environment but this."""
    ours, its = socket.socketpair()
    socket.send_fds(forge(), [b"!"], [its.fileno()])
    its.close()
    reader, writer = await asyncio.open_connection(sock=ours)
    order = {"module": module, "words": words, "folder": str(folder), "environment": environment}
    writer.write(f"{json.dumps(order)}\n".encode())
    return Forged(int(await reader.readline()), reader, writer)
