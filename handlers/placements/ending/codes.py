"""What the buttons about a placement's end carry. Most carry the placement's id."""

from messages.button import data
from messages.label import Label
from storage.placements.placement import Placement

HOW = "ew"
"""How did it end?"""

AS_PLANNED, HIRED, GOES_ON = "ea", "eh", "ex"

EARLIER = "eb"
"""Also a page of days."""

DAY = "ed"
"""Also the day, by its number in the calendar."""

REASON = "er"
"""Also the day, and the place of the reason among all."""

UNTIL, UNTIL_ANYWAY = "eu", "et"
"""Also the last day, by its number in the calendar."""

AGREE, AGREE_HIRED, DISAGREE = "ey", "ei", "eo"
"""The other side's answers. Also the instant at which it was said, so that what was said since is not answered."""

SETTLE, GO_ON = "es", "eg"
"""A coordinator's."""


def key_begins(placement_id: int) -> str:
    """How the keys of all messages begin that ask about a placement's end."""
    return f"placement-end:{placement_id}:"


def way(label: str, code: str, placement: Placement, *numbers: int) -> tuple[Label, str]:
    """A choice about the placement's end."""
    return Label(label), data(code, placement.id, *numbers)
