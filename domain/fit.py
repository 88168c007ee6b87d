"""What fits: an offer beside what somebody looks for, ranked, with the reasons. People choose; nothing is decided here.

Kind and trade come first: one of the two is the very one that is looked for. Then area, time, hours, Swedish, licence,
and what the workplace can be like. What nobody has said counts neither for nor against: it is asked.
"""

from collections.abc import Callable, Iterable
from collections.abc import Set as AbstractSet
from datetime import date, timedelta
from enum import IntEnum
from typing import TypeVar

from domain.fit_reason import FitReason, Verdict
from domain.frozen import frozen
from domain.offered import LeadsToJob, Offered, Shift
from domain.slot import SlotKind, Trade
from domain.wish import Adaptation, Licence, SwedishLevel, Wished, WishHours

MOST_AGAINST = 2
"""What more than this speaks against is not worth anybody's time."""

LONG_WAIT = timedelta(weeks=8)
"""Who would wait longer than this from the day on which they can begin looks for something else meanwhile."""

AGREED_BETWEEN_PEOPLE = timedelta(weeks=2)
"""By so much a first day can be moved when people talk."""

CAN_LEAD_TO = {
    SlotKind.APPRENTICESHIP: (SlotKind.INTERNSHIP,),
    SlotKind.EMPLOYMENT: (SlotKind.INTERNSHIP, SlotKind.APPRENTICESHIP),
}
"""The kinds that can stand for one that is looked for: a step towards it. Never one that asks more of somebody."""

NEAR_TRADES: frozenset[frozenset[Trade]] = frozenset(
    frozenset(pair)
    for pair in (
        (Trade.PAINTING, Trade.FLOORING),
        (Trade.PAINTING, Trade.CONSTRUCTION),
        (Trade.FLOORING, Trade.CONSTRUCTION),
        (Trade.CLEANING, Trade.PROPERTY),
        (Trade.GROUNDS, Trade.PROPERTY),
        (Trade.VEHICLES, Trade.LOGISTICS),
    )
)
"""Trades in which much of the day's work is the same."""


class Rank(IntEnum):
    """How well an offer fits, in words that people use; a better one is higher."""

    NO = 0
    PERHAPS = 1
    """Something speaks against it; people may find a way."""
    AS_FAR_AS_KNOWN = 2
    """Nothing speaks against it, and something has to be asked."""
    FITS = 3


@frozen
class Fit:
    """How an offer and a wish fit.

    Attributes:
        judged: What came of each thing, in the order of its weight; None where nobody has asked for anything.
        missing: What the workplace has to be like and, as far as is known, can't.
    """

    judged: tuple[FitReason | None, ...]
    missing: AbstractSet[Adaptation] = frozenset()

    @property
    def reasons(self) -> tuple[FitReason, ...]:
        """All that can be said, the weightiest first."""
        return tuple(reason for reason in self.judged if reason is not None)

    @property
    def speaks_for(self) -> tuple[FitReason, ...]:
        """What fits."""
        return tuple(reason for reason in self.reasons if reason.verdict is Verdict.FITS)

    @property
    def speaks_against(self) -> tuple[FitReason, ...]:
        """What does not fit."""
        return tuple(reason for reason in self.reasons if reason.verdict < Verdict.TO_ASK)

    @property
    def to_ask(self) -> tuple[FitReason, ...]:
        """What nobody has said."""
        return tuple(reason for reason in self.reasons if reason.has_to_be_asked)

    @property
    def rank(self) -> Rank:
        """How well it fits."""
        kind, trade, against = self._verdicts[0], self._verdicts[1], len(self.speaks_against)
        is_neither = kind is Verdict.LOWERS and trade is not Verdict.FITS
        if min(self._verdicts) is Verdict.EXCLUDES or is_neither or against > MOST_AGAINST:
            return Rank.NO
        if against:
            return Rank.PERHAPS
        return Rank.AS_FAR_AS_KNOWN if self.to_ask else Rank.FITS

    @property
    def weight(self) -> tuple[int, ...]:
        """What sorts one before another: the rank, what speaks against, the weightiest first, and what is to ask."""
        return (self.rank, -len(self.speaks_against), *self._verdicts, -len(self.missing), -len(self.to_ask))

    @property
    def _verdicts(self) -> tuple[Verdict, ...]:
        return tuple(Verdict.FITS if reason is None else reason.verdict for reason in self.judged)


Key = TypeVar("Key")


def fitting_wishes(offered: Offered, wishes: Iterable[tuple[Key, Wished]], today: date) -> list[tuple[Key, Fit]]:
    """Which of the wishes, each with what it is known by, the offer may be something for, best first."""
    return _ordered((key, fit(wished, offered, today)) for key, wished in wishes)


def fitting_offers(wished: Wished, offers: Iterable[tuple[Key, Offered]], today: date) -> list[tuple[Key, Fit]]:
    """Which of the offers, each with what it is known by, may be something for that wish, best first."""
    return _ordered((key, fit(wished, offered, today)) for key, offered in offers)


def _ordered(found: Iterable[tuple[Key, Fit]]) -> list[tuple[Key, Fit]]:
    """Those that fit at all; what fits alike stays in its order."""
    fitting = [(key, how) for key, how in found if how.rank is not Rank.NO]
    return sorted(fitting, key=lambda each: each[1].weight, reverse=True)


def fit(wished: Wished, offered: Offered, today: date) -> Fit:
    """How they fit, on that day."""
    parts = PARTS if offered.kind in AT_A_WORKPLACE else PARTS_OF_ANY
    judged = tuple(part(wished, offered, today) if part in parts else None for part in PARTS)
    is_missing = FitReason.ADAPTATIONS_MISSING in judged
    return Fit(judged, wished.adaptations - offered.given if is_missing else frozenset())


def _kind(wished: Wished, offered: Offered, _today: date) -> FitReason:
    if offered.kind is wished.kind:
        return FitReason.KIND_SAME
    if offered.kind not in CAN_LEAD_TO.get(wished.kind, ()) or offered.leads_to_job is LeadsToJob.NO:
        return FitReason.KIND_OTHER
    return FitReason.KIND_MAY_LEAD_THERE if offered.leads_to_job else FitReason.KIND_LEADS_UNKNOWN


def _trade(wished: Wished, offered: Offered, _today: date) -> FitReason:
    if offered.trade is wished.trade:
        return FitReason.TRADE_UNNAMED if wished.trade is Trade.OTHER else FitReason.TRADE_SAME
    return FitReason.TRADE_NEAR if frozenset({wished.trade, offered.trade}) in NEAR_TRADES else FitReason.TRADE_OTHER


def _area(wished: Wished, offered: Offered, _today: date) -> FitReason | None:
    if wished.area_id is None:
        return None
    if offered.area_id is None:
        return FitReason.AREA_UNKNOWN
    return FitReason.AREA_SAME if offered.area_id == wished.area_id else FitReason.AREA_OTHER


def _time(wished: Wished, offered: Offered, today: date) -> FitReason:
    can_begin = max(wished.from_on or today, today)
    if offered.ends_on is not None and offered.ends_on < can_begin:
        return FitReason.TIME_OVER
    if offered.starts_on is None:
        return FitReason.TIME_UNKNOWN
    begins = max(offered.starts_on, today)
    if begins < can_begin - AGREED_BETWEEN_PEOPLE:
        return FitReason.TIME_EARLIER
    return FitReason.TIME_LATER if begins > can_begin + LONG_WAIT else FitReason.TIME_FITS


def _hours(wished: Wished, offered: Offered, _today: date) -> FitReason | None:
    match wished.hours:
        case None:
            return None
        case WishHours.FULL:
            return _full_time(offered)
        case WishHours.PART:
            return _part_time(offered)
        case WishHours.MORNINGS:
            return _part_of_the_day(offered, Adaptation.MORNING_HOURS, {Shift.EVENING, Shift.NIGHT})
        case WishHours.AFTERNOONS:
            return _part_of_the_day(offered, None, {Shift.NIGHT})


def _full_time(offered: Offered) -> FitReason:
    if offered.is_full_time is None:
        return FitReason.HOURS_UNKNOWN
    return FitReason.HOURS_FIT if offered.is_full_time else FitReason.HOURS_FEWER


def _part_time(offered: Offered) -> FitReason:
    if offered.is_full_time is False or Adaptation.SHORT_DAYS in offered.given:
        return FitReason.HOURS_FIT
    return FitReason.HOURS_UNKNOWN if offered.is_full_time is None else FitReason.HOURS_MORE


def _part_of_the_day(offered: Offered, given_as: Adaptation | None, at_other_times: set[Shift]) -> FitReason:
    """Which hours of the day it can be is asked, unless the workplace has said that it can."""
    if given_as in offered.given:
        return FitReason.HOURS_FIT
    if offered.shift in at_other_times:
        return FitReason.HOURS_OTHER
    return FitReason.HOURS_MORE if offered.is_full_time else FitReason.HOURS_UNKNOWN


def _swedish(wished: Wished, offered: Offered, _today: date) -> FitReason | None:
    had, asked = wished.swedish, offered.swedish_asked
    if had is None:
        return None if asked in {None, SwedishLevel.NONE} else FitReason.SWEDISH_UNTOLD
    steps = _step(offered.most_swedish_asked) - _step(had)
    if steps <= 0:
        return FitReason.SWEDISH_ENOUGH
    if asked is None:
        return FitReason.SWEDISH_UNKNOWN
    return FitReason.SWEDISH_LITTLE_MORE if steps == 1 else FitReason.SWEDISH_TOO_MUCH


def _step(level: SwedishLevel) -> int:
    return list(SwedishLevel).index(level)


def _licence(wished: Wished, offered: Offered, _today: date) -> FitReason | None:
    had, asked = wished.licence, offered.licence
    if asked is Licence.NONE or (asked is None and had is not Licence.NONE):
        return None
    if asked is None:
        return FitReason.LICENCE_UNKNOWN
    if had == asked or (had, asked) == (Licence.C, Licence.B):
        return FitReason.LICENCE_ENOUGH
    # A wish names one licence: who drives a truck may drive a car too, and the other way round.
    is_another_sort = Licence.TRUCK in {had, asked} and had is not Licence.NONE
    return FitReason.LICENCE_UNTOLD if had is None or is_another_sort else FitReason.LICENCE_MISSING


def _adaptations(wished: Wished, offered: Offered, _today: date) -> FitReason | None:
    if wished.adaptations <= offered.given:
        return FitReason.ADAPTATIONS_GIVEN if wished.adaptations else None
    return FitReason.ADAPTATIONS_UNKNOWN if offered.adaptations is None else FitReason.ADAPTATIONS_MISSING


def _places(_wished: Wished, offered: Offered, _today: date) -> FitReason | None:
    return None if offered.places_left else FitReason.NO_PLACE_LEFT


Part = Callable[[Wished, Offered, date], FitReason | None]

PARTS: tuple[Part, ...] = (_kind, _trade, _area, _time, _hours, _swedish, _licence, _adaptations, _places)
"""What is compared, the weightiest first."""
PARTS_OF_ANY: tuple[Part, ...] = (_kind, _trade, _area, _time, _places)
"""A mentor is met now and then, and nobody works there."""
AT_A_WORKPLACE = frozenset({SlotKind.INTERNSHIP, SlotKind.APPRENTICESHIP, SlotKind.EMPLOYMENT})
