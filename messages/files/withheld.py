"""Which messages' words stand in no file: those of what is looked for, and of a single resident's way.

A file is passed on, sorted and put beside others. From the words of such messages somebody could tell that two
placements are one resident's, or what became of one. That one was sent, to whom and when, is in the file all the same.
"""

from functools import cache
from typing import Any

from messages.template import all_names, parameters_named
from messages.withheld import tells_of_residents

HOUSES = ("messages.placements", "messages.wishes")

LISTS_FIRST_STARTS = "everyone_state_shown"
"""Which starts count as residents: whatever began and is not there is somebody's second one."""


def is_withheld(content: dict[str, Any]) -> bool:
    """Whether the words of a message, as the outbox keeps it, are left out; also of one whose template is not known."""
    return content.get("template") not in _told() or tells_of_residents(content)


@cache
def _told() -> frozenset[str]:
    of_others = {name for name in all_names() if not parameters_named(name).__module__.startswith(HOUSES)}
    return frozenset(of_others - {LISTS_FIRST_STARTS})
