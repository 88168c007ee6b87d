"""Lists of people and invitations, and the card of each."""

from datetime import date
from enum import StrEnum

from domain.frozen import frozen
from domain.role import Role
from domain.secrecy import Finding
from messages.template import template


class Listing(StrEnum):
    """The three lists of people; each is named in the table [people] of `labels.toml`."""

    IN = "in"
    INVITED = "invited"
    ENDED = "ended"


@frozen
class PersonLine:
    """One line of a list of people.

    Attributes:
        number: Of the button that shows more.
        back_on: When they are back, if they are away.
        ended_on: When their access ended, if it has.
        expires_on: The last day on which the invitation works, if they are only invited.
    """

    number: int
    name: str
    role: Role
    supplier: str | None
    back_on: date | None = None
    is_unreachable: bool = False
    ended_on: date | None = None
    expires_on: date | None = None
    has_expired: bool = False


@template("coordinator_people_listed")
@frozen
class PeopleListed:
    """A page of a list of people."""

    listing: Listing
    lines: tuple[PersonLine, ...]
    total: int
    page: int
    pages: int


@frozen
class Removed:
    """What the guard has taken out of somebody's chat.

    Attributes:
        rule: What was found in the last of it; named in the table [removed] of `labels.toml`.
    """

    count: int
    last_on: date
    rule: Finding | None


@template("coordinator_person_shown")
@frozen
class PersonShown:
    """All about one person.

    Attributes:
        invited_by: None where the operator invited them.
        open_matters: How many slots and inquiries wait for them.
    """

    name: str
    role: Role
    supplier: str | None
    joined_on: date
    invited_by: str | None
    back_on: date | None
    deputy: str | None
    is_unreachable: bool
    ended_on: date | None
    open_matters: int
    removed: Removed | None = None


@template("coordinator_invitation_shown")
@frozen
class InvitationShown:
    """All about one invitation that nobody has used yet."""

    name: str
    role: Role
    supplier: str | None
    made_on: date
    invited_by: str | None
    expires_on: date
    has_expired: bool
