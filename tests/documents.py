"""Documents as tests look at them: what came into a chat, what it claims, and what it says."""

import io
from typing import Any

from pypdf import PdfReader
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

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


# Written apart from the program: whatever the ledger has that names the contract, or something under it.
_UNDER = """
    SELECT 'contract:' || :contract
    UNION ALL SELECT 'obligation:' || id FROM obligation WHERE contract_id = :contract
    UNION ALL SELECT 'meeting:' || id FROM meeting WHERE contract_id = :contract
    UNION ALL SELECT 'hearsay:' || id FROM hearsay WHERE contract_id = :contract
    UNION ALL SELECT 'document:' || id FROM document WHERE contract_id = :contract
    UNION ALL SELECT 'slot:' || id FROM slot WHERE contract_id = :contract
    UNION ALL SELECT 'placement:' || p.id FROM placement p JOIN slot s ON s.id = slot_id WHERE contract_id = :contract
    UNION ALL SELECT 'inquiry:' || i.id FROM inquiry i JOIN slot s ON s.id = slot_id WHERE contract_id = :contract
"""
_TOLD_BY = "SELECT outbox_id FROM ledger WHERE contract_id = :contract AND outbox_id IS NOT NULL"
ROWS = f"""
    SELECT id FROM ledger WHERE id < :before
    AND (contract_id = :contract OR about IN ({_UNDER})
         OR (event = 'message_accepted' AND outbox_id IN
             ({_TOLD_BY} UNION ALL SELECT id FROM outbox WHERE original_id IN ({_TOLD_BY}))))
"""


async def rows_under(session: AsyncSession, contract_id: int, *, before: int | None = None) -> set[int]:
    """The ledger's rows of the contract; or as many as there were when the document with that id was asked for."""
    asked = text("SELECT id FROM ledger WHERE about = :document AND event = 'document_asked'")
    first = await session.scalar(asked, {"document": f"document:{before}"}) if before is not None else None
    return set(await session.scalars(text(ROWS), {"contract": contract_id, "before": first or ALL_OF_THEM}))


def rows_in(facts: dict[str, Any]) -> set[int]:
    """The ledger's rows that a dossier tells of."""
    return {each["row"] for each in facts["happened"]} | {row for each in facts["said"] for row in each["rows"]}


ALL_OF_THEM = 1_000_000_000


def file_of(city: City, shown: Message) -> bytes:
    """The file that a message stands under."""
    file = city.telegram.shelf.find(shown.file_id)
    assert file is not None
    return file.content


def last_document(chat: Chat) -> Message:
    """The last message in the chat that stands under a file."""
    return [each for each in chat.received if each.kind == "document"][-1]


def pages_of(content: bytes) -> list[str]:
    """What each of its pages says."""
    return [page.extract_text() for page in read(content).pages]


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
