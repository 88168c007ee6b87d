"""Whatever changes its status does so by the table of its life."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import storage
from domain.slot import SlotStatus
from domain.slot_life import SLOT_LIFE, SlotEvent
from storage.database import Database
from storage.guarded_update import happened
from storage.slots.slot import Slot
from tests.storage.rows import add_people, add_slot

FILES = [path for path in Path(storage.__file__).parent.rglob("*.py") if "migrations" not in path.parts]


def set_statuses(tree: ast.AST) -> Iterator[int]:
    """The lines on which a statement writes a status that it names itself."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "values":
            yield from (node.lineno for keyword in node.keywords if keyword.arg == "status")


@pytest.mark.parametrize("path", FILES, ids=[str(path.relative_to(Path(storage.__file__).parent)) for path in FILES])
def test_no_statement_writes_a_status_past_the_table_of_its_life(path: Path) -> None:
    assert list(set_statuses(ast.parse(path.read_text()))) == []


async def test_what_is_listed_leads_where_the_table_says_and_all_else_is_refused(
    database: Database,
) -> None:
    await add_people(database)
    slot_id = await add_slot(database)

    async def happens(event: SlotEvent, **values: object) -> bool:
        async with database.write() as session:
            return bool(await happened(session, Slot.status, SLOT_LIFE, event, values, Slot.id == slot_id))

    async def status() -> SlotStatus:
        async with database.read() as session:
            return (await session.get_one(Slot, slot_id)).status

    status_now = SlotStatus.OPEN
    for event in (SlotEvent.RESUME, SlotEvent.PAUSE, SlotEvent.CLAIM, SlotEvent.CHANGE, SlotEvent.WITHDRAW):
        assert await happens(event) is SLOT_LIFE.allows(status_now, event)
        status_now = SLOT_LIFE.status_after(status_now, event) or status_now
        assert await status() is status_now
    assert status_now is SlotStatus.WITHDRAWN


async def test_no_caller_passes_a_status_by_hand(database: Database) -> None:
    await add_people(database)
    slot_id = await add_slot(database)
    async with database.write() as session:
        told = {"status": SlotStatus.CLOSED}
        assert await happened(session, Slot.status, SLOT_LIFE, SlotEvent.CHANGE, told, Slot.id == slot_id) == {slot_id}
    async with database.read() as session:
        assert (await session.get_one(Slot, slot_id)).status is SlotStatus.OPEN
