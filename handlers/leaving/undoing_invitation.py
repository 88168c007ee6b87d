"""Undo an invitation, or make a fresh one in its place."""

from domain.access import may
from domain.action import Action
from domain.ledger_event import LedgerEvent
from handlers.handling.answer import Answer, Below, NotTheirsError
from handlers.handling.press import Press
from handlers.handling.work import Work
from handlers.leaving import ending_access
from handlers.people.inviting import making
from handlers.people.inviting.making import Invitee
from handlers.people.inviting.passing_on import pass_on, take_out_of_chat
from messages.message import Message
from messages.people.invitation import InvitationUndone
from storage.people import invitation as invitations
from storage.people import person
from storage.people.invitation import Invitation
from storage.people.person import Person


async def undo(work: Work, actor: Person, press: Press) -> Answer:
    """*Ångra inbjudan* was pressed: unused, it stops working; used, it is the person's access that is ended."""
    invitation = await _invitation(work, actor, press)
    if invitation.redeemed_by is not None:
        return await ending_access.ask(work, actor, await person.find(work.session, invitation.redeemed_by))
    if not await _is_undone_now(work, actor, invitation):
        return Below(Message(InvitationUndone(invitation.name)))
    await _take_back(work, press, invitation)
    return None


async def renew(work: Work, actor: Person, press: Press) -> Answer:
    """*Ny länk* was pressed: the old one stops working, and a fresh one is passed on."""
    invitation = await _invitation(work, actor, press)
    if not await _is_undone_now(work, actor, invitation):
        raise NotTheirsError
    await _take_back(work, press, invitation)
    invitee = Invitee(invitation.name, invitation.role, invitation.supplier_id, invitation.contact_id)
    fresh = await making.make(work.session, invitee, invited_by=actor.id, now=work.now)
    await pass_on(work, actor, fresh)
    return None


async def _invitation(work: Work, actor: Person, press: Press) -> Invitation:
    found = await invitations.find(work.session, press.number(0))
    if found is None or not may(actor.actor, Action.INVITE, found.subject):
        raise NotTheirsError
    return found


async def _is_undone_now(work: Work, actor: Person, invitation: Invitation) -> bool:
    if not await invitations.undo(work.session, invitation.id, now=work.now):
        return False
    about = invitation.reference
    await work.record(LedgerEvent.INVITATION_UNDONE, actor=actor, supplier_id=invitation.supplier_id, about=about)
    return True


async def _take_back(work: Work, press: Press, invitation: Invitation) -> None:
    """Say that it was undone: where the link stands, and where the button was pressed, if that was elsewhere."""
    await take_out_of_chat(work, invitation)
    if press.shown is not None and press.shown.about != str(invitation.reference):
        await work.edit(press.shown.id, Message(InvitationUndone(invitation.name)))
