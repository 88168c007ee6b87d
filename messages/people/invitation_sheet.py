"""The sheet for sending e-mails to many: a row for each, as the mail merge of a word processor takes it.

Every value is written as a text, so that a name which begins like a formula is never worked out as one.
"""

import io
from collections.abc import Sequence
from typing import Final

from xlsxwriter import Workbook

from domain.language import Language
from messages.label import wordings
from messages.message import Message
from messages.people.invitation import Invitation, InvitationEmail
from messages.people.many_invitations import ManyInvitations
from messages.rendering import plain, rendered

WIDTHS: Final = {"name": 24, "supplier": 30, "email": 32, "phone": 18, "subject": 26, "text": 60, "link": 60}
"""Its columns: how each is named in `labels.toml`, and how wide it is in characters."""


def xlsx(many: ManyInvitations, links: Sequence[str], language: Language) -> bytes:
    """The workbook."""
    file = io.BytesIO()
    with Workbook(file, {"in_memory": True}) as workbook:
        sheet = workbook.add_worksheet(wordings(language)["email_sheet.sheet"])
        bold, top = workbook.add_format({"bold": True}), workbook.add_format({"valign": "top"})
        for at, (column, width) in enumerate(WIDTHS.items()):
            sheet.set_column(at, at, width)
            sheet.write_string(0, at, wordings(language)[f"email_sheet.{column}"], bold)
        sheet.freeze_panes(1, 0)
        for row, values in enumerate(_rows(many, links, language), start=1):
            for at, value in enumerate(values):
                sheet.write_string(row, at, value, top)
    return file.getvalue()


def _rows(many: ManyInvitations, links: Sequence[str], language: Language) -> list[tuple[str, ...]]:
    return [
        (each.name, each.supplier, each.email or "", each.phone or "", *_email(invitation, link, language), link)
        for each, invitation, link in zip(many.addressees, many.invitations, links, strict=True)
    ]


def _email(invitation: Invitation, link: str, language: Language) -> tuple[str, str]:
    """Subject and text: the same as an e-mail to one person has, whose first line names the subject."""
    facts = {field: getattr(invitation, field) for field in invitation.__dataclass_fields__}
    words = rendered(Message(InvitationEmail(**facts)), language, invitation_link=link)
    first, _, text = plain(words.text).partition("\n\n")
    return first.partition(": ")[2], text
