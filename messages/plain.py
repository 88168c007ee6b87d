"""What is kept of a dataclass: plain data, as JSON has it, and the dataclass again."""

from typing import Any, TypeVar

import msgspec

Kind = TypeVar("Kind")


def as_plain(value: Any) -> Any:
    """A dataclass, or tuples of some, as JSON would give it back: lists, days in ISO 8601, choices by their values."""
    return msgspec.json.decode(msgspec.json.encode(value))


def from_plain(plain: Any, kind: type[Kind]) -> Kind:
    """The dataclass of which that was kept, each field of its type. Raises ValueError for what isn't one.

    What a field is by default may be missing, and what no field is called is passed over: either may have been kept by
    an earlier version.
    """
    try:
        return msgspec.convert(plain, kind, str_keys=True)
    except msgspec.ValidationError as error:
        raise ValueError(*error.args) from error
