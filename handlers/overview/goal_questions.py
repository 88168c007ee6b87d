"""What is asked before a goal is set: for which year, how many, what counts, and by which decision."""

from collections.abc import Sequence
from dataclasses import field
from datetime import date

from domain import typed_date
from domain.frozen import frozen
from domain.placement import TOWARDS_GOAL
from domain.registry_number import LONGEST_REGISTRY_NUMBER
from domain.slot import SlotKind
from domain.typed_date import Days
from domain.typed_number import understood_number
from handlers.form.complaint import Complaint
from handlers.form.question import Answers, Known, Option, Question, given
from handlers.form.ticking import tick, toggled_in_order
from handlers.form.typed import typed_text
from handlers.results.year import FIRST_YEAR

MOST_RESIDENTS = 9_999


@frozen
class Decided:
    """What is answered."""

    year: int
    number: int
    decided_on: date
    registry_number: str
    kinds: tuple[SlotKind, ...] = TOWARDS_GOAL


@frozen
class _Ticked:
    kinds: tuple[SlotKind, ...] = field(default=TOWARDS_GOAL)


def _years(_answers: Answers, known: Known) -> Sequence[Option]:
    return [Option(year, text=str(year)) for year in (known.today.year, known.today.year + 1)]


def _typed_year(_answers: Answers, known: Known, text: str) -> int | Complaint:
    year = understood_number(text)
    is_one = year is not None and FIRST_YEAR <= year <= known.today.year + 1
    return year if year is not None and is_one else Complaint.GOAL_YEAR_NOT_UNDERSTOOD


def _typed_number(_answers: Answers, _known: Known, text: str) -> int | Complaint:
    number = understood_number(text)
    if number is None:
        return Complaint.COUNT_NOT_A_NUMBER
    if number < 1:
        return Complaint.COUNT_TOO_SMALL
    return number if number <= MOST_RESIDENTS else Complaint.GOAL_TOO_LARGE


def _kinds(answers: Answers, _known: Known) -> Sequence[Option]:
    """All three count until one is taken away; the last one stays."""
    now = given(answers, _Ticked).kinds
    each_one = [
        tick({KINDS.field: [each.value for each in _toggled(now, kind)]}, f"kind.{kind}", is_chosen=kind in now)
        for kind in TOWARDS_GOAL
    ]
    return [*each_one, Option([kind.value for kind in now], "answer.done")]


def _toggled(now: Sequence[SlotKind], one: SlotKind) -> Sequence[SlotKind]:
    return toggled_in_order(TOWARDS_GOAL, now, one) or now


def _typed_day(_answers: Answers, known: Known, text: str) -> str | Complaint:
    """A single day, no later than today."""
    days = typed_date.read(text, known.today, near=known.today)
    if not isinstance(days, Days) or days.first != days.last:
        return Complaint.DAY_NOT_UNDERSTOOD
    return days.first.isoformat() if days.first <= known.today else Complaint.DECIDED_AHEAD


def _this_day(_answers: Answers, known: Known) -> date:
    """Shows how a day is written that has been."""
    return known.today


def _today(_answers: Answers, known: Known) -> Sequence[Option]:
    return [Option(known.today.isoformat(), "begun_on.today", day=known.today)]


YEAR = Question[Known]("goal_year", "year", _years, _typed_year, in_a_row=2, takes_number=True)
NUMBER = Question[Known]("goal_number", "number", read=_typed_number, takes_number=True)
KINDS = Question[Known]("goal_kinds", "kinds", _kinds)
DECIDED_ON = Question[Known]("goal_decided_on", "decided_on", _today, _typed_day, example=_this_day)
REGISTRY_NUMBER = Question[Known]("goal_registry_number", "registry_number", read=typed_text(LONGEST_REGISTRY_NUMBER))
