"""What a list of slots is narrowed down to."""

from datetime import date
from enum import StrEnum

from domain.frozen import frozen
from domain.slot import SlotKind, Trade


class SlotFacet(StrEnum):
    """What slots can be told apart by."""

    KIND = "kind"
    TRADE = "trade"
    AREA = "area"


@frozen
class SlotFilter:
    """Only slots like this; None leaves nothing out.

    Attributes:
        today: Of the open ones only those whose last day is not over then.
    """

    kind: SlotKind | None = None
    trade: Trade | None = None
    area: str | None = None
    today: date | None = None

    def without(self, facet: SlotFacet) -> "SlotFilter":
        """The same with one facet open: so the values to choose from are those that lead to something."""
        return SlotFilter(
            kind=None if facet is SlotFacet.KIND else self.kind,
            trade=None if facet is SlotFacet.TRADE else self.trade,
            area=None if facet is SlotFacet.AREA else self.area,
            today=self.today,
        )
