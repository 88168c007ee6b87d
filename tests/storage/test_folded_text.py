from sqlalchemy import literal, select

from domain.folded import folded
from storage.database import Database
from storage.dialects import folded_text

TEXTS = (
    *("Exempelmåleriet AB", "EXEMPELMÅLERIET", "Ma\u030aleri", "MA\u030aLERI", "Öresunds Éclair", "Sørensen & Æbleby"),
    *("SØRENSEN", "KS 2026/17", "1\u00a0000", "må\u200bleri", "100%_\\", "'citat'", "Đorđević", "Ǿster", ""),
)


async def test_a_text_compares_alike_in_the_database_and_beside_it(database: Database) -> None:
    async with database.read() as session:
        found = [await session.scalar(select(folded_text(literal(text)))) for text in TEXTS]
    assert found == [folded(text) for text in TEXTS]
    assert found[:4] == ["exempelmaleriet ab", "exempelmaleriet", "maleri", "maleri"]
