"""Files as people make them, and as nobody should."""

import io
from collections.abc import Sequence
from datetime import date
from typing import Any

from xlsxwriter import Workbook

from bot.contract_files import ContractFiles
from domain.contract_sheet import Column
from handlers.handling.work import Work
from handlers.importing import receiving
from handlers.importing.reading import tabs_of_file
from handlers.importing.sheet import Row
from storage.importing.fetching import Try
from storage.importing.sent_file import SentFile
from storage.people.person import Person, by_telegram_id
from tests.chat import Chat

HEADINGS = (
    "Leverantör;Organisationsnummer;Bransch;Område;Diarienummer;Avtal;Värde (kr);Start;Slut;Krav;Antal;Typ av plats;"
    "Senast;Kontaktperson;E-post;Telefon;Ersättare;Ersättarens e-post;Ersättarens telefon;Avstämningsintervall;"
    "Räknas som;Räknas när"
)


def csv(*rows: str, headings: str = HEADINGS) -> bytes:
    """A file with these rows under the headings."""
    return "\r\n".join([headings, *rows, ""]).encode("utf-8-sig")


def xlsx(*rows: Sequence[Any], headings: str = HEADINGS) -> bytes:
    """A workbook; what begins with = becomes a formula, and a day becomes a day."""
    file = io.BytesIO()
    with Workbook(file, {"in_memory": True, "default_date_format": "yyyy-mm-dd"}) as workbook:
        sheet = workbook.add_worksheet("Avtal")
        for number, row in enumerate([headings.split(";"), *rows]):
            for at, cell in enumerate(row):
                if isinstance(cell, date):
                    sheet.write_datetime(number, at, cell)
                else:
                    sheet.write(number, at, cell)
    return file.getvalue()


async def hands_over(chat: Chat, content: bytes, *, name: str = "avtal.csv") -> str:
    """Let a file come in from a chat, as if it had been fetched just now; what the bot says."""
    city = chat.city
    found = await ContractFiles(city.database, city.clock, city.program.city).look(content)
    async with city.database.write() as session:
        actor = await by_telegram_id(session, chat.phone.user_id)
        assert isinstance(actor, Person)
        sent = SentFile(
            person_id=actor.id,
            telegram_file_id="x",
            name=name,
            size=len(content),
            sent_at=city.clock.now(),
            fetch_at=city.clock.now(),
            attempts=1,
        )
        session.add(sent)
        await session.flush()
        work = Work(session, city.clock.now(), city.program.city, key=f"file:{sent.id}")
        await receiving.show(work, Try(sent.id, sent.attempts, sent.telegram_file_id), content, found)
    city.program.deliverer.wake()
    await city.settled()
    return chat.last_text


NUMBER, OTHER_NUMBER = "556016-0680", "556703-7485"


def row(registry_number: str = "A-1", **cells: str) -> str:
    """A right row, with some cells otherwise."""
    right = {
        "supplier": "Firman AB",
        "registry_number": registry_number,
        "title": "Måleri",
        "starts_on": "2026-12-01",
        "ends_on": "2028-11-30",
    }
    return ";".join((right | cells).get(column, "") for column in Column)


def further(registry_number: str = "A-1", **cells: str) -> str:
    """A further row, with nothing but these cells."""
    return ";".join(({"registry_number": registry_number} | cells).get(column, "") for column in Column)


def rows_of(content: bytes) -> list[Row]:
    """The rows of a file's first tab."""
    return list(tabs_of_file(content)[0].rows)
