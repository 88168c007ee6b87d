"""Which messages' words stand in no file: those of what is looked for, and of a single resident's way.

A file is passed on, sorted and put beside others. From the words of such messages somebody could tell that two
placements are one resident's, or what became of one. That one was sent, to whom and when, is in the file all the same.
"""

from functools import cache

from messages.template import all_names, parameters_named

HOUSES = ("messages.placements", "messages.wishes")

TELL_HOW_MANY_FIT = frozenset(
    {
        *("matcher_slot_answered", "matcher_slot_card", "matcher_slot_digest", "matcher_slot_open_again"),
        *("matcher_slot_reported", "matcher_slot_shown", "matcher_slot_waiting"),
        *("matcher_slots_open", "matcher_slots_reported", "matcher_slots_waiting"),
    }
)
"""Of an offer to a matcher: how many of their wishes it fits, often one, which is for nobody but matchers."""

LISTS_FIRST_STARTS = "everyone_state_shown"
"""Which starts count as residents: whatever began and is not there is somebody's second one."""


def is_withheld(template: str | None) -> bool:
    """Whether the words by that template are left out; also by one that nobody knows any more."""
    return template not in _told()


@cache
def _told() -> frozenset[str]:
    of_others = {name for name in all_names() if not parameters_named(name).__module__.startswith(HOUSES)}
    return frozenset(of_others - TELL_HOW_MANY_FIT - {LISTS_FIRST_STARTS})
