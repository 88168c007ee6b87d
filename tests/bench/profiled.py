"""`python -m tests.bench.profiled FILE run`: the bot, with a profile of what it does between two signals.

SIGUSR1 begins, SIGUSR2 ends and writes the file; so neither the start nor the warming up is in it.
"""

import cProfile
import runpy
import signal
import sys


def main(file: str) -> None:
    profile = cProfile.Profile()
    signal.signal(signal.SIGUSR1, lambda *_: profile.enable())

    def end(*_: object) -> None:
        profile.disable()
        profile.dump_stats(file)

    signal.signal(signal.SIGUSR2, end)
    sys.argv = ["steget", *sys.argv[2:]]
    runpy.run_module("bot", run_name="__main__")


if __name__ == "__main__":
    main(sys.argv[1])
