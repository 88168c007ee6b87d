"""What can be printed or filed, one of each kind: as a file, and as its first page looks."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any
from unittest.mock import patch

from domain.document import DocumentFormat, DocumentKind
from domain.language import Language
from domain.role import Role
from messages import typesetting
from messages.council.page import CouncilPage
from messages.document import as_facts, made
from messages.meetings import agenda_page
from messages.meetings.agenda import AgendaPage
from messages.people import letter
from messages.people.invitation import InvitationLetter
from messages.people.letter import Letter
from messages.suppliers import supplier_sheet
from messages.suppliers.supplier import SupplierSheet
from tests.council import a_page
from tests.messages.dossiers import IMPRINT, a_dossier, a_record
from tests.messages.samples import build

LINK = "https://t.me/steget_demo_bot?start=Zs1lI0Oo-9kQ_x7Yt2bWq4nVp8a"
WORDS = "Målning av skolor"
LINES = 3
"""So many in each list."""

PIXELS_PER_INCH = 96


@dataclass(frozen=True)
class Paper:
    """One kind of it.

    Attributes:
        titles: What stands in the title of the file.
        make: The file in a language.
        is_filed: Whether it is made to be kept, and not only to be printed.
    """

    titles: Mapping[Language, str]
    make: Callable[[Language], bytes]
    is_filed: bool


def council_page(page: CouncilPage) -> Paper:
    """That page."""
    return _to_file(DocumentKind.COUNCIL_PAGE, page, "Arbete genom upphandling 2026", "Work through procurement 2026")


def _to_file(kind: DocumentKind, facts: Any, swedish: str, english: str) -> Paper:
    def make(language: Language) -> bytes:
        return made(kind, DocumentFormat.PDF, as_facts(facts), IMPRINT, language)

    return Paper(_titled(swedish, english), make, is_filed=True)


def _to_print(make: Callable[[Any, Language], bytes], facts: Any, swedish: str, english: str) -> Paper:
    return Paper(_titled(swedish, english), lambda language: make(facts, language), is_filed=False)


def _titled(swedish: str, english: str) -> Mapping[Language, str]:
    return {Language.SWEDISH: swedish, Language.ENGLISH: english}


_INVITED = InvitationLetter(
    "Mira Holm",
    Role.SUPPLIER,
    "Exempelmåleriet AB",
    date(2026, 12, 7),
    city="Exempelstad",
    contact="040-628 04 00, csr@exempelstad.example",
)

PAPERS: Mapping[str, Paper] = {
    "letter": _to_print(letter.pdf, [Letter(_INVITED, LINK)], "Inbjudan till Steget", "Invitation to Steget"),
    "council-page": council_page(a_page()),
    "dossier": _to_file(DocumentKind.DOSSIER, a_dossier(WORDS), f"Akt: {WORDS}", f"Dossier: {WORDS}"),
    "meeting-record": _to_file(
        DocumentKind.MEETING_RECORD, a_record(WORDS), "Protokoll: Startmöte", "Start-up meeting"
    ),
    "agenda": _to_print(agenda_page.pdf, build(AgendaPage, WORDS, LINES), f"Slutmöte med {WORDS}", "Close-out meeting"),
    "supplier": _to_print(supplier_sheet.pdf, build(SupplierSheet, WORDS, LINES), f"{WORDS}, 24 november", WORDS),
}


def first_page(paper: Paper, language: Language) -> tuple[str, bytes]:
    """The name of its template, and how it looks: drawn with the same values."""
    drawn: list[tuple[str, bytes]] = []

    def draw(template: Path, values: Mapping[str, str], **_: object) -> bytes:
        pages: Any = typesetting.png(template, values, pixels_per_inch=PIXELS_PER_INCH)
        drawn.append((template.stem, pages[0] if isinstance(pages, list) else pages))
        return b""

    with patch.object(typesetting, "pdf", draw), patch.object(typesetting, "pdf_to_file", draw):
        paper.make(language)
    return drawn[0]
