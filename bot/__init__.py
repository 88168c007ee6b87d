"""The running program. What stands directly in this folder, with `delivery`, runs a city.

`program` puts it together: `intake` keeps what people send, `dispatch` has it handled, `fetching` gets their files,
`schedule` does what is due, and `delivery` sends. `commands` is what an operator types. `demo` is what nobody needs who
runs a city: a stand-in for Telegram, made-up people, and the page with their phones.
"""

import os

# python-telegram-bot's own switch for durations as timedelta, which its next major version makes the only way;
# without it every RetryAfter warns.
os.environ.setdefault("PTB_TIMEDELTA", "true")
