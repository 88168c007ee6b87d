"""Invite somebody from the command line: a code for one person, bound to a role and, for suppliers, a company."""

from dataclasses import dataclass
from datetime import datetime

from domain.invitation import VALID_FOR, hashed, new_code
from domain.role import Role
from storage import ledger, supplier
from storage.database import Database
from storage.invitation import Invitation

LONGEST_NAME = 120


@dataclass(frozen=True)
class Invited:
    """What the inviter passes on. The code is nowhere kept, so it can't be shown again."""

    code: str
    expires_at: datetime


async def invite(database: Database, role: Role, *, name: str, supplier_name: str | None, now: datetime) -> Invited:
    """Make an invitation; a supplier that is new is created."""
    code, expires_at = new_code(), now + VALID_FOR
    async with database.write() as session:
        company = await supplier.found_or_created(session, supplier_name, now=now) if supplier_name else None
        supplier_id = company.id if company else None
        invitation = Invitation(
            code_hash=hashed(code),
            name=name,
            role=role,
            supplier_id=supplier_id,
            created_at=now,
            expires_at=expires_at,
        )
        session.add(invitation)
        await session.flush()
        about = f"invitation:{invitation.id}"
        await ledger.record(session, "person_invited", at=now, supplier_id=supplier_id, about=about)
    return Invited(code, expires_at)
