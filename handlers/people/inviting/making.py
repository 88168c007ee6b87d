"""Make invitations: what the chat and the command line share."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncSession

from domain.frozen import frozen
from domain.invitation import VALID_FOR, VALID_FOR_BY_POST, hashed, new_code
from domain.ledger_event import LedgerEvent
from domain.role import Role
from storage import ledger
from storage.ledger import Entry
from storage.people import contact
from storage.people.invitation import Invitation


@frozen
class Invitee:
    """Whom an invitation is for. A supplier contact speaks for a company; the city's own people don't.

    Attributes:
        contact_id: The contact of a contract that they are; None where they are none, or nobody has looked yet.
    """

    name: str
    role: Role
    supplier_id: int | None
    contact_id: int | None = None


@frozen
class NewInvitation:
    """An invitation, with the code that the inviter passes on. It is kept nowhere, so it can't be shown again."""

    invitation: Invitation
    code: str


async def make(session: AsyncSession, invitee: Invitee, *, invited_by: int | None, now: datetime) -> NewInvitation:
    """Make an invitation and write it into the ledger; `invited_by` is None where the operator invites."""
    (made,) = await make_all(session, [await _recognised(session, invitee)], invited_by=invited_by, now=now)
    return made


async def make_all(
    session: AsyncSession, invitees: Sequence[Invitee], *, invited_by: int | None, now: datetime
) -> Sequence[NewInvitation]:
    """Make an invitation for each, in that order."""
    all_made = [_made(invitee, invited_by, now) for invitee in invitees]
    session.add_all(made.invitation for made in all_made)
    await session.flush()
    await ledger.record_all(session, [_entry(made.invitation) for made in all_made], at=now)
    return all_made


async def _recognised(session: AsyncSession, invitee: Invitee) -> Invitee:
    """Somebody of a contact's company and name is that contact."""
    if invitee.supplier_id is None or invitee.contact_id is not None:
        return invitee
    known = await contact.known_as(session, invitee.supplier_id, invitee.name)
    return replace(invitee, contact_id=known.id) if known else invitee


def _made(invitee: Invitee, invited_by: int | None, now: datetime) -> NewInvitation:
    code = new_code()
    invitation = Invitation(
        code_hash=hashed(code),
        name=invitee.name,
        role=invitee.role,
        supplier_id=invitee.supplier_id,
        contact_id=invitee.contact_id,
        created_at=now,
        # Whoever invites in the chat gets a letter too; its link is the same as that of the e-mail.
        expires_at=now + (VALID_FOR if invited_by is None else VALID_FOR_BY_POST),
        invited_by=invited_by,
    )
    return NewInvitation(invitation, code)


def _entry(invitation: Invitation) -> Entry:
    return Entry(
        LedgerEvent.PERSON_INVITED,
        actor_id=invitation.invited_by,
        supplier_id=invitation.supplier_id,
        about=invitation.reference,
    )
