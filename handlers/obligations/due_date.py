"""By when: not a day that has passed; a day after the contract's end only where that is confirmed."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from domain.frozen import frozen
from handlers.form.complaint import AboutDays, Complaint, Wrong
from handlers.form.question import Answers, Move, Option, Question, coming_day, given
from handlers.form.typed import typed_last_day
from handlers.obligations.contracted import Contracted

WEEKS_OFFERED = (2, 4, 8)


@frozen
class DueDate:
    """What is answered in the end: the day that was chosen or written."""

    due_on: date


@frozen
class DueDateSoFar:
    """What is answered on the way.

    Attributes:
        due_on: The day that was chosen or written.
        after_end: The same day again, once it is said that it is meant though the contract has ended by then.
    """

    due_on: date | None = None
    after_end: date | None = None


def questions(answers: Answers, known: Contracted) -> Sequence[Question[Contracted]]:
    """Which day; and whether it is meant, where it comes after the contract's end."""
    day = given(answers, DueDateSoFar).due_on
    is_late = day is not None and known.ends_on is not None and day > known.ends_on
    return (DUE_ON, AFTER_END) if is_late else (DUE_ON,)


def tidied(answers: Answers) -> tuple[dict[str, Any], str]:
    """The answers; where the day has been changed, without the confirmation of the earlier one."""
    left, answered = dict(answers), given(answers, DueDateSoFar)
    if answered.after_end != answered.due_on:
        left.pop("after_end", None)
    return left, ""


def due_on(answers: Answers, known: Contracted) -> date:
    """The day that was meant: a working day."""
    return known.hours.working_day_from(given(answers, DueDate).due_on)


def has_passed(answers: Answers, known: Contracted) -> bool:
    """Whether the form has lain open until after the day."""
    return given(answers, DueDate).due_on < known.today


def _days(_answers: Answers, known: Contracted) -> Sequence[Option]:
    days = [(weeks, known.hours.working_day_from(known.today + timedelta(weeks=weeks))) for weeks in WEEKS_OFFERED]
    return [Option(day.isoformat(), f"obligation.weeks_{weeks}", day=day) for weeks, day in days]


def _typed(answers: Answers, known: Contracted, text: str) -> str | Wrong:
    day = typed_last_day(answers, known, text)
    return (
        day
        if isinstance(day, Complaint | AboutDays)
        else known.hours.working_day_from(date.fromisoformat(day)).isoformat()
    )


def _after_end(answers: Answers, _known: Contracted) -> Sequence[Option]:
    return [
        Option(given(answers, DueDate).due_on.isoformat(), "obligation.keep_date"),
        Option(DUE_ON.name, "obligation.other_date", move=Move.CHANGE),
    ]


DUE_ON = Question[Contracted]("new_due_date", "due_on", _days, _typed, takes_day=True, example=coming_day)
AFTER_END = Question[Contracted]("after_end", "after_end", _after_end, is_of_step_before=True)
