"""What every template's parameters do alike, written once: `dataclass` makes each class its own, four kilobytes of it.

There are some five hundred templates, and a bot is two megabytes lighter so (docs/performance.md).
"""

from dataclasses import FrozenInstanceError, fields
from typing import Any, NoReturn, TypeVar

Kind = TypeVar("Kind", bound=type)


def share_methods(kind: Kind) -> Kind:
    """Give a frozen dataclass the methods that all share; each does what the class's own did."""
    shared = (_refuse, _refuse, _represent, _equal, _hash)
    for name, method in zip(("__setattr__", "__delattr__", "__repr__", "__eq__", "__hash__"), shared, strict=True):
        setattr(kind, name, method)
    return kind


def _refuse(_self: Any, name: str, *_value: Any) -> NoReturn:
    raise FrozenInstanceError(f"{name} can't be changed")


def _represent(self: Any) -> str:
    told = ", ".join(f"{each.name}={getattr(self, each.name)!r}" for each in fields(self))
    return f"{type(self).__qualname__}({told})"


def _equal(self: Any, other: object) -> bool:
    return type(self) is type(other) and _values(self) == _values(other)


def _hash(self: Any) -> int:
    return hash(_values(self))


def _values(self: Any) -> tuple[Any, ...]:
    return tuple(getattr(self, each.name) for each in fields(self))
