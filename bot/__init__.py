"""The running program: settings, composition, intake, dispatch, delivery, schedule, command line, demo."""

import os

# python-telegram-bot's own switch for durations as timedelta, which its next major version makes the only way;
# without it every RetryAfter warns.
os.environ.setdefault("PTB_TIMEDELTA", "true")
