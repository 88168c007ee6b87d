"""How far somebody has come in a form: what a conversation keeps."""

from dataclasses import dataclass, field
from typing import Any

from pydantic import TypeAdapter, ValidationError

SUMMARY, MORE = "summary", "more"
"""The two places in a form where no question is asked: everything before it is sent, and what else can be told."""


@dataclass(frozen=True)
class Doubt:
    """An answer that waits for its writer to say that it is about the workplace, not about a person.

    Attributes:
        value: The answer.
        message_id: The writer's own message, to be deleted if it is about a person.
    """

    value: str
    message_id: int | None


@dataclass(frozen=True)
class Progress:
    """A form as far as it is filled in.

    Attributes:
        at: The question that is asked now, by its name, or `SUMMARY` or `MORE`.
        answers: What is answered, by field.
        returns_to: Where the answer leads when one answer is being changed; empty on the way through.
        month: The month whose calendar is open, counted from the year 0; None where none is.
        doubt: The answer that is asked about.
    """

    at: str
    answers: dict[str, Any] = field(default_factory=dict)
    returns_to: str = ""
    month: int | None = None
    doubt: Doubt | None = None


_PROGRESS = TypeAdapter(Progress)


def kept(progress: Progress) -> dict[str, Any]:
    """The form as plain data."""
    return dict(_PROGRESS.dump_python(progress, mode="json"))


def restored(data: dict[str, Any]) -> Progress | None:
    """The form that was kept; None for what can't be understood."""
    try:
        return _PROGRESS.validate_python(data)
    except ValidationError:
        return None
