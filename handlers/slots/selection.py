"""Where somebody is in a list of slots: small enough to travel in every button, so that nothing has to be kept."""

from collections.abc import Sequence
from dataclasses import replace
from enum import StrEnum
from typing import Any, TypeVar

from domain.frozen import frozen
from domain.slot import SlotKind, Trade
from domain.slot_filter import SlotFacet

Coded = TypeVar("Coded", bound=StrEnum)


@frozen
class Selection:
    """A page of a list, and what the list is narrowed down to.

    Attributes:
        page: From 0.
        kind: Only slots of this kind.
        trade: Only slots in this trade.
        area_of: Only slots in the same area as the slot with this id, since a button has no room for its name; 0
            where every area is shown.
    """

    page: int = 0
    kind: SlotKind | None = None
    trade: Trade | None = None
    area_of: int = 0

    @property
    def numbers(self) -> tuple[int, int, int, int]:
        """As a button carries it."""
        return (self.page, _place(SlotKind, self.kind), _place(Trade, self.trade), self.area_of)

    @property
    def is_narrowed(self) -> bool:
        """Whether anything is left out."""
        return self.kind is not None or self.trade is not None or self.area_of != 0

    def narrowed(self, facet: SlotFacet, value: Any) -> "Selection":
        """From the first page, with another value of that facet."""
        field = "area_of" if facet is SlotFacet.AREA else facet.value
        return replace(self, page=0, **{field: value})


def selection_of(numbers: Sequence[int]) -> Selection:
    """What a button carried; whatever it can't have meant is left open."""
    page, kind, trade, area_of = (*numbers, 0, 0, 0, 0)[:4]
    return Selection(page, _member(SlotKind, kind), _member(Trade, trade), area_of)


def _place(kind: type[Coded], member: Coded | None) -> int:
    return 0 if member is None else list(kind).index(member) + 1


def _member(kind: type[Coded], place: int) -> Coded | None:
    members = list(kind)
    return members[place - 1] if 0 < place <= len(members) else None
