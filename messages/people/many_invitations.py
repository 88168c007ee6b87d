"""What the bot says when all contacts who are not in yet are invited in one go, and of who they are."""

from datetime import date

from domain.frozen import frozen
from domain.role import Role
from messages.people.invitation import Invitation
from messages.template import template


@frozen
class ContactLine:
    """One contact who is not in yet.

    Attributes:
        contracts: The registry numbers of the contracts that they are the contact for.
        invited_on: When they were invited; None where nobody has done so yet.
        expires_on: The last whole day on which their link works or worked.
        notice_by: By when they have to hear what is kept of them; None where they were written to.
        days_left: How many days are left until then; below nought where it has passed.
    """

    name: str
    supplier: str
    contracts: tuple[str, ...]
    phone: str | None
    email: str | None
    invited_on: date | None = None
    expires_on: date | None = None
    has_expired: bool = False
    notice_by: date | None = None
    days_left: int = 0


@template("coordinator_contacts_awaited")
@frozen
class ContactsAwaited:
    """A page of the contacts who are not in yet."""

    lines: tuple[ContactLine, ...]
    total: int
    page: int
    pages: int


@template("coordinator_nobody_to_invite")
@frozen
class NobodyToInvite:
    """Every contact of a running contract is in."""


@template("coordinator_everyone_checked")
@frozen
class EveryoneChecked:
    """How many are going to be invited, before it is done.

    Attributes:
        left: How many more there are than can be invited at once.
        are_renewed: Whether those who have a link get a new one, so that the old one stops working.
    """

    number: int
    left: int
    are_renewed: bool
    complaint: str


@template("coordinator_everyone_invited")
@frozen
class EveryoneInvited:
    """The invitations are made; letters and e-mails are in messages of their own."""

    number: int
    left: int


@frozen
class Addressee:
    """One of many who are invited at once."""

    invitation_id: int
    name: str
    supplier: str
    phone: str | None
    email: str | None


@frozen
class ManyInvitations:
    """Whom the invitations are for, and until when. Their links are no parameters; see `Invitation`."""

    addressees: tuple[Addressee, ...]
    made_on: date
    expires_on: date
    city: str
    contact: str

    @property
    def name(self) -> str:
        """What their file is named after."""
        return self.made_on.isoformat()

    @property
    def invitations(self) -> list[Invitation]:
        """Each as if it were alone."""
        return [
            Invitation(each.name, Role.SUPPLIER, each.supplier, self.expires_on, self.city, self.contact)
            for each in self.addressees
        ]


@template("coordinator_many_letters")
@frozen
class ManyLetters(ManyInvitations):
    """Under letters to print: all of them, or one of several files."""

    part: int
    parts: int

    @property
    def name(self) -> str:
        """What their file is named after."""
        return f"{super().name}-{self.part}" if self.parts > 1 else super().name


@template("coordinator_many_emails")
@frozen
class ManyEmails(ManyInvitations):
    """Under the sheet of e-mails.

    Attributes:
        without_email: How many of them have no e-mail address.
    """

    without_email: int


@template("coordinator_everyone_undone")
@frozen
class EveryoneUndone:
    """Their links work no more.

    Attributes:
        number: How many.
        kept: How many had been used or undone before, and so are left as they are.
    """

    number: int
    kept: int
