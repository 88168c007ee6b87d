"""What the bot is made of: for what has to hold of all of it, and would else be told by the first who needs it."""

import sys
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from importlib import import_module

HOUSES = ("bot", "domain", "handlers", "messages", "storage")


def of_our_modules() -> Iterator[tuple[str, object]]:
    """Everything that a module of the bot's has a name for, and what that consists of."""
    import_module("bot.program")  # and with it whatever the bot is made of
    for name, module in [*sys.modules.items()]:
        if name.partition(".")[0] in HOUSES and not name.startswith("bot.demo"):
            for own, value in vars(module).items():
                yield f"{name}.{own}", value
                yield from _parts(f"{name}.{own}", value)


def _parts(name: str, value: object) -> Iterator[tuple[str, object]]:
    if is_dataclass(value) and not isinstance(value, type):
        yield from ((f"{name}.{each.name}", getattr(value, each.name)) for each in fields(value))
