"""Which messages are named without their words in whatever is filed or taken out: those that tell of residents."""

from typing import Any

from messages.template import parameters_named
from messages.unkept import Unkept

_OF_RESIDENTS = {"fits", "perhaps", "fitting", "became", "wondered"}
"""Fields of templates' parameters: how many of a matcher's wishes something fits, what became of somebody, and what a
supplier has asked about somebody, with the answers: their Swedish, their driving licence, what they need."""


def tells_of_residents(content: dict[str, Any]) -> bool:
    """Whether a message, as the outbox keeps it, does. Also where it is by a template that is not known any more."""
    try:
        is_looked_up = issubclass(parameters_named(content["template"]), Unkept)
    except KeyError:
        return True
    return is_looked_up or _has_any(content.get("parameters"))


def _has_any(kept: Any) -> bool:
    match kept:
        case dict():
            return any((name in _OF_RESIDENTS and bool(value)) or _has_any(value) for name, value in kept.items())
        case list():
            return any(map(_has_any, kept))
        case _:
            return False
