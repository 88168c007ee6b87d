"""What is made to be filed: pages, dossiers and records, each of them once, so that what was sent is what is kept."""

from enum import StrEnum


class DocumentKind(StrEnum):
    """What it is."""

    COUNCIL_PAGE = "council_page"
    """A year on one page, for those who read one page a year."""
    DOSSIER = "dossier"
    """All that is known of one contract, in the order of time."""
    MEETING_RECORD = "meeting_record"
    """What was agreed at a meeting, made when the supplier has confirmed it."""


class DocumentFormat(StrEnum):
    """How it is written."""

    PDF = "pdf"
    """PDF/A-2a and PDF/UA-1: to be filed, and to be read aloud."""
    HTML = "html"
