"""The program that reads a file for `sandbox`: the file is its standard input, what is in it its answer, as JSON.

It starts anew for each file, so it imports nothing that it does not need.
"""

import json
import sys
from dataclasses import fields
from datetime import date
from typing import Any

from domain.contract_sheet import Refusal
from handlers.importing.sheet import Broken, Cell, Formula, Tab, UnreadableError

SECONDS = 10
"""A city's file takes a fifth of a second."""

MOST_MEMORY = 600_000_000
"""Bytes of address space, most of which is the program itself."""


def main() -> None:
    """Read it within these limits."""
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


if __name__ == "__main__":
    main()
