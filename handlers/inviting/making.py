"""Make an invitation: what the chat and the command line share."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncSession

from domain.invitation import VALID_FOR, hashed, new_code
from domain.role import Role
from storage import ledger
from storage.invitation import Invitation

LONGEST_NAME = 120
"""Of a person and of a company."""


@dataclass(frozen=True)
class Invitee:
    """Whom an invitation is for. A supplier contact speaks for a company; the city's own people don't."""

    name: str
    role: Role
    supplier_id: int | None


@dataclass(frozen=True)
class Made:
    """An invitation, with the code that the inviter passes on. It is kept nowhere, so it can't be shown again."""

    invitation: Invitation
    code: str


async def make(session: AsyncSession, invitee: Invitee, *, invited_by: int | None, now: datetime) -> Made:
    """Make an invitation and write it into the ledger; `invited_by` is None where the operator invites."""
    code = new_code()
    invitation = Invitation(
        code_hash=hashed(code),
        name=invitee.name,
        role=invitee.role,
        supplier_id=invitee.supplier_id,
        created_at=now,
        expires_at=now + VALID_FOR,
        invited_by=invited_by,
    )
    session.add(invitation)
    await session.flush()
    await ledger.record(
        session,
        "person_invited",
        at=now,
        actor_id=invited_by,
        supplier_id=invitee.supplier_id,
        about=about(invitation.id),
    )
    return Made(invitation, code)


def about(invitation_id: int) -> str:
    """How outbox and ledger name an invitation."""
    return f"invitation:{invitation_id}"
