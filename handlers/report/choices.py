"""The choices that each question offers."""

from collections.abc import Callable
from datetime import date, timedelta

from domain.slot import SlotKind, Trade
from domain.typed_date import end_after_months, end_after_weeks
from handlers.report.form import QUESTIONS, Known, Option, Report, Step, Undecided

KINDS = (SlotKind.INTERNSHIP, SlotKind.APPRENTICESHIP)
OFFERED_COUNTS = (1, 2, 3, 4, 5)


def options(report: Report, known: Known) -> list[Option]:
    """The choices of the question where the form is."""
    return _OPTIONS[report.step](report, known)


def _kind_options(_report: Report, _known: Known) -> list[Option]:
    return [Option(kind, f"kind.{kind}") for kind in KINDS]


def _trade_options(_report: Report, known: Known) -> list[Option]:
    own_first = sorted(Trade, key=lambda trade: trade is not known.trade)
    return [Option(trade, f"trade.{trade}") for trade in own_first]


def _places_options(_report: Report, _known: Known) -> list[Option]:
    return [Option(count, text=str(count)) for count in OFFERED_COUNTS]


def _area_options(_report: Report, known: Known) -> list[Option]:
    return [Option(area, text=area) for area in known.areas]


def _start_options(_report: Report, known: Known) -> list[Option]:
    next_day = known.hours.next_working_day(known.today)
    monday = known.today + timedelta(days=7 - known.today.weekday())
    months = [_first_of_month(known.today, ahead) for ahead in (1, 2)]
    named = [
        Option(next_day, "start.next_working_day", day=next_day),
        Option(monday, "start.monday", day=monday),
        *(Option(first, "start.first_of_month", day=first) for first in months),
    ]
    seen: dict[date, Option] = {}
    for option in named:
        seen.setdefault(option.value, option)
    return list(seen.values())


def _first_of_month(today: date, ahead: int) -> date:
    year, month = divmod(today.year * 12 + today.month - 1 + ahead, 12)
    return date(year, month + 1, 1)


def _end_options(report: Report, _known: Known) -> list[Option]:
    start = report.starts_on or date.min
    lengths = [(f"end.weeks_{weeks}", end_after_weeks(start, weeks)) for weeks in (4, 8, 12)]
    lengths.append(("end.months_6", end_after_months(start, 6)))
    return [*(Option(end, label, day=end) for label, end in lengths), Option(Undecided.OPEN, "end.open")]


def _summary_options(_report: Report, _known: Known) -> list[Option]:
    changes = [Option(step, f"answer.change_{step}") for step in QUESTIONS]
    return [Option(Step.SUMMARY, "answer.send"), *changes]


_OPTIONS: dict[Step, Callable[[Report, Known], list[Option]]] = {
    Step.KIND: _kind_options,
    Step.TRADE: _trade_options,
    Step.PLACES: _places_options,
    Step.AREA: _area_options,
    Step.START: _start_options,
    Step.END: _end_options,
    Step.SUMMARY: _summary_options,
}
