"""Read a file in a process of its own, with little memory, little time and nothing worth stealing.

What somebody sends can be made to use up memory or time, and the library for workbooks is native code that ends its
process where memory runs out. So the bot never reads a file itself: it asks this module, run as a program, which gets
the file on its standard input, none of the bot's environment, and answers with JSON.
"""

import asyncio
import json
import os
import subprocess
import sys
from dataclasses import fields
from datetime import date
from typing import Any

from domain.contract_sheet import MOST_BYTES, Refusal
from handlers.importing.sheet import Broken, Cell, Formula, Row, Tab, UnreadableError

SECONDS = 10
"""A city's file takes a fifth of a second."""

MOST_MEMORY = 600_000_000
"""Bytes of address space, most of which is the program itself."""

_COMMAND = (sys.executable, "-P", "-m", "handlers.importing.sandbox")


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
            env={"PYTHONPATH": os.pathsep.join(filter(None, sys.path))},
        )
        answer: dict[str, Any] = json.loads(done.stdout)
    except subprocess.TimeoutExpired:
        return {"refusal": Refusal.TOO_LARGE}
    except subprocess.CalledProcessError:
        return {"refusal": Refusal.BROKEN}
    return answer


def _main() -> None:
    import resource  # noqa: PLC0415  only where the limits are set

    from handlers.importing.reading import tabs_of_file  # noqa: PLC0415  the library, which the bot itself never loads

    resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    try:
        tabs = tabs_of_file(sys.stdin.buffer.read())
        answer: dict[str, Any] = {"tabs": [_packed_tab(tab) for tab in tabs]}
    except UnreadableError as error:
        answer = {"refusal": error.refusal}
    except (MemoryError, RecursionError):
        answer = {"refusal": Refusal.TOO_LARGE}
    json.dump(answer, sys.stdout)


def _packed_tab(tab: Tab) -> dict[str, Any]:
    rows = [[row.number, [_packed(cell) for cell in row.cells]] for row in tab.rows]
    return {each.name: getattr(tab, each.name) for each in fields(Tab)} | {"rows": rows}


def _unpacked_tab(packed: dict[str, Any]) -> Tab:
    rows = tuple(Row(number, tuple(map(_unpacked, cells))) for number, cells in packed["rows"])
    lists = {name: tuple(value) for name, value in packed.items() if isinstance(value, list)}
    refusal = Refusal(packed["refusal"]) if packed["refusal"] else None
    return Tab(**packed | lists | {"rows": rows, "refusal": refusal})


def _packed(cell: Cell) -> Any:
    """A cell as JSON: texts and numbers are themselves, all else names its sort."""
    match cell:
        case Formula():
            return {"formula": True}
        case Broken():
            return {"broken": True}
        case date():
            return {"day": cell.isoformat()}
        case _:
            return cell


def _unpacked(packed: Any) -> Cell:
    if isinstance(packed, dict):
        if "day" in packed:
            return date.fromisoformat(packed["day"])
        return Broken() if "broken" in packed else Formula()
    return packed if isinstance(packed, str) else float(packed)


if __name__ == "__main__":
    _main()
