"""What the bot is made of: for what has to hold of all of it, and would else be told by the first who needs it."""

import sys
from collections.abc import Iterator
from importlib import import_module

HOUSES = ("bot", "domain", "handlers", "messages", "storage")


def of_our_modules() -> Iterator[tuple[str, object]]:
    """Everything that a module of the bot's has a name for."""
    import_module("bot.program")  # and with it whatever the bot is made of
    for name, module in [*sys.modules.items()]:
        if name.partition(".")[0] in HOUSES and not name.startswith("bot.demo"):
            yield from ((f"{name}.{own}", value) for own, value in vars(module).items())
