"""Invitations: the only way in."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import ColumnElement, ForeignKey, String, and_, func, select, update
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, mapped_column

from domain.access import may
from domain.action import Action
from domain.actor import Actor
from domain.contact import LONGEST_NAME
from domain.reference import Noun, Reference
from domain.role import Role
from domain.subject import InvitationSubject
from storage.base import Base, Id, coded, partial_index
from storage.people.person import Person
from storage.people.supplier import Supplier


class Invitation(Base):
    """One person's way in, bound to a role and a supplier. The code itself is never kept."""

    __tablename__ = "invitation"
    __table_args__ = (
        partial_index("ix_invitation_unused", "created_at", "id", where="redeemed_at IS NULL AND undone_at IS NULL"),
        partial_index("ix_invitation_redeemed_by", "redeemed_by", where="redeemed_by IS NOT NULL"),
    )

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    code_hash: Mapped[str] = mapped_column(String(64), unique=True)
    name: Mapped[str] = mapped_column(String(LONGEST_NAME))
    role: Mapped[Role] = mapped_column(coded(Role))
    supplier_id: Mapped[int | None] = mapped_column(ForeignKey(Supplier.id))
    created_at: Mapped[datetime]
    expires_at: Mapped[datetime]
    redeemed_at: Mapped[datetime | None]
    redeemed_by: Mapped[int | None] = mapped_column(ForeignKey(Person.id))
    invited_by: Mapped[int | None] = mapped_column(ForeignKey(Person.id))
    """None where the operator invited from the command line."""
    undone_at: Mapped[datetime | None]
    contact_id: Mapped[int | None] = mapped_column(Id, ForeignKey("contact.id"), index=True)
    """The contact of a contract whom it lets in, where it was made for one."""

    @property
    def subject(self) -> InvitationSubject:
        """The invitation as the rules of access see it."""
        return InvitationSubject(role=self.role)

    @property
    def reference(self) -> Reference:
        """How outbox and ledger name it."""
        return Reference(Noun.INVITATION, self.id)


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


async def redeem_as_contact(
    session: AsyncSession, code_hash: str, *, supplier_id: int, person_id: int, now: datetime
) -> Invitation | None:
    """Use up the invitation of a contact of that company by somebody who is in for it already."""
    return await session.scalar(
        update(Invitation)
        .where(
            Invitation.code_hash == code_hash,
            Invitation.contact_id.is_not(None),
            Invitation.supplier_id == supplier_id,
            _is_unused(),
            Invitation.expires_at > now,
        )
        .values(redeemed_at=now, redeemed_by=person_id)
        .returning(Invitation),
    )


async def find(session: AsyncSession, invitation_id: int) -> Invitation | None:
    """The invitation with that id, as it is now."""
    return await session.get(Invitation, invitation_id, populate_existing=True)


async def undo(session: AsyncSession, invitation_id: int, *, now: datetime) -> bool:
    """Let the invitation stop working; False where somebody has used it, or where it was undone before."""
    undone = await session.execute(
        update(Invitation)
        .where(Invitation.id == invitation_id, _is_unused())
        .values(undone_at=now)
        .returning(Invitation.id),
    )
    return undone.first() is not None


async def undo_all(session: AsyncSession, invitation_ids: Sequence[int], *, now: datetime) -> Sequence[Invitation]:
    """Let those of them that nobody has used stop working, and return these."""
    return await _undone(session, Invitation.id.in_(invitation_ids), now=now)


async def undo_of_contacts(session: AsyncSession, contact_ids: Sequence[int], *, now: datetime) -> Sequence[Invitation]:
    """Let every unused invitation of these contacts stop working, and return these."""
    return await _undone(session, Invitation.contact_id.in_(contact_ids), now=now)


async def used_by(session: AsyncSession, person_id: int) -> Invitation | None:
    """The invitation by which somebody came in, the last time that they did."""
    return await session.scalar(
        select(Invitation)
        .where(Invitation.redeemed_by == person_id)
        .order_by(Invitation.redeemed_at.desc(), Invitation.id.desc())
        .limit(1),
    )


async def unused(session: AsyncSession, viewer: Actor, *, at_most: int, after: int) -> Sequence[Invitation]:
    """A page of who is invited and not in yet, the latest first; nobody for one who may not see people."""
    if not may(viewer, Action.SEE_PEOPLE):
        return []
    latest_first = select(Invitation).where(_is_unused()).order_by(Invitation.created_at.desc(), Invitation.id.desc())
    return (await session.scalars(latest_first.limit(at_most).offset(after))).all()


async def count_unused(session: AsyncSession, viewer: Actor) -> int:
    """How many are invited and not in yet."""
    if not may(viewer, Action.SEE_PEOPLE):
        return 0
    return await session.scalar(select(func.count()).select_from(Invitation).where(_is_unused())) or 0


async def is_out(session: AsyncSession, *, now: datetime) -> bool:
    """Whether somebody of the city's has invited a person who can still come in by it."""
    still_good = select(Invitation.id).where(
        _is_unused(), Invitation.invited_by.is_not(None), Invitation.expires_at > now
    )
    return await session.scalar(still_good.limit(1)) is not None


async def _undone(session: AsyncSession, are_meant: ColumnElement[bool], *, now: datetime) -> Sequence[Invitation]:
    return (
        await session.scalars(
            update(Invitation).where(are_meant, _is_unused()).values(undone_at=now).returning(Invitation)
        )
    ).all()


def _is_unused() -> ColumnElement[bool]:
    return and_(Invitation.redeemed_at.is_(None), Invitation.undone_at.is_(None))
