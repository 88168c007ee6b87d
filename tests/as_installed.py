"""`python -m tests.as_installed run`: the bot without what only developers have installed.

httpx would load some of it for a command line of its own, and Babel for time zones: three megabytes that no city has.
"""

import runpy
import sys

OF_DEVELOPERS = ("pygments", "pytz", "rich")

if __name__ == "__main__":
    sys.modules.update(dict.fromkeys(OF_DEVELOPERS))  # type: ignore[arg-type]  # None: as if there were none
    sys.argv[0] = "steget"
    runpy.run_module("bot", run_name="__main__")
