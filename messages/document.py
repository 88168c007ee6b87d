"""Make a document of what it tells: the file itself, in the language in which it is filed.

Who makes it is loaded by the first of its kind, as with `messages/attachment.py`.
"""

from collections.abc import Callable
from typing import Any

from pydantic import TypeAdapter

from domain.document import DocumentFormat, DocumentKind
from domain.language import Language
from messages.filing import Imprint

Maker = Callable[[dict[str, Any], Imprint, Language], bytes]


def as_facts(facts: Any) -> dict[str, Any]:
    """What a document tells, a frozen dataclass, as plain data to keep."""
    plain: dict[str, Any] = TypeAdapter(type(facts)).dump_python(facts, mode="json")
    return plain


def made(
    kind: DocumentKind, in_format: DocumentFormat, facts: dict[str, Any], imprint: Imprint, language: Language
) -> bytes:
    """The file. Heavy: not for the event loop. Raises KeyError for a format that the kind hasn't."""
    return _MAKERS[kind, in_format](facts, imprint, language)


_MAKERS: dict[tuple[DocumentKind, DocumentFormat], Maker] = {}
