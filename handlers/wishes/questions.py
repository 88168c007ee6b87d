"""What is asked of a wish: all of it from lists, and nothing that could be typed."""

from collections.abc import Sequence
from datetime import date
from enum import StrEnum
from typing import Any

from domain.frozen import frozen
from domain.slot import SlotKind, Trade
from domain.wish import WISHED_FOR, Adaptation, Licence, SwedishLevel, Wished, WishHours
from handlers.form.calendar import first_day, month_of
from handlers.form.question import Answers, Known, Option, Question, given
from handlers.form.ticking import tick, toggled

ANYWHERE = 0
"""The answer where any area will do; no area has that number."""

MONTHS_AHEAD = 6
NEEDS = "wish_needs"


@frozen(kw_only=True)
class Wishing(Known):
    """What is known before anything is asked.

    Attributes:
        areas: The areas of the city's list, each with its number.
    """

    areas: tuple[tuple[int, str], ...] = ()


@frozen
class Answered:
    """What is answered, as far as it is."""

    kind: SlotKind | None = None
    trade: Trade | None = None
    area_id: int = ANYWHERE
    wish_from: date | None = None
    wish_hours: WishHours | None = None
    wish_swedish: SwedishLevel | None = None
    wish_licence: Licence | None = None
    wish_needs: tuple[Adaptation, ...] = ()


def wished_in(answers: Answers) -> Wished:
    """What a place should be like. Raises ValueError where kind or trade is missing."""
    told = given(answers, Answered)
    if told.kind is None or told.trade is None:
        raise ValueError("a wish has a kind and a trade")
    return Wished(
        told.kind,
        told.trade,
        told.area_id or None,
        told.wish_from,
        told.wish_hours,
        told.wish_swedish,
        told.wish_licence,
        frozenset(told.wish_needs),
    )


def answers_of(wished: Wished) -> dict[str, Any]:
    """What was answered when that was wished for."""
    answers = {
        "kind": wished.kind.value,
        "trade": wished.trade.value,
        "area_id": wished.area_id or ANYWHERE,
        "wish_from": wished.from_on.isoformat() if wished.from_on else None,
        "wish_hours": wished.hours,
        "wish_swedish": wished.swedish,
        "wish_licence": wished.licence,
        NEEDS: sorted(wished.adaptations),
    }
    return {name: value for name, value in answers.items() if value is not None}


def questions(_answers: Answers, _known: Wishing) -> Sequence[Question[Wishing]]:
    """What has to be answered."""
    return (KIND, TRADE, AREA)


def extras(_answers: Answers) -> Sequence[Question[Wishing]]:
    """What may be answered."""
    return (FROM, HOURS, SWEDISH, LICENCE, ADAPTATIONS)


def _kinds(_answers: Answers, _known: Wishing) -> Sequence[Option]:
    return [Option(kind.value, f"kind.{kind}") for kind in WISHED_FOR]


def _trades(_answers: Answers, _known: Wishing) -> Sequence[Option]:
    return [Option(trade.value, f"trade.{trade}") for trade in Trade]


def _areas(_answers: Answers, known: Wishing) -> Sequence[Option]:
    return [Option(ANYWHERE, "wishing.anywhere"), *(Option(area_id, text=name) for area_id, name in known.areas)]


def _months(_answers: Answers, known: Wishing) -> Sequence[Option]:
    coming = [first_day(month_of(known.today) + ahead) for ahead in range(1, MONTHS_AHEAD + 1)]
    return [Option(day.isoformat(), "calendar.month", day=day) for day in coming]


def _each_of(kind: type[StrEnum], table: str) -> Sequence[Option]:
    return [Option(each.value, f"{table}.{each}") for each in kind]


def _adaptations(answers: Answers, _known: Wishing) -> Sequence[Option]:
    """Each can be ticked and unticked, until one says that all are there."""
    now = [each.value for each in given(answers, Answered).wish_needs]
    each_one = [
        tick({NEEDS: toggled(now, each.value)}, f"adaptation.{each}", is_chosen=each in now) for each in Adaptation
    ]
    return [*each_one, Option(now, "answer.done")]


Asked = Question[Wishing]

KIND = Asked("wish_kind", "kind", _kinds)
TRADE = Asked("wish_trade", "trade", _trades, in_a_row=2)
AREA = Asked("wish_area", "area_id", _areas, in_a_row=2)
FROM = Asked("wish_from", "wish_from", _months, in_a_row=2, may_be_cleared=True)
HOURS = Asked("wish_hours", "wish_hours", lambda _a, _k: _each_of(WishHours, "wish_hours"), may_be_cleared=True)
SWEDISH = Asked(
    "wish_swedish", "wish_swedish", lambda _a, _k: _each_of(SwedishLevel, "wish_swedish"), may_be_cleared=True
)
LICENCE = Asked("wish_licence", "wish_licence", lambda _a, _k: _each_of(Licence, "wish_licence"), may_be_cleared=True)
ADAPTATIONS = Asked("wish_needs", NEEDS, _adaptations)
