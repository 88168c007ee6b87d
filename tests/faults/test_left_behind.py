"""What a test has started goes when the test goes, however that ends."""

import asyncio
import os
from pathlib import Path

from tests.faults.process import PATIENCE
from tests.forged import forged


async def test_a_process_does_not_outlive_a_run_that_is_killed(tmp_path: Path) -> None:
    started = await forged("http.server", "0", folder=tmp_path)
    started.hang_up()
    async with asyncio.timeout(PATIENCE):
        while runs(started.process_id):
            await asyncio.sleep(0.01)


def runs(process_id: int) -> bool:
    """Whether there is such a process; sending it the signal 0 only asks."""
    try:
        os.kill(process_id, 0)
    except ProcessLookupError:
        return False
    return True
