"""Invite somebody from the command line: a code for one person, bound to a role and, for suppliers, a company."""

from dataclasses import dataclass
from datetime import datetime

from domain.role import Role
from handlers.people.inviting.making import Invitee, make
from storage.database import Database
from storage.people import supplier


@dataclass(frozen=True)
class Invited:
    """What the inviter passes on. The code itself is kept nowhere, so it can't be shown again."""

    code: str
    expires_at: datetime


async def invite(database: Database, role: Role, *, name: str, supplier_name: str | None, now: datetime) -> Invited:
    """Make an invitation, and the company too where it is new."""
    async with database.write() as session:
        company = await supplier.found_or_created(session, supplier_name, now=now) if supplier_name else None
        invitee = Invitee(name, role, company.id if company else None)
        made = await make(session, invitee, invited_by=None, now=now)
        return Invited(made.code, made.invitation.expires_at)
