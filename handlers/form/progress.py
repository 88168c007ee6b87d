"""How far somebody has come in a form: what a conversation keeps."""

from dataclasses import asdict, field, fields, replace
from typing import Any

from domain.frozen import frozen
from messages.plain import as_plain, from_plain

SUMMARY, MORE = "summary", "more"
"""The two places in a form where no question is asked: everything before it is sent, and what else can be told."""


@frozen
class Doubt:
    """An answer that waits for its writer to say that it is about the workplace, not about a person.

    Attributes:
        value: The answer.
        message_id: The writer's own message, to be deleted if it is about a person.
    """

    value: str
    message_id: int | None


@frozen
class Progress:
    """A form as far as it is filled in.

    Attributes:
        at: The question that is asked now, by its name, or `SUMMARY` or `MORE`.
        answers: What is answered, by field.
        about: What the form is about: ids and revisions, none of which is asked.
        returns_to: Where the answer leads when one answer is being changed; empty on the way through.
        month: The month whose calendar is open, counted from the year 0; None where none is.
        doubt: The answer that is asked about.
    """

    at: str
    answers: dict[str, Any] = field(default_factory=dict)
    about: dict[str, Any] = field(default_factory=dict)
    returns_to: str = ""
    month: int | None = None
    doubt: Doubt | None = None


def kept(progress: Progress) -> dict[str, Any]:
    """The form as plain data."""
    return dict(as_plain(progress))


def restored(data: dict[str, Any], *, about: type[Any] | None = None) -> Progress | None:
    """The form that was kept; None for what can't be understood. `about` is the type of what it is about."""
    try:
        progress = from_plain(data, Progress)
        return progress if about is None else _parted(progress, about)
    except ValueError:
        return None


def _parted(progress: Progress, about: type[Any]) -> Progress:
    """The form with what it is about apart from its answers. Forms that were kept long ago have it among them."""
    names = {each.name for each in fields(about)}
    among_answers = {name: value for name, value in progress.answers.items() if name in names}
    found = from_plain(among_answers | progress.about, about)
    left = {name: value for name, value in progress.answers.items() if name not in names}
    return replace(progress, answers=left, about=asdict(found))
