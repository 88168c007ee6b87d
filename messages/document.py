"""Make a document of what it tells: the file itself, in the language in which it is filed.

Who makes it is loaded by the first of its kind, as with `messages/attachment.py`.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any, TypeVar

from pydantic import TypeAdapter

from domain.document import DocumentFormat, DocumentKind
from domain.language import Language


@dataclass(frozen=True)
class Imprint:
    """What a document says of itself.

    Attributes:
        number: Its own, among all documents.
        asked_at: When what it tells was so, on the city's clock.
        ledger_head: The newest hash of the ledger's chain then: who has it can see that nothing was changed since.
        city: Whose it is.
    """

    number: int
    asked_at: datetime
    ledger_head: str
    city: str


Facts = TypeVar("Facts")

Maker = Callable[[dict[str, Any], Imprint, Language], bytes]


def as_facts(facts: Any) -> dict[str, Any]:
    """What a document tells, a frozen dataclass, as plain data to keep."""
    plain: dict[str, Any] = TypeAdapter(type(facts)).dump_python(facts, mode="json")
    return plain


def from_facts(kind: type[Facts], facts: dict[str, Any]) -> Facts:
    """The dataclass of what a document tells, from what was kept. Raises a ValueError for what isn't one."""
    return TypeAdapter(kind).validate_python(facts)


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


_MAKERS: dict[tuple[DocumentKind, DocumentFormat], Maker] = {
    (DocumentKind.COUNCIL_PAGE, DocumentFormat.PDF): _council_page_pdf,
    (DocumentKind.COUNCIL_PAGE, DocumentFormat.HTML): _council_page_html,
}
