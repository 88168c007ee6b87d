"""What a database can keep of what came as JSON: anyone can send what PostgreSQL, or UTF-8, has no place for."""

import math
from typing import Any

from domain.pattern import Pattern
from domain.typed_text import cleaned

NOT_KEPT = Pattern(r"[\x00\ud800-\udfff]")
"""NUL, and halves of a surrogate pair."""

LARGEST_NUMBER = 2**63 - 1
"""What a database keeps; Telegram's own ids are far smaller."""

IN_ITS_PLACE = "\ufffd"
"""One for one, so that a text is as long as it looks."""


def storable(value: Any) -> Any:
    """The same, each text cleaned (`domain/typed_text.py`), without what no database keeps."""
    match value:
        case str():
            return NOT_KEPT.sub(IN_ITS_PLACE, cleaned(value))
        case float():
            return value if math.isfinite(value) else None
        case list():
            return [storable(part) for part in value]
        case dict():
            return {storable(name): storable(part) for name, part in value.items()}
        case _:
            return value


def storable_id(number: Any) -> int | None:
    """The number, if it is one that could be an id of Telegram's and that a database can keep."""
    is_number = isinstance(number, int) and not isinstance(number, bool)
    return number if is_number and abs(number) <= LARGEST_NUMBER else None
