"""Where it pays to ask for social requirements: a verdict a thing, and what follows. People decide; this is advice.

Two things are read of one large city (domain.md §9.8): the work takes more than four months, and it needs more than one
employee. No other threshold is known, so none stands here: not of value, not of the share of labour. What nobody has
said counts neither for nor against; it is to be found out. The city's own experience is used with its n, or not at all.
"""

from collections.abc import Iterable
from enum import IntEnum, StrEnum
from typing import TypeVar

from domain.contribution import WorkSort, at_work, beside_work, sort_of
from domain.enough import are_enough
from domain.frozen import frozen
from domain.procurement import Level, ProcurementFacts
from domain.slot import SlotKind

LONGER_THAN_MONTHS = 4
MORE_THAN_PEOPLE = 1


class Holds(IntEnum):
    """Whether something is so; a better answer is higher."""

    NO = 0
    UNKNOWN = 1
    YES = 2


class Worth(IntEnum):
    """What asking would give, in words that people use; more is higher."""

    OTHERWISE = 0
    """There is not work enough to come to: another contribution suits."""
    PERHAPS = 1
    """Nothing speaks against it, and something has to be found out."""
    MOST = 2
    """The work is long enough, and needs several."""


class Missing(StrEnum):
    """What is not known of a procurement, and would tell more; worded in the table [procurement_missing]."""

    LENGTH = "length"
    PEOPLE = "people"
    TRADE = "trade"
    REQUIREMENTS = "requirements"


@frozen
class Experience:
    """What came of the city's own offers of places in a trade.

    Attributes:
        led: Of how many of them somebody has begun, as both sides say.
        offers: How many there were, those alone whose time is over or in which somebody has begun.
    """

    led: int = 0
    offers: int = 0

    @property
    def says_something(self) -> bool:
        """Whether there are enough to say anything."""
        return are_enough(self.offers)

    @property
    def share(self) -> float:
        """How many of them led to a start, from 0 to 1; 0 where there are too few to say."""
        return self.led / self.offers if self.says_something else 0.0


@frozen
class Advice:
    """What speaks for asking, and what follows from it.

    Attributes:
        known: What is known of the procurement. Its value decides nothing.
        experience: What came of the city's own offers in its trade.
    """

    known: ProcurementFacts
    experience: Experience = Experience()

    @property
    def is_long(self) -> Holds:
        """Whether the work takes long enough."""
        return _more_than(LONGER_THAN_MONTHS, self.known.months)

    @property
    def needs_several(self) -> Holds:
        """Whether it needs more than one employee."""
        return _more_than(MORE_THAN_PEOPLE, self.known.headcount)

    @property
    def worth(self) -> Worth:
        """What asking would give."""
        if Holds.NO in self._both:
            return Worth.OTHERWISE
        return Worth.PERHAPS if Holds.UNKNOWN in self._both else Worth.MOST

    @property
    def level(self) -> Level:
        """How far to go. A bonus is never advised: nothing that was read says when one pays."""
        if self._both == (Holds.NO, Holds.NO):
            return Level.NONE
        knows_what_can_be_met = self.experience.says_something and self.experience.led > 0
        return Level.NUMBERS if self.worth is Worth.MOST and knows_what_can_be_met else Level.DIALOGUE

    @property
    def sort(self) -> WorkSort:
        """What sort of work it is."""
        return sort_of(self.known.trade)

    @property
    def kinds(self) -> tuple[SlotKind, ...]:
        """The kinds of contribution that suit."""
        return beside_work(self.sort) if self.worth is Worth.OTHERWISE else at_work(self.sort)

    @property
    def missing(self) -> tuple[Missing, ...]:
        """What is to be found out, what decides most first."""
        facts = {
            Missing.LENGTH: self.known.months,
            Missing.PEOPLE: self.known.headcount,
            Missing.TRADE: self.known.trade,
            Missing.REQUIREMENTS: self.known.requirements,
        }
        return tuple(each for each in Missing if facts[each] is None)

    @property
    def weight(self) -> tuple[float, ...]:
        """What sorts one before another: what asking gives, what speaks against it, what is known, then how much."""
        how_much = (self.known.headcount, self.known.months, self.known.labour_share)
        against, unknown = self._both.count(Holds.NO), self._both.count(Holds.UNKNOWN)
        return (self.worth, -against, -unknown, *(each or 0 for each in how_much), self.experience.share)

    @property
    def _both(self) -> tuple[Holds, Holds]:
        return self.is_long, self.needs_several


Key = TypeVar("Key")


def ranked(planned: Iterable[tuple[Key, Advice]]) -> list[tuple[Key, Advice]]:
    """Where asking gives most first; what is alike stays in its order."""
    return sorted(planned, key=lambda each: each[1].weight, reverse=True)


def _more_than(limit: int, number: int | None) -> Holds:
    if number is None:
        return Holds.UNKNOWN
    return Holds.YES if number > limit else Holds.NO
