"""An invitation in every way in which it can be passed on."""

from datetime import date

from domain.role import Role
from messages.button import Button
from messages.label import Label
from messages.message import Attachment, Message
from messages.people import invitation

FACTS = ("Nora Berg", Role.SUPPLIER, "Nya Firman AB", date(2026, 12, 7), "Exempelstad", "040-628 04 00")


MADE = Message(invitation.InvitationMade(*FACTS))


UNDO = ((Button(Label("answer.cancel"), "zz:1", number=1),),)


EVERY_WAY = [
    MADE,
    Message(invitation.InvitationEmail(*FACTS)),
    Message(invitation.InvitationPicture(*FACTS), attachment=Attachment.INVITATION_QR),
    Message(invitation.InvitationLetter(*FACTS), attachment=Attachment.INVITATION_LETTER),
]


def link(code: str) -> str:
    return f"https://t.me/steget_demo_bot?start={code}"
