"""`python -m tests.faults.impatient run` is `steget run`, but that a role is free sooner where a process fell silent.

On a database server each process that a test kills keeps its roles for as long. With the program's own 15 seconds a
test that kills four waits a minute, in which nothing happens.
"""

from functools import partial

from bot.command_line import main
from bot.commands import run
from bot.program import Program

HOLD_FOR = 5.0
"""Seconds; longer than a busy machine may stand still."""


def waits_less() -> None:
    """From now on, in this process."""
    run.Program = partial(Program, hold_for=HOLD_FOR)  # type: ignore[assignment,attr-defined]  # which is the point


if __name__ == "__main__":
    waits_less()
    main()
