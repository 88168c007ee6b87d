"""Pictures that were drawn, by a hash of all that they show: what shows the same is drawn once."""

from datetime import datetime

from sqlalchemy import LargeBinary, String
from sqlalchemy.orm import Mapped, mapped_column

from storage.base import Base


class Picture(Base):
    """One picture, as a file."""

    __tablename__ = "picture"

    hash: Mapped[str] = mapped_column(String(64), primary_key=True)
    content: Mapped[bytes] = mapped_column(LargeBinary)
    drawn_at: Mapped[datetime]
