"""Frozen dataclasses whose methods are written once: `dataclass` makes each class its own, four kilobytes of it.

There are some nine hundred. Only its fields and its `__init__` are each class's own. They are made when they are first
asked for, as a rule when the first one is made: most are not made in a day, and to make all of that was a quarter of a
start (docs/decisions/0047). In all else they are what `@dataclass(frozen=True)` makes,
but that none of those can inherit from them.
"""

from collections.abc import Callable
from dataclasses import FrozenInstanceError, dataclass, field, fields, make_dataclass
from threading import RLock
from typing import Any, NoReturn, TypeVar, dataclass_transform, overload

Kind = TypeVar("Kind", bound=type)

_FIELDS = "__dataclass_fields__"

_TURN = RLock()
"""Of whoever has fields made: `dataclass` takes away what it reads, and another thread would find half of it."""


@overload
def frozen(kind: Kind) -> Kind: ...


@overload
def frozen(*, kw_only: bool) -> Callable[[Kind], Kind]: ...


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def frozen(kind: Any = None, *, kw_only: bool = False) -> Any:
    """As `@dataclass(frozen=True)`, or with `kw_only` as `@dataclass(frozen=True, kw_only=True)`."""

    def made(kind: type) -> type:
        setattr(kind, _FIELDS, _Fields(kind, kw_only=kw_only))
        return _sharing(kind)

    return made if kind is None else made(kind)


class _Fields:
    """Stands where `dataclass` keeps a class's fields, and has them made for the first who asks."""

    def __init__(self, kind: type, *, kw_only: bool) -> None:
        self._kind, self._kw_only = kind, kw_only

    def __get__(self, _one: object, _kind: type) -> Any:
        with _TURN:
            if vars(self._kind)[_FIELDS] is self:
                # `dataclass` writes none of the methods; that it is frozen is said by those that all share.
                dataclass(kw_only=self._kw_only, init=False, repr=False, eq=False)(self._kind)
        return vars(self._kind)[_FIELDS]


def _sharing(kind: type) -> type:
    shared = (_writing_init(kind), _refuse, _refuse, _represent, _equal, _hash)
    names = ("__init__", "__setattr__", "__delattr__", "__repr__", "__eq__", "__hash__")
    for name, method in zip(names, shared, strict=True):
        setattr(kind, name, method)
    return kind


def _writing_init(kind: Any) -> Callable[..., None]:
    """An `__init__` for the first one: it has that of `dataclass` written, which all others find in its place."""

    def init(self: Any, *values: Any, **named: Any) -> None:
        kind.__init__ = _init_of(kind)
        kind.__init__(self, *values, **named)

    return init


def _init_of(kind: type) -> Any:
    parts = [(each.name, each.type, each) for each in fields(kind)]
    # With its docstring: to make one up takes as long as all the rest.
    known = {name: getattr(kind, name) for name in ("__doc__", "__post_init__") if hasattr(kind, name)}
    made = make_dataclass(kind.__qualname__, parts, namespace=known, frozen=True, repr=False, eq=False)
    return vars(made)["__init__"]


def _refuse(_self: Any, name: str, *_value: Any) -> NoReturn:
    raise FrozenInstanceError(f"{name} can't be changed")


def _represent(self: Any) -> str:
    told = ", ".join(f"{each.name}={getattr(self, each.name)!r}" for each in fields(self) if each.repr)
    return f"{type(self).__qualname__}({told})"


def _equal(self: Any, other: object) -> bool:
    return type(self) is type(other) and _values(self) == _values(other)


def _hash(self: Any) -> int:
    return hash(_values(self))


def _values(self: Any) -> tuple[Any, ...]:
    return tuple(getattr(self, name) for name in self.__dataclass_fields__)
