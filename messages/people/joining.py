"""What is said to somebody who comes in by an invitation, and of them to the coordinators."""

from domain.frozen import frozen
from domain.role import Role
from messages.template import template


@template("everyone_welcome")
@frozen
class Welcome:
    """Somebody has just come in by an invitation."""

    name: str
    role: Role
    supplier: str | None
    city: str


@template("everyone_welcome_back")
@frozen
class WelcomeBack:
    """Somebody who is in already pressed start, or their invitation, again."""

    name: str
    role: Role
    supplier: str | None


@template("stranger_how_to_get_in")
@frozen
class HowToGetIn:
    """Somebody without an invitation has written."""

    city: str
    contact: str


@template("stranger_invitation_refused")
@frozen
class InvitationRefused:
    """The invitation is unknown, used or too old; which one is nobody's business but the city's."""

    contact: str


@template("stranger_message_removed")
@frozen
class StrangersMessageRemoved:
    """Somebody without an invitation has sent a personal number; it is gone."""

    contact: str


@template("coordinator_person_joined")
@frozen
class PersonJoined:
    """Somebody has used their invitation."""

    name: str
    role: Role
    supplier: str | None
