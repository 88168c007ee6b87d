"""What the bot says when a coordinator has invited somebody: to the coordinator, and to pass on as it is."""

from datetime import date

from domain.frozen import frozen
from domain.role import Role
from messages.template import template


@frozen
class Invitation:
    """Whom an invitation is for, and until when. Its link is no parameter: the templates say where it goes.

    Attributes:
        name: The person invited.
        role: What they will be.
        supplier: The company that they speak for; None for the city's own people.
        expires_on: The last whole day, in the city's calendar, on which the link works.
        city: Who invites.
        contact: Where to turn instead.
    """

    name: str
    role: Role
    supplier: str | None
    expires_on: date
    city: str
    contact: str


@template("coordinator_invitation_made")
@frozen
class InvitationMade(Invitation):
    """The invitation is made; here is the link, and how to pass it on."""


@template("coordinator_invitation_picture")
@frozen
class InvitationPicture(Invitation):
    """Under the QR picture: to be forwarded as it is, so it speaks to the person invited."""


@template("coordinator_invitation_email")
@frozen
class InvitationEmail(Invitation):
    """An e-mail to the person invited, to be copied; its subject comes first."""


@template("coordinator_invitation_letter")
@frozen
class InvitationLetter(Invitation):
    """Under the letter to print. The letter's own words are in `invitation_letter.typ`."""


@template("coordinator_invitation_checked")
@frozen
class InvitationChecked:
    """Who is going to be invited, before it is done."""

    name: str
    role: Role
    supplier: str | None
    is_new: bool
    complaint: str


@template("coordinator_invitation_closing")
@frozen
class InvitationClosing:
    """The form is done; the link is in messages of its own."""

    name: str


@template("coordinator_invitation_undone")
@frozen
class InvitationUndone:
    """The link works no more."""

    name: str
