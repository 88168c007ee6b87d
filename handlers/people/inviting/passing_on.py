"""Say an invitation's link in every way in which it may be passed on, and take it back out of the chat again."""

from datetime import timedelta
from typing import Any

from handlers.doorways import UNDO_INVITATION
from handlers.handling.work import Work
from handlers.people.colleagues import company_of
from handlers.people.inviting.making import NewInvitation
from messages.button import Button, data
from messages.label import Label
from messages.message import Attachment, Message
from messages.people.invitation import (
    InvitationEmail,
    InvitationLetter,
    InvitationMade,
    InvitationPicture,
    InvitationUndone,
)
from storage import outbox, recall
from storage.outbox import OutboxRow
from storage.people.invitation import Invitation
from storage.people.person import Person

_LINK = "link"


async def pass_on(work: Work, actor: Person, made: NewInvitation) -> None:
    """Say it as a text, a picture, an e-mail and a letter, all at once: afterwards nobody knows the link any more."""
    facts = await _facts(work, made.invitation)
    undo = ((Button(Label("invite.undo"), data(UNDO_INVITATION, made.invitation.id), number=1),),)
    said = {
        _LINK: Message(InvitationMade(**facts), undo),
        "picture": Message(InvitationPicture(**facts), attachment=Attachment.INVITATION_QR),
        "email": Message(InvitationEmail(**facts)),
        "letter": Message(InvitationLetter(**facts), attachment=Attachment.INVITATION_LETTER),
    }
    about = made.invitation.reference
    for way, message in said.items():
        key = f"{_key_begins(made.invitation.id)}{way}"
        await work.tell(actor, message, key=key, about=about, secret=made.code)


async def take_out_of_chat(work: Work, invitation: Invitation) -> None:
    """Leave the news that it was undone where the link stood, and delete the ways of passing it on."""
    about, key_begins = invitation.reference, _key_begins(invitation.id)
    undone = Message(InvitationUndone(invitation.name))
    for row in await outbox.said_about(work.session, about, key_begins=key_begins):
        if row.dedup_key.endswith(_LINK):
            await work.edit(row.id, undone)
        else:
            await take_away(work, row)


async def take_away(work: Work, row: OutboxRow) -> None:
    """Let a message leave the chat, or never reach it."""
    if not await recall.cancel(work.session, row.id) and row.telegram_message_id is not None:
        await work.delete(row.chat_id, row.telegram_message_id)


async def _facts(work: Work, invitation: Invitation) -> dict[str, Any]:
    # The last whole day on which it works: it ends in the middle of the next.
    expires_on = work.city.hours.local(invitation.expires_at).date() - timedelta(days=1)
    return {
        "name": invitation.name,
        "role": invitation.role,
        "supplier": await company_of(work, invitation),
        "expires_on": expires_on,
        "city": work.city.name,
        "contact": work.city.contact,
    }


def _key_begins(invitation_id: int) -> str:
    return f"invited:{invitation_id}:"
