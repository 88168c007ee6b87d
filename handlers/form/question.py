"""Questions and their choices."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import field, replace
from datetime import date, timedelta
from enum import StrEnum
from typing import Any, Generic, TypeVar

from domain.contact import ContactDetails
from domain.frozen import frozen
from domain.secrecy import FieldPolicy
from domain.working_hours import WorkingHours
from handlers.form.complaint import Complaint, Wrong
from messages.form import Asked
from messages.label import Label
from messages.plain import as_plain, from_plain

Answers = Mapping[str, Any]
"""What is answered so far, by field: plain JSON values, days written as in ISO 8601."""

EXAMPLE_AHEAD = timedelta(days=3)
"""Near, but neither today nor tomorrow: nobody takes the example for an offer."""

Given = TypeVar("Given")
"""The answers of one form as its code reads them: a dataclass whose fields are the form's own, each of its type."""


def given(answers: Answers, wanted: type[Given]) -> Given:
    """The answers as values of their types. Raises ValueError where one is missing that has no default."""
    # As they are kept: what was answered just now may stand under the field itself, and not yet under its name.
    return from_plain(as_plain(answers), wanted)


@frozen
class Known:
    """What is known before anything is asked.

    Attributes:
        today: The day in the city.
        hours: Which days are working days.
        name: Somebody or something that the questions name.
        own: Where the writer can be reached: their own number and address may go out with what is passed on.
    """

    today: date
    hours: WorkingHours
    name: str = ""
    own: ContactDetails = field(default_factory=ContactDetails)

    def named_in(self, asked: Asked) -> Asked:
        """The question, with what is known put into its words."""
        return replace(asked, name=self.name)


Knowing = TypeVar("Knowing", bound=Known)
Knowing_contra = TypeVar("Knowing_contra", bound=Known, contravariant=True)
"""What a question needs to know: it fits into every form that knows at least that."""


class Move(StrEnum):
    """What a choice does where it isn't an answer."""

    SEND = "send"
    FILL = "fill"
    MORE = "more"
    DONE = "done"
    CHANGE = "change"
    CLEAR = "clear"
    CALENDAR = "calendar"
    MONTH = "month"
    SUGGESTIONS = "suggestions"
    HEADING = "heading"
    WEEKDAY = "weekday"
    TICK = "tick"
    """One of several is chosen, or not any more; the question stays."""
    KEEP = "keep"
    REWRITE = "rewrite"


@frozen
class Option:
    """One of the choices of a question.

    Attributes:
        value: The answer that it gives, or where its move leads.
        label: How it is named in `labels.toml`; empty where its text is its own.
        day: The day that the name mentions.
        text: A text of its own, such as an area.
        note: A word behind the name, by its key in `labels.toml`.
        joined: Names that stand side by side instead.
        move: What it does instead of answering.
    """

    value: Any
    label: str = ""
    day: date | None = None
    text: str = ""
    note: str = ""
    joined: tuple[Label, ...] = ()
    move: Move | None = None


@frozen
class Filled:
    """What a typed text answers where that is more than its question: answers by field."""

    answers: Answers


def coming_day(_answers: Answers, known: Known) -> date:
    """A working day soon, as an example of how a day is written."""
    return known.hours.working_day_from(known.today + EXAMPLE_AHEAD)


def no_options(_answers: Answers, _known: Known) -> Sequence[Option]:
    """For a question that is answered by a text alone."""
    return ()


def only_choices(_answers: Answers, _known: Known, _text: str) -> Complaint:
    """For a question that is answered by its choices alone."""
    return Complaint.NOT_AN_OPTION


@frozen
class Question(Generic[Knowing_contra]):
    """One question of a form.

    Attributes:
        name: Names its text in [ask] and [hint] of `labels.toml`, and its change in [change].
        field: The field that it fills in.
        options: Its choices.
        read: What a typed text means as its answer, or what is wrong with it.
        in_a_row: How many choices stand beside one another.
        takes_number: A bare number is the answer itself, so that the choices carry no numbers of their own.
        takes_day: A month calendar can be opened beside the suggestions.
        branches: Its answer decides how many questions follow, so that nobody is told a number before.
        is_of_step_before: It asks more about the answer before, or whether that is meant, and counts as one with it.
        example: The day that its words name to show how one is written; None where they name none.
        may_be_cleared: An answer that was given can be taken away again.
        policy: What sort of field a typed text is for, and so what may be written in it.
        is_reply: Its answer is for somebody who has asked, so that an "ok" is one.
        message_field: Where it is kept in which of the writer's messages the answer was typed; empty where nobody asks.
    """

    name: str
    field: str
    options: Callable[[Answers, Knowing_contra], Sequence[Option]] = no_options
    read: Callable[[Answers, Knowing_contra, str], Any | Wrong] = only_choices
    in_a_row: int = 1
    takes_number: bool = False
    takes_day: bool = False
    branches: bool = False
    is_of_step_before: bool = False
    example: Callable[[Answers, Knowing_contra], date] | None = None
    may_be_cleared: bool = False
    policy: FieldPolicy = FieldPolicy.WORKPLACE_TEXT
    is_reply: bool = False
    message_field: str = ""
