"""Invitations: the only way in."""

from datetime import datetime

from sqlalchemy import ForeignKey, String, update
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, mapped_column

from domain.role import Role
from storage.base import Base, Id, coded
from storage.person import Person
from storage.supplier import Supplier


class Invitation(Base):
    """One person's way in, bound to a role and a supplier. The code itself is never kept."""

    __tablename__ = "invitation"

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    code_hash: Mapped[str] = mapped_column(String(64), unique=True)
    name: Mapped[str] = mapped_column(String(120))
    role: Mapped[Role] = mapped_column(coded(Role))
    supplier_id: Mapped[int | None] = mapped_column(ForeignKey(Supplier.id))
    created_at: Mapped[datetime]
    expires_at: Mapped[datetime]
    redeemed_at: Mapped[datetime | None]
    redeemed_by: Mapped[int | None] = mapped_column(ForeignKey(Person.id))
    invited_by: Mapped[int | None] = mapped_column(ForeignKey(Person.id))
    """None where the operator invited from the command line."""
    undone_at: Mapped[datetime | None]


async def redeem(session: AsyncSession, code_hash: str, *, now: datetime) -> Invitation | None:
    """Use the invitation up, if it is still good: one guarded update, so that of many at once one wins."""
    return await session.scalar(
        update(Invitation)
        .where(
            Invitation.code_hash == code_hash,
            Invitation.redeemed_at.is_(None),
            Invitation.undone_at.is_(None),
            Invitation.expires_at > now,
        )
        .values(redeemed_at=now)
        .returning(Invitation),
    )
