"""How long a promise made for a quiet machine may take where others run beside."""

import os


def on_a_quiet_machine(seconds: float) -> float:
    """So many seconds, and more where more wants to run than there are cores: then each has but a share of them."""
    wanted, _, _ = os.getloadavg()
    return seconds * max(1.0, wanted / (os.cpu_count() or 1))
