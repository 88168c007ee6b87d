"""The real bot as a process of its own, whose clock the test moves: each time that it is told, it does what is due.

Started as `python -m tests.year.bot CLOCK DONE`: it reads the time from the first file, and writes into the second
up to which time all that was due is done.
"""

import asyncio
import sys
from pathlib import Path

from bot.logs import begin_logging
from bot.program import Program
from bot.settings import Settings
from storage.database import Database
from tests.city import LEASE_FOR
from tests.year.told_clock import ToldClock

LOOK_EVERY = 0.01


async def main(clock_file: Path, done_file: Path) -> None:
    """Run until killed."""
    settings = Settings.read()
    begin_logging(settings.token)
    clock = ToldClock(clock_file)
    program = Program(settings, Database(settings.database_url), clock, lease_for=LEASE_FOR)
    async with asyncio.TaskGroup() as parts:
        parts.create_task(program.run())
        parts.create_task(_tick_when_told(program, clock, ToldClock(done_file)))


async def _tick_when_told(program: Program, clock: ToldClock, done: ToldClock) -> None:
    while True:
        now = clock.now()
        if done.now() < now:
            await program.tick()
            done.tell(now)
        await asyncio.sleep(LOOK_EVERY)


if __name__ == "__main__":
    asyncio.run(main(Path(sys.argv[1]), Path(sys.argv[2])))
