"""Which messages' words stand in no file: those of what is looked for, and of a single resident's way.

A file is passed on, sorted and put beside others. From the words of such messages somebody could tell that two
placements are one resident's, or what became of one. That one was sent, to whom and when, is in the file all the same.
"""

from functools import cache

from messages.template import all_names, parameters_named

HOUSES = ("messages.placements", "messages.wishes")


def is_withheld(template: str | None) -> bool:
    """Whether the words by that template are left out; also by one that nobody knows any more."""
    return template not in _told()


@cache
def _told() -> frozenset[str]:
    return frozenset(name for name in all_names() if not parameters_named(name).__module__.startswith(HOUSES))
