"""What the bot says to anyone, whatever they do: help, what it can't read, what is not theirs, and that it is sorry."""

from domain.frozen import frozen
from domain.role import Role
from messages.heard import KindWord
from messages.template import template


@template("everyone_help")
@frozen
class Help:
    """What one can do here, and where else to turn."""

    role: Role
    city: str
    contact: str


@template("everyone_sent_no_text")
@frozen
class SentNoText:
    """Something came that the bot can't read, such as a photo."""

    what: str


@template("everyone_not_understood")
@frozen
class NotUnderstood:
    """A text came while no question was open."""

    role: Role


@template("everyone_way_to_answer")
@frozen
class WayToAnswer:
    """Somebody has asked the bot something that it can't answer: who can, and where to look.

    Attributes:
        typed: What they have asked, where they can send it to the city as it is.
    """

    role: Role
    city: str
    contact: str
    typed: str = ""


@template("everyone_kind_word_answered")
@frozen
class KindWordAnswered:
    """A kind word gets one back."""

    kind: KindWord
    role: Role


@template("everyone_command_unknown")
@frozen
class CommandUnknown:
    """There is no such command."""


@template("everyone_command_for_others")
@frozen
class CommandForOthers:
    """The command exists, but not for this role."""

    role: Role


@template("everyone_not_found")
@frozen
class NotFound:
    """The button names something that isn't there, or isn't this person's to see."""


@template("everyone_apology")
@frozen
class Apology:
    """Something went wrong on our side."""

    reference: str
    contact: str


@template("group_one_to_one_only")
@frozen
class OneToOneOnly:
    """The bot was added to a group."""


@template("everyone_personal_number_deleted")
@frozen
class PersonalNumberDeleted:
    """Somebody wrote a personal number where nothing was asked; it is gone."""


@template("everyone_message_removed")
@frozen
class MessageRemoved:
    """A personal number came with a picture, a file or the like; all of it is gone."""


@template("everyone_command_for_coordinators")
@frozen
class CommandForCoordinators:
    """The command exists, but only coordinators may use it."""

    role: Role
    contact: str
