"""What the bot says about people: who is invited, who is in, who leaves, and who takes over."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from domain.role import Role
from messages.slots.facts import SlotFacts
from messages.template import template


class Listing(StrEnum):
    """The three lists of people; each is named in the table [people] of `labels.toml`."""

    IN = "in"
    INVITED = "invited"
    ENDED = "ended"


@template("everyone_command_for_coordinators")
@dataclass(frozen=True)
class CommandForCoordinators:
    """The command exists, but only coordinators may use it."""

    role: Role
    contact: str


@template("coordinator_invitation_checked")
@dataclass(frozen=True)
class InvitationChecked:
    """Who is going to be invited, before it is done."""

    name: str
    role: Role
    supplier: str | None
    is_new: bool
    complaint: str


@template("coordinator_invitation_closing")
@dataclass(frozen=True)
class InvitationClosing:
    """The form is done; the link is in messages of its own."""

    name: str


@template("coordinator_invitation_undone")
@dataclass(frozen=True)
class InvitationUndone:
    """The link works no more."""

    name: str


@dataclass(frozen=True)
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
@dataclass(frozen=True)
class PeopleListed:
    """A page of a list of people."""

    listing: Listing
    lines: tuple[PersonLine, ...]
    total: int
    page: int
    pages: int


@template("coordinator_person_shown")
@dataclass(frozen=True)
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


@template("coordinator_invitation_shown")
@dataclass(frozen=True)
class InvitationShown:
    """All about one invitation that nobody has used yet."""

    name: str
    role: Role
    supplier: str | None
    made_on: date
    invited_by: str | None
    expires_on: date
    has_expired: bool


@template("coordinator_ending_checked")
@dataclass(frozen=True)
class EndingChecked:
    """Whose access is going to end, and what is open for them, before it is done.

    Attributes:
        heir: Who takes it over; None where nobody does.
    """

    name: str
    role: Role
    supplier: str | None
    slots: int
    inquiries: int
    heir: str | None
    complaint: str


@template("coordinator_access_ended")
@dataclass(frozen=True)
class AccessEnded:
    """Somebody's access has ended. Told to who ended it.

    Attributes:
        heir: Who has taken over what was open.
        left: What stands without anybody.
        inquiries_left: How many inquiries do.
    """

    name: str
    heir: str | None
    left: tuple[SlotFacts, ...]
    inquiries_left: int


@template("coordinator_access_ended_by_other")
@dataclass(frozen=True)
class AccessEndedByOther:
    """Another coordinator has ended somebody's access."""

    name: str
    role: Role
    supplier: str | None
    ended_by: str
    heir: str | None


@template("coordinator_handed_over")
@dataclass(frozen=True)
class HandedOver:
    """What was open for somebody is a colleague's now."""

    name: str
    heir: str
    slots: int
    inquiries: int


@template("coordinator_nobody_to_choose")
@dataclass(frozen=True)
class NobodyToChoose:
    """There is no colleague in the same role who could stand in or take over."""

    name: str
    role: Role
    supplier: str | None


@template("everyone_goodbye")
@dataclass(frozen=True)
class Goodbye:
    """Their own access has ended: the last that they hear."""

    name: str
    city: str
    contact: str


@template("everyone_took_over")
@dataclass(frozen=True)
class TookOver:
    """They have taken over what was open for a colleague.

    Attributes:
        questions: What is asked and not answered yet, in the asker's words.
    """

    role: Role
    name: str
    slots: tuple[SlotFacts, ...]
    questions: tuple[str, ...]


@template("supplier_slot_handed_over")
@dataclass(frozen=True)
class SlotHandedOver:
    """Another matcher sees to their slot now."""

    slot: SlotFacts
    matcher: str
    earlier: str
    contact: str


@template("matcher_contact_changed")
@dataclass(frozen=True)
class ContactChanged:
    """Somebody else at the company answers for a slot that they have claimed."""

    slot: SlotFacts
    earlier: str
