"""What is asked of a procurement that is planned; all but its title may wait."""

from collections.abc import Sequence
from dataclasses import asdict
from datetime import date, timedelta
from typing import Any

from domain import typed_date
from domain.contract_sheet import LONGEST_TITLE
from domain.planned_start import period_meant
from domain.procurement import MOST_HEADCOUNT, ProcurementFacts, Requirement
from domain.quarter import Quarter, quarters_after
from domain.registry_number import LONGEST_REGISTRY_NUMBER
from domain.slot import Trade
from domain.typed_amount import LEAST_VALUE, understood_amount
from domain.typed_date import Days
from domain.typed_months import understood_months
from domain.typed_number import understood_number
from domain.typed_share import understood_share
from handlers.form.complaint import AboutDays, Complaint, Wrong
from handlers.form.question import Answers, Known, Option, Question, coming_day, given
from handlers.form.ticking import tick, toggled_in_order
from handlers.form.typed import typed_line, typed_text

MOST_AHEAD = timedelta(days=5 * 366)
"""A plan looks further than an offer does."""

QUARTERS_OFFERED = 6


def questions(answers: Answers, _known: Known) -> Sequence[Question[Known]]:
    """What is asked; the share of labour only of whoever does not know how many people it takes."""
    is_counted = given(answers, ProcurementFacts).headcount is not None
    return (TITLE, TRADE, VALUE, PLANNED_ON, MONTHS, HEADCOUNT, *(() if is_counted else (SHARE,)), REQUIREMENTS)


def extras(answers: Answers) -> Sequence[Question[Known]]:
    """What may be told besides."""
    is_counted = given(answers, ProcurementFacts).headcount is not None
    return (REGISTRY_NUMBER, *((SHARE,) if is_counted else ()))


def _not_known() -> Option:
    return Option(None, "planned.not_known")


def _only_not_known(_answers: Answers, _known: Known) -> Sequence[Option]:
    return [_not_known()]


def _trades(_answers: Answers, _known: Known) -> Sequence[Option]:
    return [*(Option(trade.value, f"trade.{trade}") for trade in Trade), _not_known()]


def _quarters(_answers: Answers, known: Known) -> Sequence[Option]:
    """The quarters to come: nobody knows the day so long before."""
    return [*map(_from_quarter, quarters_after(known.today, QUARTERS_OFFERED)), _not_known()]


def _from_quarter(quarter: Quarter) -> Option:
    """From its first day on."""
    first = quarter.begins_on.isoformat()
    return Option(first, "planned.from_quarter", text=f"{quarter.number}, {quarter.year}")


def _lengths(_answers: Answers, _known: Known) -> Sequence[Option]:
    return [*(Option(months, text=str(months)) for months in (3, 6, 12, 24, 36, 48)), _not_known()]


def _counts(_answers: Answers, _known: Known) -> Sequence[Option]:
    return [*(Option(number, text=str(number)) for number in (1, 2, 3, 5, 10)), _not_known()]


def _shares(_answers: Answers, _known: Known) -> Sequence[Option]:
    return [*(Option(share, text=f"{share} %") for share in (10, 25, 50, 75, 90)), _not_known()]


def _requirements(answers: Answers, _known: Known) -> Sequence[Option]:
    """Each can be ticked and unticked; as long as none is, it can be said that there are none, or that nobody knows."""
    now = given(answers, ProcurementFacts).requirements or ()
    each_one = [
        tick({REQUIREMENTS.field: _toggled(now, each)}, f"requirement.{each}", is_chosen=each in now)
        for each in Requirement
    ]
    if now:
        return [*each_one, Option([each.value for each in now], "answer.done")]
    return [*each_one, Option([], "planned.none_set"), _not_known()]


def _toggled(now: Sequence[Requirement], one: Requirement) -> list[str]:
    return [each.value for each in toggled_in_order(Requirement, now, one)]


def _typed_value(_answers: Answers, _known: Known, text: str) -> int | Complaint:
    value = understood_amount(text)
    if value is None:
        return Complaint.AMOUNT_NOT_UNDERSTOOD
    return value if value >= LEAST_VALUE else Complaint.AMOUNT_TOO_SMALL


def _typed_start(_answers: Answers, known: Known, text: str) -> str | Wrong:
    """A day until some years ahead; a week, a month or a quarter means its first, as long as it is not over."""
    days = period_meant(text) or _typed_days(text, known.today)
    if not isinstance(days, Days):
        return days
    if days.last < known.today:
        return Complaint.DAY_IN_PAST
    return days.first.isoformat() if days.first <= known.today + MOST_AHEAD else Complaint.START_TOO_FAR


def _typed_days(text: str, today: date) -> Days | Wrong:
    match typed_date.read(text, today):
        case Days() as days:
            return days
        case typed_date.WrongWeekday(day):
            return AboutDays(Complaint.WRONG_WEEKDAY, (day,))
        case typed_date.EitherDay(first, second):
            return AboutDays(Complaint.EITHER_DAY, (first, second))
    return Complaint.START_NOT_UNDERSTOOD


def _typed_months(_answers: Answers, _known: Known, text: str) -> int | Complaint:
    return understood_months(text) or Complaint.MONTHS_NOT_UNDERSTOOD


def _typed_headcount(_answers: Answers, _known: Known, text: str) -> int | Complaint:
    number = understood_number(text)
    if number is None:
        return Complaint.COUNT_NOT_A_NUMBER
    if number < 1:
        return Complaint.COUNT_TOO_SMALL
    return number if number <= MOST_HEADCOUNT else Complaint.HEADCOUNT_TOO_LARGE


def _typed_share(_answers: Answers, _known: Known, text: str) -> int | Complaint:
    share = understood_share(text)
    return Complaint.SHARE_NOT_UNDERSTOOD if share is None else share


Asked = Question[Known]

TITLE = Asked("planned_title", "title", read=typed_line(LONGEST_TITLE))
TRADE = Asked("planned_trade", "trade", _trades, in_a_row=2)
VALUE = Asked("planned_value", "value", _only_not_known, _typed_value, takes_number=True)
PLANNED_ON = Asked("planned_on", "planned_on", _quarters, _typed_start, in_a_row=2, example=coming_day)
MONTHS = Asked("planned_months", "months", _lengths, _typed_months, in_a_row=3, takes_number=True)
HEADCOUNT = Asked(
    "planned_headcount", "headcount", _counts, _typed_headcount, in_a_row=5, takes_number=True, branches=True
)
SHARE = Asked("planned_share", "labour_share", _shares, _typed_share, in_a_row=3, takes_number=True)
REQUIREMENTS = Asked("planned_requirements", "requirements", _requirements)
REGISTRY_NUMBER = Asked(
    "planned_registry_number", "registry_number", read=typed_text(LONGEST_REGISTRY_NUMBER), may_be_cleared=True
)


def answers_of(known: ProcurementFacts) -> dict[str, Any]:
    """What was answered when that was told; what nobody told counts as not known."""
    answers = asdict(known) | {"planned_on": known.planned_on.isoformat() if known.planned_on else None}
    if known.requirements is not None:
        answers["requirements"] = [each.value for each in known.requirements]
    return {name: value for name, value in answers.items() if name != REGISTRY_NUMBER.field or value is not None}
