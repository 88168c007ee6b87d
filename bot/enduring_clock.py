"""The clock by which this process knows how long it may still do what only one process at a time may do."""

import time

_CLOCK = getattr(time, "CLOCK_BOOTTIME", time.CLOCK_MONOTONIC)
"""Of Linux's clocks the one that counts the seconds for which the machine slept, too."""


def seconds() -> float:
    """Seconds since some moment. They run on while the process is stopped, and no setting of the clock moves them."""
    return time.clock_gettime(_CLOCK)
