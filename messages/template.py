"""Templates: each message's parameters are a frozen dataclass, registered under the name of its template file."""

from collections.abc import Callable
from typing import TypeVar

Kind = TypeVar("Kind", bound=type)

_BY_NAME: dict[str, type] = {}
_BY_TYPE: dict[type, str] = {}


def template(name: str) -> Callable[[Kind], Kind]:
    """Register a dataclass as the parameters of `<language>/<name>.html.j2`."""

    def register(kind: Kind) -> Kind:
        if name in _BY_NAME:
            raise ValueError(f"two classes want the template {name}")
        _BY_NAME[name], _BY_TYPE[kind] = kind, name
        return kind

    return register


def name_of(parameters: object) -> str:
    """The template's name for these parameters. Raises KeyError for a class that is not registered."""
    return _BY_TYPE[type(parameters)]


def parameters_named(name: str) -> type:
    """The class of parameters for a template's name. Raises KeyError for a name that nobody registered."""
    return _BY_NAME[name]


def all_names() -> list[str]:
    """Every registered template."""
    return sorted(_BY_NAME)
