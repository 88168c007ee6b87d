"""How long a promise made for a quiet machine may take where others run beside."""

import os


def on_a_quiet_machine(seconds: float) -> float:
    """So many seconds, and more where more wants to run than there are cores: then each has but a share of them.

    The load is an average of the last minute, and tells of what has just begun too late: so the other workers of this
    run count at once, with the database that they share.
    """
    load, _, _ = os.getloadavg()
    workers = int(os.environ.get("PYTEST_XDIST_WORKER_COUNT", "1"))
    wanted = max(load, workers + 1 if workers > 1 else 1)
    return seconds * max(1.0, wanted / (os.cpu_count() or 1))
