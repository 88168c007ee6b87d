"""What makes a form: its way, what is known before it, and what becomes of the answers."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any

from handlers.form.path import Moved, Path
from handlers.form.question import Answers, Knowing
from handlers.handling.work import Work
from messages.message import Message
from storage.people.person import Person


@dataclass(frozen=True, kw_only=True)
class Form(Path[Knowing]):
    """One form.

    Attributes:
        known: Looks up what is known before anything is asked.
        send: What becomes of the answers: the closing word, or back into the form.
    """

    known: Callable[[Work, Person, Answers], Awaitable[Knowing]]
    send: Callable[[Work, Person, Answers, Knowing], Awaitable[Message | Moved]]


FORMS: dict[str, Form[Any]] = {}
"""Every form, by its name; each puts itself in here where it is made."""


def registered(form: Form[Knowing]) -> Form[Knowing]:
    """Make the form known by its name, so that a conversation that has it open can go on."""
    FORMS[form.name] = form
    return form
