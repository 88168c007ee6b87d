"""What the bot says to anyone, whatever their role."""

from dataclasses import dataclass

from domain.role import Role
from messages.slots.facts import SlotFacts
from messages.template import template


@template("everyone_welcome")
@dataclass(frozen=True)
class Welcome:
    """Somebody has just come in by an invitation."""

    name: str
    role: Role
    supplier: str | None
    city: str


@template("everyone_welcome_back")
@dataclass(frozen=True)
class WelcomeBack:
    """Somebody who is in already pressed start, or their invitation, again."""

    name: str
    role: Role
    supplier: str | None


@template("everyone_help")
@dataclass(frozen=True)
class Help:
    """What one can do here, and where else to turn."""

    role: Role
    city: str
    contact: str


@template("everyone_language_asked")
@dataclass(frozen=True)
class LanguageAsked:
    """Which language?"""


@template("everyone_language_set")
@dataclass(frozen=True)
class LanguageSet:
    """The language is changed."""


@template("everyone_sent_no_text")
@dataclass(frozen=True)
class SentNoText:
    """Something came that the bot can't read, such as a photo."""

    what: str


@template("everyone_not_understood")
@dataclass(frozen=True)
class NotUnderstood:
    """A text came while no question was open."""

    role: Role


@template("everyone_command_unknown")
@dataclass(frozen=True)
class CommandUnknown:
    """There is no such command."""


@template("everyone_command_for_others")
@dataclass(frozen=True)
class CommandForOthers:
    """The command exists, but not for this role."""

    role: Role


@template("everyone_nothing_open")
@dataclass(frozen=True)
class NothingOpen:
    """Somebody cancels, but nothing is open."""

    role: Role


@template("everyone_button_is_old")
@dataclass(frozen=True)
class ButtonIsOld:
    """The button belongs to a question that is answered already."""

    role: Role


@template("everyone_not_found")
@dataclass(frozen=True)
class NotFound:
    """The button names something that isn't there, or isn't this person's to see."""


@template("everyone_apology")
@dataclass(frozen=True)
class Apology:
    """Something went wrong on our side."""

    reference: str
    contact: str


@template("stranger_how_to_get_in")
@dataclass(frozen=True)
class HowToGetIn:
    """Somebody without an invitation has written."""

    city: str
    contact: str


@template("stranger_invitation_refused")
@dataclass(frozen=True)
class InvitationRefused:
    """The invitation is unknown, used or too old; which one is nobody's business but the city's."""

    contact: str


@template("group_one_to_one_only")
@dataclass(frozen=True)
class OneToOneOnly:
    """The bot was added to a group."""


@template("everyone_asked")
@dataclass(frozen=True)
class Asked:
    """A question of a form.

    Attributes:
        ask: Its name in the tables [ask] and [hint] of `labels.toml`.
        position: Its number, from 1; 0 for one that is optional.
        total: How many questions there are.
        complaint: The label that says what was wrong with the answer before; empty where nothing was.
        slot: The slot that it is about, if it is about one.
        name: Somebody or something that it names.
    """

    ask: str
    position: int
    total: int
    complaint: str
    slot: SlotFacts | None = None
    name: str = ""


@template("everyone_workplace_doubted")
@dataclass(frozen=True)
class WorkplaceDoubted:
    """An answer has words that may tell of a person's health, crime or benefits.

    It is not quoted: what is said is kept in the record, and the answer may have to be gone.
    """

    complaint: str


@template("everyone_more_offered")
@dataclass(frozen=True)
class MoreOffered:
    """What else can be told, all of it optional."""

    complaint: str


@template("everyone_form_cancelled")
@dataclass(frozen=True)
class FormCancelled:
    """A form is put away and nothing was sent."""

    form: str


@template("everyone_personal_number_deleted")
@dataclass(frozen=True)
class PersonalNumberDeleted:
    """Somebody wrote a personal number where nothing was asked; it is gone."""
