"""Read a file in a process of its own, with little memory, little time and nothing worth stealing.

What somebody sends can be made to use up memory or time, and the library for workbooks is native code that ends its
process where memory runs out. So the bot never reads a file itself: it asks a program of its own (`reading_apart`),
which gets the file on its standard input, none of the bot's environment, and answers with JSON.
"""

import asyncio
import json
import os
import subprocess
import sys
from datetime import date
from pathlib import Path
from typing import Any

from domain.contract_sheet import MOST_BYTES, Refusal
from handlers.importing.reading_apart import SECONDS
from handlers.importing.sheet import Broken, Cell, Formula, Row, Tab, UnreadableError

HERE = str(Path(__file__).parents[2])
"""Where this program lies."""

_COMMAND = (sys.executable, "-P", "-S", "-m", "handlers.importing.reading_apart")
"""Without what Python looks for at its start besides: it is told where everything is, and starts in half the time."""


async def read(content: bytes) -> list[Tab]:
    """The tabs. Raises UnreadableError."""
    if len(content) > MOST_BYTES:
        raise UnreadableError(Refusal.TOO_LARGE)
    return await asyncio.to_thread(_tabs, content)


def _tabs(content: bytes) -> list[Tab]:
    answer = _ask(content)
    if "refusal" in answer:
        raise UnreadableError(Refusal(answer["refusal"]))
    return [_unpacked_tab(packed) for packed in answer["tabs"]]


def _ask(content: bytes) -> dict[str, Any]:
    try:
        done = subprocess.run(  # noqa: S603  the program is this one, and the file is not part of the command
            _COMMAND,
            input=content,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=SECONDS,
            check=True,
            env={"PYTHONPATH": os.pathsep.join(filter(None, [HERE, *sys.path]))},
        )
        answer: dict[str, Any] = json.loads(done.stdout)
    except subprocess.TimeoutExpired:
        return {"refusal": Refusal.TOO_LARGE}
    except subprocess.CalledProcessError:
        return {"refusal": Refusal.BROKEN}
    return answer


def _unpacked_tab(packed: dict[str, Any]) -> Tab:
    rows = tuple(Row(number, tuple(map(_unpacked, cells))) for number, cells in packed["rows"])
    lists = {name: tuple(value) for name, value in packed.items() if isinstance(value, list)}
    refusal = Refusal(packed["refusal"]) if packed["refusal"] else None
    return Tab(**packed | lists | {"rows": rows, "refusal": refusal})


def _unpacked(packed: Any) -> Cell:
    if isinstance(packed, dict):
        if "day" in packed:
            return date.fromisoformat(packed["day"])
        return Broken() if "broken" in packed else Formula()
    return packed if isinstance(packed, str) else float(packed)
