"""Make a document of what it tells: the file itself, in the language in which it is filed.

Who makes it is loaded by the first of its kind, as with `messages/attachment.py`.
"""

from collections.abc import Callable
from typing import Any, TypeVar

from domain.document import DocumentFormat, DocumentKind
from domain.language import Language
from messages.imprint import Imprint
from messages.plain import as_plain, from_plain

Facts = TypeVar("Facts")

Maker = Callable[[dict[str, Any], Imprint, Language], bytes]


def as_facts(facts: Any) -> dict[str, Any]:
    """What a document tells, a frozen dataclass, as plain data to keep."""
    plain: dict[str, Any] = as_plain(facts)
    return plain


def from_facts(kind: type[Facts], facts: dict[str, Any]) -> Facts:
    """The dataclass of what a document tells, from what was kept. Raises a ValueError for what isn't one."""
    return from_plain(facts, kind)


def made(
    kind: DocumentKind, in_format: DocumentFormat, facts: dict[str, Any], imprint: Imprint, language: Language
) -> bytes:
    """The file. Heavy: not for the event loop. Raises KeyError for a format that the kind hasn't."""
    return _MAKERS[kind, in_format](facts, imprint, language)


def _council_page_pdf(facts: dict[str, Any], imprint: Imprint, language: Language) -> bytes:
    from messages.council import making

    return making.pdf(facts, imprint, language)


def _council_page_html(facts: dict[str, Any], imprint: Imprint, language: Language) -> bytes:
    from messages.council import making

    return making.html(facts, imprint, language)


def _dossier(facts: dict[str, Any], imprint: Imprint, language: Language) -> bytes:
    from messages.dossiers import dossier_sheet

    return dossier_sheet.pdf(facts, imprint, language)


def _meeting_record(facts: dict[str, Any], imprint: Imprint, language: Language) -> bytes:
    from messages.meetings import record_sheet

    return record_sheet.pdf(facts, imprint, language)


_MAKERS: dict[tuple[DocumentKind, DocumentFormat], Maker] = {
    (DocumentKind.COUNCIL_PAGE, DocumentFormat.PDF): _council_page_pdf,
    (DocumentKind.COUNCIL_PAGE, DocumentFormat.HTML): _council_page_html,
    (DocumentKind.DOSSIER, DocumentFormat.PDF): _dossier,
    (DocumentKind.MEETING_RECORD, DocumentFormat.PDF): _meeting_record,
}
