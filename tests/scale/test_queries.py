"""No question that the clock or a person asks often makes the database read a whole table."""

import pytest

from tests.scale.conftest import Sizes, a_stopped_city
from tests.scale.size import A_SUPPLIERS, COORDINATOR, MATCHER
from tests.scale.statements import assert_read_no_whole_table, overheard

ASKED = {
    COORDINATOR: ("/avtal", "/moten", "/utskick", "/forsok", "/fragor", "/hjalp"),
    MATCHER: ("/moten", "/forsok", "/fragor", "/hjalp"),
    A_SUPPLIERS: ("/avtal", "/moten", "/platser", "/fragor", "/rapportera", "/avbryt", "/hjalp"),
}
"""What people write day by day."""


async def test_a_tick_with_nothing_due_reads_no_whole_table(sizes: Sizes) -> None:
    async with a_stopped_city(sizes.many) as city:
        with overheard() as statements:
            await city.program.tick()
    assert_read_no_whole_table(sizes.many.url, statements)


@pytest.mark.parametrize("asker", ASKED)
async def test_what_people_ask_for_day_by_day_reads_no_whole_table(sizes: Sizes, asker: int) -> None:
    async with a_stopped_city(sizes.many) as city:
        kim = city.somebody(asker)
        city.start()
        with overheard() as statements:
            for said in ASKED[asker]:
                await kim.says(said)
    assert_read_no_whole_table(sizes.many.url, statements)
