"""What the buttons about starts carry."""

UNDO_CONFIRMED = "sc"
"""It carries what the other buttons of a slot's card do, but the placement's id for the revision."""

STARTED_ON, OTHER_DAYS = "nyd", "nyo"
"""On which day somebody has begun. They carry what the other buttons of a slot's card do; behind the revision the day,
counted from the year 1, or a page of days."""

NEW_RESIDENT, COUNTED_RESIDENT, REPORT_EARLY = "nyn", "nyr", "se"
"""Whether who has begun counts for the first time this year, and that they have begun before the first day. They carry
what `STARTED_ON` does."""

HAS_BEGUN, HAS_NOT_BEGUN = "nyj", "nyi"
"""A coordinator has heard both sides: these carry the placement's id."""

YES, NO = "sy", "sn"
"""These carry the placement's id."""


def key(placement_id: int) -> str:
    """How the key of the question to the supplier begins, by which it is found again."""
    return f"start:{placement_id}:"


def disagreed(placement_id: int) -> str:
    """How the key of what the coordinators read of a disagreement begins."""
    return f"disagreed:{placement_id}:"
