"""`steget run`, but for one command: it kills the process that handles it. Run as `python -m tests.faults.deadly run`."""

import os
import signal
from typing import Any

from bot.command_line import main
from domain.command import Command
from handlers.handling.answer import Answer
from handlers.registry import COMMANDS

DEADLY = "/sprak"


async def kill_the_process(*_: Any) -> Answer:
    os.kill(os.getpid(), signal.SIGKILL)
    raise AssertionError("nobody is left to come here")


if __name__ == "__main__":
    COMMANDS[Command.LANGUAGE] = kill_the_process
    main()
