"""What a message can stand under: pictures and documents, made at the moment of sending.

Who makes them is loaded by the first of its kind: together their libraries weigh what a whole city's forms do, and on
most days nobody asks for a letter or a sheet.
"""

import re
from collections.abc import Callable, Sequence

from domain.document import DocumentFormat
from domain.frozen import frozen
from domain.language import Language
from messages.label import wordings
from messages.message import Attachment, Message
from messages.pictures.drawing import Drawing

Make = Callable[[Message, Language, Sequence[str]], bytes]

LONGEST_STEM = 40
"""Characters of a file's name, before its ending."""


@frozen
class File:
    """A picture or a document, as Telegram takes it."""

    name: str
    content: bytes


def attached(message: Message, language: Language, invitation_links: Sequence[str]) -> File:
    """Make what the message stands under. Heavy: not for the event loop. Raises ValueError where it has none.

    The links are those of its secret: one, or where it is for many, one for each of them in their order.
    """
    _, _, make = _way_of(message)
    return named(message, language, make(message, language, invitation_links))


def named(message: Message, language: Language, content: bytes) -> File:
    """What was made for the message, by the name of its kind and of whom it is about."""
    kind, ending, _ = _way_of(message)
    name = f"{wordings(language)[f'file.{kind}']} {getattr(message.parameters, 'name', '')}"
    return File(f"{file_name(name)}.{ending}", content)


def _way_of(message: Message) -> tuple[Attachment, str, Make]:
    if message.attachment is None:
        raise ValueError("the message stands under nothing")
    return message.attachment, *_MAKERS[message.attachment]


def drawing_under(message: Message, language: Language) -> Drawing | None:
    """The drawing that the message stands under, which is made once for all who get the same; None for most."""
    if message.attachment not in _DRAWN:
        return None
    from messages.pictures.picture import drawing_of

    return drawing_of(message.parameters.picture, language)


def drawn(drawing: Drawing) -> bytes:
    """The picture. Heavy: not for the event loop."""
    from messages.pictures import drawn as drawer

    return drawer.png(drawing)


def document_name(message: Message, in_format: DocumentFormat, language: Language) -> str:
    """How a kept document is called: the message's parameters say which `kind` it is and whose, by `name`."""
    words = wordings(language)
    name = f"{words[f'document.{message.parameters.kind}']} {message.parameters.name}"
    if getattr(message.parameters, "is_draft", False):
        name = f"{words['documents.draft']} {name}"
    return f"{file_name(name)}.{in_format}"


def file_name(text: str) -> str:
    """The text as a file's name: letters and digits only, so that it can't end a header or leave a folder.

    A name that is too long ends with a whole word, unless that leaves little of it.
    """
    words = "-".join(re.findall(r"\w+", text))
    cut = words[:LONGEST_STEM]
    whole = cut.rpartition("-")[0] if words != cut else cut
    return whole if len(whole) * 2 > len(cut) else cut


def _qr(_message: Message, _language: Language, invitation_links: Sequence[str]) -> bytes:
    from messages.people import qr

    return qr.png(invitation_links[0])


def _letter(message: Message, language: Language, invitation_links: Sequence[str]) -> bytes:
    from messages.people import letter

    return letter.pdf([letter.Letter(message.parameters, invitation_links[0])], language)


def _letters(message: Message, language: Language, invitation_links: Sequence[str]) -> bytes:
    from messages.people import letter

    each = zip(message.parameters.invitations, invitation_links, strict=True)
    return letter.pdf([letter.Letter(invitation, link) for invitation, link in each], language)


def _sheet(message: Message, language: Language, invitation_links: Sequence[str]) -> bytes:
    from messages.people import invitation_sheet

    return invitation_sheet.xlsx(message.parameters, invitation_links, language)


def _template(_message: Message, language: Language, _invitation_links: Sequence[str]) -> bytes:
    from messages.importing import contract_sheet

    return contract_sheet.template(language)


def _plan_template(_message: Message, language: Language, _invitation_links: Sequence[str]) -> bytes:
    from messages.importing import plan_sheet

    return plan_sheet.template(language)


def _picture(message: Message, language: Language, _invitation_links: Sequence[str]) -> bytes:
    from messages.pictures.picture import drawing_of

    return drawn(drawing_of(message.parameters.picture, language))


def _mistakes(message: Message, language: Language, _invitation_links: Sequence[str]) -> bytes:
    from messages.importing import contract_sheet

    return contract_sheet.mistakes(message.parameters.mistakes, language)


def _changes(message: Message, language: Language, _invitation_links: Sequence[str]) -> bytes:
    from messages.importing import contract_sheet

    return contract_sheet.changes(message.parameters.new_ones, message.parameters.changed_ones, language)


def _outlook(message: Message, language: Language, _invitation_links: Sequence[str]) -> bytes:
    from messages.outlook import sheet

    return sheet.xlsx(message.parameters.lines, language)


def _agenda(message: Message, language: Language, _invitation_links: Sequence[str]) -> bytes:
    from messages.meetings import agenda_page

    return agenda_page.pdf(message.parameters, language)


def _supplier_page(message: Message, language: Language, _invitation_links: Sequence[str]) -> bytes:
    from messages.suppliers import supplier_sheet

    return supplier_sheet.pdf(message.parameters, language)


def _calendar(message: Message, language: Language, _invitation_links: Sequence[str]) -> bytes:
    from messages.meetings import calendar_file

    return calendar_file.ics(message.parameters.meeting, language)


_MAKERS: dict[Attachment, tuple[str, Make]] = {
    Attachment.INVITATION_QR: ("png", _qr),
    Attachment.INVITATION_LETTER: ("pdf", _letter),
    Attachment.INVITATION_LETTERS: ("pdf", _letters),
    Attachment.INVITATION_SHEET: ("xlsx", _sheet),
    Attachment.CONTRACT_TEMPLATE: ("xlsx", _template),
    Attachment.PLAN_TEMPLATE: ("xlsx", _plan_template),
    Attachment.IMPORT_MISTAKES: ("xlsx", _mistakes),
    Attachment.IMPORT_CHANGES: ("xlsx", _changes),
    Attachment.OUTLOOK: ("xlsx", _outlook),
    Attachment.AGENDA: ("pdf", _agenda),
    Attachment.SUPPLIER_PAGE: ("pdf", _supplier_page),
    Attachment.MEETING_CALENDAR: ("ics", _calendar),
    Attachment.GOAL_PICTURE: ("png", _picture),
    Attachment.YEAR_PICTURE: ("png", _picture),
}

_DRAWN = (Attachment.GOAL_PICTURE, Attachment.YEAR_PICTURE)
