"""What a form says, whatever it asks for."""

from datetime import date

from domain.frozen import frozen
from domain.role import Role
from messages.slots.facts import SlotFacts
from messages.template import template
from messages.unkept import Unkept


@template("everyone_asked")
@frozen
class Asked:
    """A question of a form.

    Attributes:
        ask: Its name in the tables [ask] and [hint] of `labels.toml`.
        position: Its step's number, from 1; 0 for one that is optional.
        total: How many steps there are; 0 where an answer still decides that.
        complaint: The label that says what was wrong with the answer before, or what the form is that comes back;
            empty where nothing is to be said.
        slot: The slot that it is about, if it is about one.
        name: Somebody or something that it names.
        example: The day that its words name: to show how one is written, or to ask whether it is meant.
        days: The days that the complaint names.
    """

    ask: str
    position: int
    total: int
    complaint: str
    slot: SlotFacts | None = None
    name: str = ""
    example: date | None = None
    days: tuple[date, ...] = ()


@template("everyone_asked_unkept")
@frozen
class AskedUnkept(Unkept):
    """What is kept of a question in a form about a resident: the form is looked up as the question is sent.

    Attributes:
        person_id: Whose form it is.
        revision: How far the form had come; once it is elsewhere, the question is answered.
        complaint: As in `Asked`; it never says what was answered.
    """

    person_id: int
    revision: int
    complaint: str


@template("everyone_workplace_doubted")
@frozen
class WorkplaceDoubted:
    """An answer has words that may tell of a person's health, crime or benefits.

    It is not quoted: what is said is kept in the record, and the answer may have to be gone.
    """

    complaint: str


@template("everyone_more_offered")
@frozen
class MoreOffered:
    """What else can be told, all of it optional."""

    complaint: str


@template("everyone_form_cancelled")
@frozen
class FormCancelled:
    """A form is put away and nothing was sent."""

    form: str


@template("everyone_form_put_away")
@frozen
class FormPutAway:
    """A form that lay aside is put away, since what it is about has come to an end.

    Attributes:
        doing: What was being done, by its name in [doing] of `labels.toml`.
        over: What has come to an end, by its name in [over].
    """

    doing: str
    over: str


@template("everyone_nothing_open")
@frozen
class NothingOpen:
    """Somebody cancels, but nothing is open."""

    role: Role


@template("everyone_button_is_old")
@frozen
class ButtonIsOld:
    """The button belongs to a question that is answered already."""

    role: Role
