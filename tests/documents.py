"""Documents as tests look at them: what came into a chat, what it claims, and what it says."""

import io
from typing import Any

from pypdf import PdfReader

from bot.demo.local_telegram import Message
from tests.chat import Chat
from tests.city import City

FILED: dict[str, Any] = {
    "is_archival": True,
    "is_accessible": True,
    "is_tagged": True,
    "language": "sv-SE",
    "is_every_font_embedded": True,
}
"""What every document claims; its title stands beside."""


def file_of(city: City, shown: Message) -> bytes:
    """The file that a message stands under."""
    file = city.telegram.shelf.find(shown.file_id)
    assert file is not None
    return file.content


def last_document(chat: Chat) -> Message:
    """The last message in the chat that stands under a file."""
    return [each for each in chat.received if each.kind == "document"][-1]


def read(content: bytes) -> PdfReader:
    """The file, to be looked into."""
    return PdfReader(io.BytesIO(content))


def text_of(content: bytes) -> str:
    """All that it says, with single spaces."""
    return " ".join(" ".join(page.extract_text() for page in read(content).pages).split())


def claims(content: bytes) -> dict[str, Any]:
    """What it claims to be, and what that rests on."""
    reader = read(content)
    catalogue: Any = reader.trailer["/Root"]
    metadata = catalogue["/Metadata"].get_data().decode()
    fonts = [font for page in reader.pages for font in _fonts(page)]
    return {
        "is_archival": "<pdfaid:part>2" in metadata and "<pdfaid:conformance>A" in metadata,
        "is_accessible": "<pdfuaid:part>1" in metadata,
        "is_tagged": bool(catalogue["/MarkInfo"]["/Marked"]) and "/StructTreeRoot" in catalogue,
        "language": str(catalogue["/Lang"]),
        "title": reader.metadata.title if reader.metadata else None,
        "is_every_font_embedded": bool(fonts) and all(map(_is_embedded, fonts)),
    }


def _fonts(page: Any) -> list[Any]:
    return [each.get_object() for each in page["/Resources"].get("/Font", {}).values()]


def _is_embedded(font: Any) -> bool:
    inner = font["/DescendantFonts"][0].get_object() if "/DescendantFonts" in font else font
    descriptor = inner["/FontDescriptor"]
    return any(name in descriptor for name in ("/FontFile", "/FontFile2", "/FontFile3"))
