"""Invite somebody from the command line: a code for one person, bound to a role and, for suppliers, a company."""

from datetime import datetime

from domain.company_name import is_similar
from domain.frozen import frozen
from domain.role import Role
from handlers.people.inviting.making import Invitee, make
from storage.database import Database
from storage.people import supplier


@frozen
class Invited:
    """What the inviter passes on. The code itself is kept nowhere, so it can't be shown again.

    Attributes:
        code: The way in.
        expires_at: Until when it works.
        new_company: The company, where nobody had named it before.
        similar: Companies with nearly the same name as a new one.
    """

    code: str
    expires_at: datetime
    new_company: str | None = None
    similar: tuple[str, ...] = ()


async def invite(database: Database, role: Role, *, name: str, supplier_name: str | None, now: datetime) -> Invited:
    """Make an invitation, and the company too where it is new."""
    async with database.write() as session:
        known = dict(await supplier.all_named(session)) if supplier_name else {}
        company = await supplier.found_or_created(session, supplier_name, now=now) if supplier_name else None
        invitee = Invitee(name, role, company.id if company else None)
        made = await make(session, invitee, invited_by=None, now=now)
        if company is None or company.id in known:
            return Invited(made.code, made.invitation.expires_at)
        similar = tuple(each for each in known.values() if is_similar(each, company.name))
        return Invited(made.code, made.invitation.expires_at, company.name, similar)
