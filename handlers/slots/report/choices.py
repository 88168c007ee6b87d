"""The choices that the questions of the short path offer."""

from collections.abc import Callable, Sequence
from datetime import date, timedelta

from domain.length import end_after_months, end_after_weeks
from domain.slot import SlotKind, Trade
from domain.slot_field import CHOICES, SlotField
from handlers.form.open_day import OPEN
from handlers.form.question import Answers, Known, Move, Option, given
from handlers.slots.report.short_path import OfferedAgain, ShortPathSoFar
from handlers.slots.report.supplying import Supplying
from messages.label import Label

USUAL_LENGTH = timedelta(weeks=8)


def kinds(_answers: Answers, known: Supplying) -> Sequence[Option]:
    """The ways to contribute; last, to offer the same again."""
    kinds = [Option(kind.value, f"kind.{kind}") for kind in SlotKind]
    if known.last is None:
        return kinds
    return [*kinds, Option(known.last, joined=(Label("report.same"), *_named(known.last)), move=Move.FILL)]


def _named(last: Answers) -> list[Label]:
    """What was offered last, of what trade and where: all that would be the same."""
    offered = given(last, OfferedAgain)
    return [*_offered(offered.kind, offered.places), Label(f"trade.{offered.trade}"), Label(text=offered.area)]


def _offered(kind: SlotKind, places: int) -> list[Label]:
    match kind:
        case SlotKind.LECTURE:
            return [Label(f"kind.{kind}")]
        case SlotKind.STUDY_VISIT:
            return [Label(f"kind.{kind}"), Label("report.group", text=str(places))]
        case _:
            return [Label(f"places_one.{kind}" if places == 1 else f"places_many.{kind}", text=str(places))]


def contracts(_answers: Answers, known: Supplying) -> Sequence[Option]:
    """The supplier's running contracts."""
    return [Option(contract_id, text=name) for contract_id, name in known.contracts]


def trades(_answers: Answers, known: Supplying) -> Sequence[Option]:
    """Every trade, the supplier's own first."""
    own_first = sorted(Trade, key=lambda trade: trade is not known.trade)
    return [Option(trade.value, f"trade.{trade}") for trade in own_first]


def counts(*numbers: int) -> Callable[[Answers, Known], Sequence[Option]]:
    """Some usual numbers."""
    return lambda _answers, _known: [Option(number, text=str(number)) for number in numbers]


def areas(_answers: Answers, known: Supplying) -> Sequence[Option]:
    """Where the supplier has offered something before."""
    return [Option(area, text=area) for area in known.areas]


def days(_answers: Answers, known: Known) -> Sequence[Option]:
    """Days on which things usually begin."""
    return _days(known, [(first, "first_of_month") for first in _months(known)])


def single_days(_answers: Answers, known: Known) -> Sequence[Option]:
    """Usual days for what happens on one day: working days, as nobody visits a closed workplace."""
    return _days(known, [(known.hours.working_day_from(first), "on_day") for first in _months(known)])


def _days(known: Known, later: Sequence[tuple[date, str]]) -> Sequence[Option]:
    """The next working day, Monday, and some later days, each once, with how its button names it."""
    next_day = known.hours.next_working_day(known.today)
    monday = known.today + timedelta(days=7 - known.today.weekday())
    seen: dict[date, Option] = {}
    for day, name in ((next_day, "next_working_day"), (monday, "monday"), *later):
        seen.setdefault(day, Option(day.isoformat(), f"start.{name}", day=day))
    return list(seen.values())


def ends(answers: Answers, known: Known) -> Sequence[Option]:
    """Usual lengths, and that it is not decided."""
    start = given(answers, ShortPathSoFar).starts_on or known.today
    lengths = [(f"end.weeks_{weeks}", end_after_weeks(start, weeks)) for weeks in (4, 8, 12)]
    lengths.append(("end.months_6", end_after_months(start, 6)))
    return [*(Option(end.isoformat(), label, day=end) for label, end in lengths), Option(OPEN, "end.open")]


def usual_end(answers: Answers, known: Known) -> date:
    """A day on which something of the usual length may end."""
    start = given(answers, ShortPathSoFar).starts_on or known.today
    return known.hours.working_day_from(start + USUAL_LENGTH)


def codes(field: SlotField) -> Callable[[Answers, Known], Sequence[Option]]:
    """The coded choices of a field."""
    return lambda _answers, _known: [Option(code, f"choice.{field}_{code}") for code in CHOICES[field]]


def _months(known: Known) -> list[date]:
    return [_first_of_month(known.today, ahead) for ahead in (1, 2)]


def _first_of_month(today: date, ahead: int) -> date:
    year, month = divmod(today.year * 12 + today.month - 1 + ahead, 12)
    return date(year, month + 1, 1)
