"""A message before it is worded: parameters and buttons, and the plain data that the outbox keeps of them."""

from enum import StrEnum
from typing import Any

from domain.frozen import frozen
from domain.list_place import ListPlace
from domain.reference import Reference
from messages.button import Button
from messages.label import Label
from messages.plain import as_plain, from_plain
from messages.template import is_kept, name_of, parameters_named

Rows = tuple[tuple[Button, ...], ...]

DETAILS_OF, DOCUMENT = "details_of", "document"


class Attachment(StrEnum):
    """What a message can stand under; it is made when the message is sent, in the reader's language."""

    INVITATION_QR = "invitation_qr"
    """A picture of the invitation link. Needs the message's secret."""
    INVITATION_LETTER = "invitation_letter"
    """A letter to print, with the link. Its words come from the same parameters. Needs the message's secret."""
    INVITATION_LETTERS = "invitation_letters"
    """Letters to many, a page each. Needs the message's secret, which holds a code for each addressee."""
    INVITATION_SHEET = "invitation_sheet"
    """A sheet with an e-mail to each of many. Needs the message's secret, which holds a code for each addressee."""
    CONTRACT_TEMPLATE = "contract_template"
    """A sheet to fill in with contracts."""
    PLAN_TEMPLATE = "plan_template"
    """A sheet to fill in with procurements that are planned."""
    IMPORT_MISTAKES = "import_mistakes"
    """A sheet of what is wrong in a file, from the message's own parameters."""
    IMPORT_CHANGES = "import_changes"
    """A sheet of what a file would bring and change, from the message's own parameters."""
    OUTLOOK = "outlook"
    """A sheet of what will be sent in the weeks ahead, from the message's own parameters."""
    DOCUMENT = "document"
    """A document that is kept: the one that the message names."""
    EXPORT = "export"
    """A file of what is kept: which is said by the message, and what it holds is read as it is sent."""
    AGENDA = "agenda"
    """A meeting's agenda on one page, from the message's own parameters."""
    MEETING_CALENDAR = "meeting_calendar"
    """A file for the reader's calendar. Its words come from the meeting that the parameters tell of."""

    GOAL_PICTURE = "goal_picture"
    """A picture of the way to the goal: the parameters' `picture`, a `GoalPicture`."""
    YEAR_PICTURE = "year_picture"
    """A picture of the year month by month: the parameters' `picture`, a `YearPicture`."""

    SUPPLIER_PAGE = "supplier_page"
    """A supplier's page to print, from the message's own parameters."""

    @property
    def needs_secret(self) -> bool:
        """Whether it is made from an invitation's code."""
        return self in _NEED_SECRET


_NEED_SECRET = {
    Attachment.INVITATION_QR,
    Attachment.INVITATION_LETTER,
    Attachment.INVITATION_LETTERS,
    Attachment.INVITATION_SHEET,
}


@frozen
class Message:
    """What will be said, in whatever language the reader has when it is sent.

    Attributes:
        parameters: A dataclass that is registered for a template.
        buttons: The choices under it.
        attachment: A picture or a document, under which the words stand.
        for_whom: The line above it that says whom it is for, where somebody else gets it instead.
        list_place: The part of a list that it shows, where a way back has to find it again. It is not said, but kept.
        details_of: Whose phone and e-mail it tells. They are looked up when it is sent, and never kept with it.
        document: The kept document that it stands under, made when it is first sent.
    """

    parameters: Any
    buttons: Rows = ()
    attachment: Attachment | None = None
    for_whom: Label | None = None
    list_place: ListPlace | None = None
    details_of: Reference | None = None
    document: Reference | None = None

    def content(self) -> dict[str, Any]:
        """As plain data, for the outbox. Raises ValueError for what may not be kept."""
        name = name_of(self.parameters)
        if not is_kept(name):
            raise ValueError(f"the words of {name} are kept nowhere: queue what they are looked up by")
        return {
            "template": name,
            "parameters": as_plain(self.parameters),
            "buttons": as_plain(self.buttons),
            "attachment": self.attachment,
            "for_whom": as_plain(self.for_whom),
            **({DETAILS_OF: str(self.details_of)} if self.details_of else {}),
            **({DOCUMENT: str(self.document)} if self.document else {}),
        }


def from_content(content: dict[str, Any]) -> Message:
    """The message that the outbox kept. Raises KeyError or ValueError for what no message is."""
    parameters: Any = from_plain(content["parameters"], parameters_named(content["template"]))
    attachment = Attachment(content["attachment"]) if content.get("attachment") else None
    for_whom = from_plain(content["for_whom"], Label) if content.get("for_whom") else None
    buttons, details_of = _rows(content["buttons"]), whose_details(content)
    return Message(parameters, buttons, attachment, for_whom, details_of=details_of, document=which_document(content))


def whose_details(content: dict[str, Any]) -> Reference | None:
    """Whose phone and e-mail a message tells; None for most."""
    return Reference.read(content[DETAILS_OF]) if DETAILS_OF in content else None


def which_document(content: dict[str, Any]) -> Reference | None:
    """Which kept document a message stands under; None for most."""
    return Reference.read(content[DOCUMENT]) if DOCUMENT in content else None


def without_buttons(content: dict[str, Any]) -> dict[str, Any]:
    """The same message with its buttons taken away."""
    return content | {"buttons": []}


def buttons_of(content: dict[str, Any]) -> list[Button]:
    """The buttons under a message, in their order."""
    return [button for row in _rows(content.get("buttons", [])) for button in row]


def _rows(kept: Any) -> Rows:
    return from_plain(kept, Rows)
