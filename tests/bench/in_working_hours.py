"""`python -m tests.bench.in_working_hours run`: the bot, at work on a Monday morning, whenever it is measured."""

import runpy
import sys
from unittest.mock import patch

from bot.demo.movable_clock import MovableClock
from tests.city import MONDAY_MORNING


def main() -> None:
    sys.argv[0] = "steget"
    with patch("bot.commands.run.SystemClock", lambda: MovableClock(MONDAY_MORNING)):
        runpy.run_module("bot", run_name="__main__")


if __name__ == "__main__":
    main()
