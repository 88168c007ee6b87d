"""What is added to offers in a list that would read alike, so that each is told from the others."""

from collections import defaultdict
from collections.abc import Hashable, Sequence
from datetime import date
from enum import StrEnum

from domain.frozen import frozen


class Mark(StrEnum):
    """What an offer is told apart by, the most telling first."""

    START = "start"
    """Its first day, where the list itself doesn't name that."""
    CONTRACT = "contract"
    """The number of the contract that it is offered under."""
    REPORTED = "reported"
    """The day on which it was offered."""
    PLACE = "place"
    """Its place among those that read alike, the oldest first: where nothing else tells them apart."""


@frozen
class Listed:
    """An offer as a list tells of it.

    Attributes:
        reads: What the list says of it; what is the same for two of them reads alike.
        number: Which offer it is; later ones have larger numbers.
        contract: The number of its contract; empty where it has none.
        reported_on: The day on which it was offered.
        starts_on: Its first day, where the list doesn't say it; None where it does.
    """

    reads: Hashable
    number: int
    contract: str
    reported_on: date
    starts_on: date | None = None


@frozen
class Apart:
    """What is added to one offer, of which only the one that the mark names is there."""

    mark: Mark
    text: str = ""
    day: date | None = None


def told_apart(listed: Sequence[Listed]) -> list[Apart | None]:
    """What to add to each, in their order; None where nothing else in the list reads like it."""
    alike: dict[Hashable, list[Listed]] = defaultdict(list)
    for each in listed:
        alike[each.reads].append(each)
    return [_apart(each, alike[each.reads]) if len(alike[each.reads]) > 1 else None for each in listed]


def _apart(one: Listed, alike: Sequence[Listed]) -> Apart:
    if _differ([each.starts_on for each in alike]):
        return Apart(Mark.START, day=one.starts_on)
    if _differ([each.contract for each in alike]):
        return Apart(Mark.CONTRACT, text=one.contract)
    if _differ([each.reported_on for each in alike]):
        return Apart(Mark.REPORTED, day=one.reported_on)
    return Apart(Mark.PLACE, text=str(1 + sum(each.number < one.number for each in alike)))


def _differ(values: Sequence[Hashable]) -> bool:
    """Whether each has one, and no two have the same."""
    return all(values) and len(set(values)) == len(values)
