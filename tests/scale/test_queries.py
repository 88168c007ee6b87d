"""No question that the clock or a person asks often makes the database read a whole table."""

from bot.demo.movable_clock import MovableClock
from bot.program import Program
from storage.database import Database
from tests.city import MONDAY_MORNING, settings_for
from tests.scale.conftest import Sizes
from tests.scale.statements import overheard, that_read_whole_tables


async def test_a_tick_with_nothing_due_reads_no_whole_table(many: Database, sizes: Sizes) -> None:
    clock = MovableClock(MONDAY_MORNING, stands_still=True)
    program = Program(settings_for(sizes.many.url, "http://127.0.0.1"), many, clock)
    with overheard() as statements:
        await program.tick()
    assert statements
    found = that_read_whole_tables(sizes.many.url, statements)
    assert not found, "\n\n".join(found)
