"""`python -m tests.bench.in_working_hours run`: the bot, at work on a Monday morning, whenever it is measured."""

import runpy
import sys

from bot.commands import run
from bot.demo.movable_clock import MovableClock
from tests.city import MONDAY_MORNING


def main() -> None:
    run.SystemClock = lambda: MovableClock(MONDAY_MORNING)  # type: ignore[assignment,misc]  # which tells the time as well
    sys.argv[0] = "steget"
    runpy.run_module("bot", run_name="__main__")


if __name__ == "__main__":
    main()
