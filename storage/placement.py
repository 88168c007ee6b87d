"""Placements: a resident in a slot, by a random code. Who it is stays in the city's own case system."""

from datetime import datetime

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from domain.placement import PlacementStatus
from storage.base import Base, Id, coded
from storage.person import Person
from storage.slot import Slot


class Placement(Base):
    """One start in a slot."""

    __tablename__ = "placement"

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    code: Mapped[str] = mapped_column(String(12), unique=True)
    slot_id: Mapped[int] = mapped_column(ForeignKey(Slot.id), index=True)
    status: Mapped[PlacementStatus] = mapped_column(coded(PlacementStatus))
    started_by: Mapped[int] = mapped_column(ForeignKey(Person.id))
    """The matcher who says so."""
    started_at: Mapped[datetime]
    settled_by: Mapped[int | None] = mapped_column(ForeignKey(Person.id))
    settled_at: Mapped[datetime | None]
