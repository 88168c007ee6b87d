"""The reversed question: nobody has offered such a place, so who is most likely to say yes, and who is not asked?

Pure rules. What is looked up for them stands in `storage/wishes/likely_supplier.py`.
"""

from collections.abc import Iterable, Sequence
from datetime import date, datetime, timedelta
from enum import StrEnum

from domain.evaluation import Verdict
from domain.frozen import frozen
from domain.slot import SlotKind, Trade

QUIET_FOR = timedelta(weeks=4)
"""No supplier is asked twice within so long, whoever asks and for whichever wish."""

MOST_ASKED = 3
MONTHS_OFFERED = 4
"""Whoever answers *later* chooses among so many months."""


class ReversedAnswer(StrEnum):
    """What a supplier has answered."""

    YES = "yes"
    LATER = "later"
    NO_TIME = "no_time"
    NO_TASKS = "no_tasks"
    NO_SUPERVISOR = "no_supervisor"
    NO_OTHER = "no_other"


REFUSALS = (
    ReversedAnswer.NO_SUPERVISOR,
    ReversedAnswer.NO_TASKS,
    ReversedAnswer.NO_TIME,
    ReversedAnswer.NO_OTHER,
)
"""*Nej, därför att …*, in the order in which the reasons are offered."""


class Why(StrEnum):
    """Why a supplier is asked: its own doing, never anything about who looks. The likeliest to say yes first."""

    SAID_LATER = "said_later"
    """It answered an earlier question with a month that has come."""
    TAKEN = "taken"
    """It has taken on people in this kind and trade."""
    PROMISED = "promised"
    """A contract of its own asks for places of this kind that are not offered yet."""
    PLANNED = "planned"
    """A contract of its own waits for something that it offers."""
    OFFERED = "offered"
    """It has offered this kind in this trade before."""
    TAKEN_OTHERWISE = "taken_otherwise"
    """It has taken on people in this trade, in another kind."""
    IN_TRADE = "in_trade"
    """This is its trade."""


class Barrier(StrEnum):
    """Why a supplier is not asked now."""

    HELD = "held"
    """Reminders rest in one of its contracts, or somebody follows it up outside the bot."""
    NOBODY_HERE = "nobody_here"
    """Nobody of it is in and in reach, or all are away."""
    ASKED_FOR_IT = "asked_for_it"
    """It was asked for this very wish, and has said no, or nothing: one question is enough."""
    ASKED_LATELY = "asked_lately"
    LATER = "later"
    """It has asked to be asked in a month that has not come."""
    CITYS_TURN = "citys_turn"
    """It has offered just this, and the city has not found anybody for it yet."""


@frozen
class Earlier:
    """What a supplier was asked before.

    Attributes:
        is_for_this: Whether it was for the same wish.
        is_alike: Whether it was about the same kind and trade.
        later_on: The first day of the month that it named instead.
    """

    asked_at: datetime
    is_for_this: bool = False
    is_alike: bool = True
    later_on: date | None = None


@frozen
class Candidate:
    """A supplier that might say yes, as far as the city knows it.

    Attributes:
        is_of_trade: Whether the trade is its own.
        taken: How many people it has taken on in this kind and trade.
        taken_otherwise: How many in this trade, in other kinds.
        offered: How often it has offered this kind in this trade.
        again: What it said last when it was asked whether it would again.
        is_in_area: Whether it has offered anything in that area.
        promise: The registry number of a contract that asks it for places of this kind; empty where none does.
        plan: The registry number of one that waits for something that it offers.
        contract_id: The contract of the promise, else of the plan.
        is_held: See `Barrier.HELD`.
        is_anybody_here: Whether somebody of it can answer.
        waits_for_city: See `Barrier.CITYS_TURN`.
        earlier: What it was asked before, as far as that matters still.
    """

    supplier_id: int
    name: str
    is_of_trade: bool = False
    taken: int = 0
    taken_otherwise: int = 0
    offered: int = 0
    again: Verdict | None = None
    is_in_area: bool = False
    promise: str = ""
    plan: str = ""
    contract_id: int | None = None
    is_held: bool = False
    is_anybody_here: bool = True
    waits_for_city: bool = False
    earlier: Sequence[Earlier] = ()


@frozen
class Reason:
    """Why this supplier, as it is told.

    Attributes:
        taken: How many people it has taken on, where that is why.
        contract: The contract, where that is why.
    """

    why: Why
    taken: int = 0
    contract: str = ""


@frozen
class Likely:
    """A supplier that can be asked, and why it.

    Attributes:
        contract_id: The contract whose contact is asked, where that is why.
    """

    supplier_id: int
    name: str
    reason: Reason
    contract_id: int | None = None


@frozen
class Place:
    """What is asked for: all that a supplier ever learns of a wish.

    Attributes:
        area_id: The area of the city's list; None where any will do.
        month_on: The first day of the month from which somebody looks.
    """

    kind: SlotKind
    trade: Trade
    area_id: int | None
    month_on: date


def month_of(from_on: date | None, today: date) -> date:
    """The month that is asked about: the one that is wished for, or this one where that is past or open."""
    return max(from_on or today, today).replace(day=1)


def months_later(month_on: date, today: date) -> list[date]:
    """The months that *later* offers: those after the one that was asked about, or after this one."""
    first = max(month_on, today.replace(day=1))
    return [_months_after(first, ahead) for ahead in range(1, MONTHS_OFFERED + 1)]


def barrier(candidate: Candidate, now: datetime, today: date) -> Barrier | None:
    """Why the supplier is not asked now; None where it may be."""
    if candidate.is_held:
        return Barrier.HELD
    if not candidate.is_anybody_here:
        return Barrier.NOBODY_HERE
    latest = _latest(candidate.earlier)
    if latest is not None and latest.later_on is not None and latest.later_on > today:
        return Barrier.LATER
    if any(each.is_for_this and each.later_on is None for each in candidate.earlier):
        return Barrier.ASKED_FOR_IT
    if latest is not None and latest.asked_at > now - QUIET_FOR:
        return Barrier.ASKED_LATELY
    return Barrier.CITYS_TURN if candidate.waits_for_city else None


def reason(candidate: Candidate) -> Reason | None:
    """The best reason why this supplier may say yes; None where there is none, or it has said that it would not again.

    The trade comes first: whoever has nothing to do with it is not asked, whatever its contracts say.
    """
    is_known_in_trade = candidate.is_of_trade or candidate.taken or candidate.taken_otherwise or candidate.offered
    if not is_known_in_trade or candidate.again is Verdict.NO:
        return None
    alike = _latest([each for each in candidate.earlier if each.is_alike])
    if alike is not None and alike.later_on is not None:
        return Reason(Why.SAID_LATER)
    if candidate.taken:
        return Reason(Why.TAKEN, taken=candidate.taken)
    if candidate.promise or candidate.plan:
        why = Why.PROMISED if candidate.promise else Why.PLANNED
        return Reason(why, contract=candidate.promise or candidate.plan)
    if candidate.offered:
        return Reason(Why.OFFERED)
    return Reason(Why.TAKEN_OTHERWISE if candidate.taken_otherwise else Why.IN_TRADE)


def likely(candidates: Iterable[Candidate], now: datetime, today: date) -> list[Likely]:
    """Those who may be asked, the likeliest first."""
    may_be_asked = [
        (_rank(candidate, why), _likely(candidate, why))
        for candidate in candidates
        if (why := reason(candidate)) is not None and barrier(candidate, now, today) is None
    ]
    return [each for _, each in sorted(may_be_asked, key=lambda ranked: ranked[0])]


def _likely(candidate: Candidate, why: Reason) -> Likely:
    contract_id = candidate.contract_id if why.contract else None
    return Likely(candidate.supplier_id, candidate.name, why, contract_id)


def _rank(candidate: Candidate, why: Reason) -> tuple[int, bool, bool, int, int]:
    """Why it is asked weighs most, then the area, then how it went; of equals whoever came in first."""
    weight = list(Why).index(why.why)
    return weight, not candidate.is_in_area, candidate.again is not Verdict.YES, -candidate.taken, candidate.supplier_id


def _latest(earlier: Sequence[Earlier]) -> Earlier | None:
    return max(earlier, key=lambda each: each.asked_at, default=None)


def _months_after(month_on: date, ahead: int) -> date:
    year, month = divmod(month_on.year * 12 + month_on.month - 1 + ahead, 12)
    return date(year, month + 1, 1)
