"""What a matcher wants to be alerted about."""

from domain.frozen import frozen
from domain.slot import SlotKind, Trade

FEWEST_FOR_DIGEST = 3
"""From so many matchers up, one may choose to hear once a day: with fewer, an offer would wait for nobody to see it."""


@frozen
class AlertSettings:
    """What one matcher wants to be alerted about. An empty set leaves nothing out."""

    kinds: frozenset[SlotKind] = frozenset()
    trades: frozenset[Trade] = frozenset()
    areas: frozenset[str] = frozenset()
    is_digest: bool = False
    """Once in the morning instead of one by one."""

    @property
    def is_narrowed(self) -> bool:
        """Whether anything is left out."""
        return bool(self.kinds or self.trades or self.areas)

    def wants(self, kind: SlotKind, trade: Trade, area: str) -> bool:
        """Whether a slot like that is wanted."""
        return (
            (not self.kinds or kind in self.kinds)
            and (not self.trades or trade in self.trades)
            and (not self.areas or self.has_area(area))
        )

    def has_area(self, area: str) -> bool:
        """Whether the area is among the chosen ones, in whatever way each supplier has written it."""
        return area.casefold() in {chosen.casefold() for chosen in self.areas}

    def gathers(self, matchers: int) -> bool:
        """Whether alerts are gathered, given how many matchers there are."""
        return self.is_digest and matchers >= FEWEST_FOR_DIGEST
