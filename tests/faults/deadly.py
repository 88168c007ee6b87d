"""`python -m tests.faults.deadly run` is `tests.faults.impatient`, but for one command: it kills its process."""

import os
import signal
from typing import Any, cast

from bot.command_line import main
from domain.command import Command
from handlers.handling.answer import Answer
from handlers.handling.routes import Run
from handlers.registry import COMMANDS
from tests.faults import impatient

DEADLY = "/sprak"


async def kill_the_process(*_: Any) -> Answer:
    os.kill(os.getpid(), signal.SIGKILL)
    raise AssertionError("nobody is left to come here")


if __name__ == "__main__":
    cast("dict[Command, Run]", COMMANDS)[Command.LANGUAGE] = kill_the_process
    impatient.WAITS_LESS.start()
    main()
