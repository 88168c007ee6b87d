"""`python -m tests.faults.impatient run` is `steget run`, but that a role is free sooner where a process fell silent.

On a database server each process that a test kills keeps its roles for as long. With the program's own 15 seconds a
test that kills four waits a minute, in which nothing happens.
"""

from functools import partial
from unittest.mock import patch

from bot.command_line import main
from bot.program import Program

HOLD_FOR = 5.0
"""Seconds; longer than a busy machine may stand still."""


WAITS_LESS = patch("bot.commands.run.Program", partial(Program, hold_for=HOLD_FOR))
"""From where it is started on, in this process."""


if __name__ == "__main__":
    WAITS_LESS.start()
    main()
