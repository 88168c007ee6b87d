"""By when: not a day that has passed; a day after the contract's end only where that is confirmed."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from handlers.form.complaint import Complaint
from handlers.form.question import Answers, Move, Option, Question
from handlers.form.typed import typed_day
from handlers.obligations.known import Contracted

WEEKS_OFFERED = (2, 4, 8)


def questions(answers: Answers, known: Contracted) -> Sequence[Question[Contracted]]:
    """Which day; and whether it is meant, where it comes after the contract's end."""
    due_on = answers.get("due_on")
    is_late = due_on is not None and known.ends_on is not None and date.fromisoformat(due_on) > known.ends_on
    return (DUE_ON, AFTER_END) if is_late else (DUE_ON,)


def tidied(answers: Answers) -> tuple[dict[str, Any], str]:
    """The answers; where the day has been changed, without the confirmation of the earlier one."""
    left = dict(answers)
    if left.get("after_end") != left.get("due_on"):
        left.pop("after_end", None)
    return left, ""


def due_on(answers: Answers, known: Contracted) -> date:
    """The day that was meant: a working day."""
    return known.hours.working_day_from(date.fromisoformat(answers["due_on"]))


def has_passed(answers: Answers, known: Contracted) -> bool:
    """Whether the form has lain open until after the day."""
    return date.fromisoformat(answers["due_on"]) < known.today


def _days(_answers: Answers, known: Contracted) -> Sequence[Option]:
    days = [(weeks, known.hours.working_day_from(known.today + timedelta(weeks=weeks))) for weeks in WEEKS_OFFERED]
    return [Option(day.isoformat(), f"obligation.weeks_{weeks}", day=day) for weeks, day in days]


def _typed(answers: Answers, known: Contracted, text: str) -> str | Complaint:
    day = typed_day(answers, known, text)
    return day if isinstance(day, Complaint) else known.hours.working_day_from(date.fromisoformat(day)).isoformat()


def _after_end(answers: Answers, _known: Contracted) -> Sequence[Option]:
    return [
        Option(answers["due_on"], "obligation.keep_date"),
        Option(DUE_ON.name, "obligation.other_date", move=Move.CHANGE),
    ]


DUE_ON = Question[Contracted]("new_due_date", "due_on", _days, _typed, takes_day=True)
AFTER_END = Question[Contracted]("after_end", "after_end", _after_end)
