"""Templates: each message's parameters are a frozen dataclass, registered under the name of its template file."""

from collections.abc import Callable
from typing import TypeVar

Kind = TypeVar("Kind", bound=type)

_BY_NAME: dict[str, type] = {}
_BY_TYPE: dict[type, str] = {}
_KEPT_NOWHERE: set[str] = set()


def template(name: str, *, is_kept: bool = True) -> Callable[[Kind], Kind]:
    """Register a dataclass as the parameters of `<language>/<name>.html.j2`.

    What is not kept is worded at the moment at which it is sent, and no outbox takes it: see `messages/unkept.py`.
    """

    def register(kind: Kind) -> Kind:
        if name in _BY_NAME:
            raise ValueError(f"two classes want the template {name}")
        _BY_NAME[name], _BY_TYPE[kind] = kind, name
        if not is_kept:
            _KEPT_NOWHERE.add(name)
        return kind

    return register


def name_of(parameters: object) -> str:
    """The template's name for these parameters. Raises KeyError for a class that is not registered."""
    return name_for(type(parameters))


def name_for(kind: type) -> str:
    """The template's name for this class of parameters. Raises KeyError for one that is not registered."""
    return _BY_TYPE[kind]


def is_kept(name: str) -> bool:
    """Whether the outbox may keep what a message by this template says."""
    return name not in _KEPT_NOWHERE


def parameters_named(name: str) -> type:
    """The class of parameters for a template's name. Raises KeyError for a name that nobody registered."""
    return _BY_NAME[name]


def all_names() -> list[str]:
    """Every registered template."""
    return sorted(_BY_NAME)
