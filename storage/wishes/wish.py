"""Wishes: what kind of place somebody looks for, by a random code. Who it is stands in the city's case system alone.

Only matchers see them. Nothing of a wish is written into another table, but for the links that its disposal empties.
"""

from datetime import date, datetime

from sqlalchemy import ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from domain.reference import Noun, Reference
from domain.slot import SlotKind, Trade
from domain.wish import Adaptation, Licence, SwedishLevel, Wished, WishHours, WishStatus
from storage.base import Base, Id, coded
from storage.people.person import Person
from storage.slots.area import Area


class Wish(Base):
    """What one resident looks for; the code stays theirs while they are in the programme."""

    __tablename__ = "wish"
    __table_args__ = (
        Index("ix_wish_matcher_id", "matcher_id", "status"),
        Index("ix_wish_next_at", "next_at", sqlite_where="next_at IS NOT NULL", postgresql_where="next_at IS NOT NULL"),
        # The number of one that was disposed of never comes again: what still carries it must not lead to another.
        {"sqlite_autoincrement": True},
    )

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    code: Mapped[str] = mapped_column(String(12), unique=True)
    matcher_id: Mapped[int] = mapped_column(ForeignKey(Person.id))
    """Whose wish it is to find a place for."""
    kind: Mapped[SlotKind] = mapped_column(coded(SlotKind))
    trade: Mapped[Trade] = mapped_column(coded(Trade))
    area_id: Mapped[int | None] = mapped_column(ForeignKey(Area.id))
    """None where any area will do."""
    from_on: Mapped[date | None]
    hours: Mapped[WishHours | None] = mapped_column(coded(WishHours))
    swedish: Mapped[SwedishLevel | None] = mapped_column(coded(SwedishLevel))
    licence: Mapped[Licence | None] = mapped_column(coded(Licence))
    adaptations: Mapped[list[str]]
    """By the names of `Adaptation`."""
    status: Mapped[WishStatus] = mapped_column(coded(WishStatus))
    revision: Mapped[int]
    created_at: Mapped[datetime]
    touched_at: Mapped[datetime]
    """When a matcher last did something with it; what nobody touches for long is asked about, and disposed of."""
    next_at: Mapped[datetime | None]
    """When the clock comes to it next."""

    @property
    def wished(self) -> Wished:
        """As the rules of matching see it."""
        needs = frozenset(Adaptation(each) for each in self.adaptations)
        return Wished(self.kind, self.trade, self.area_id, self.from_on, self.hours, self.swedish, self.licence, needs)

    @property
    def reference(self) -> Reference:
        """How outbox and ledger name it."""
        return Reference(Noun.WISH, self.id)
