"""Which kinds of contribution suit a trade: at the work that is bought, or beside it.

A choice, made from who gave what: the programme's first results name apprenticeships in painting, floors and cleaning,
employments in parks and services, mentors from consultants, and visits and lectures (domain.md §1). It is advice: any
supplier may give anything.
"""

from collections.abc import Mapping
from enum import StrEnum

from domain.slot import SlotKind, Trade


class WorkSort(StrEnum):
    """What sort of work a trade is, as far as it decides what somebody could come to."""

    CRAFT = "craft"
    """An occupation that is learned at work, with a certificate at the end."""
    SERVICE = "service"
    """Much of it can be learned on the spot."""
    KNOWLEDGE = "knowledge"
    """Those who work there have something to tell."""
    UNTOLD = "untold"
    """The trade is not known, or none of the list."""


def sort_of(trade: Trade | None) -> WorkSort:
    """What sort of work it is."""
    return WorkSort.UNTOLD if trade is None else _SORTS[trade]


def at_work(sort: WorkSort) -> tuple[SlotKind, ...]:
    """What suits where there is work for several and for long: places, the first first."""
    return _AT_WORK[sort]


def beside_work(sort: WorkSort) -> tuple[SlotKind, ...]:
    """What suits where there is no work that somebody could come to."""
    return _BESIDE_WORK[sort]


_SORTS: Mapping[Trade, WorkSort] = {
    Trade.PAINTING: WorkSort.CRAFT,
    Trade.FLOORING: WorkSort.CRAFT,
    Trade.CONSTRUCTION: WorkSort.CRAFT,
    Trade.ELECTRICITY: WorkSort.CRAFT,
    Trade.PLUMBING: WorkSort.CRAFT,
    Trade.VEHICLES: WorkSort.CRAFT,
    Trade.CLEANING: WorkSort.SERVICE,
    Trade.GROUNDS: WorkSort.SERVICE,
    Trade.PROPERTY: WorkSort.SERVICE,
    Trade.KITCHEN: WorkSort.SERVICE,
    Trade.LOGISTICS: WorkSort.SERVICE,
    Trade.CARE: WorkSort.SERVICE,
    Trade.OFFICE: WorkSort.KNOWLEDGE,
    Trade.OTHER: WorkSort.UNTOLD,
}

_AT_WORK: Mapping[WorkSort, tuple[SlotKind, ...]] = {
    WorkSort.CRAFT: (SlotKind.INTERNSHIP, SlotKind.APPRENTICESHIP),
    WorkSort.SERVICE: (SlotKind.INTERNSHIP, SlotKind.EMPLOYMENT),
    WorkSort.KNOWLEDGE: (SlotKind.INTERNSHIP, SlotKind.MENTOR),
    WorkSort.UNTOLD: (SlotKind.INTERNSHIP, SlotKind.STUDY_VISIT),
}

_BESIDE_WORK: Mapping[WorkSort, tuple[SlotKind, ...]] = {
    WorkSort.CRAFT: (SlotKind.STUDY_VISIT, SlotKind.MENTOR),
    WorkSort.SERVICE: (SlotKind.STUDY_VISIT,),
    WorkSort.KNOWLEDGE: (SlotKind.MENTOR, SlotKind.LECTURE),
    WorkSort.UNTOLD: (SlotKind.STUDY_VISIT, SlotKind.LECTURE),
}
