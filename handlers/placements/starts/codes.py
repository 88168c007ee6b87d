"""What the buttons about starts carry."""

REPORT_EARLY, UNDO_CONFIRMED = "se", "sc"
"""The answers to a question back. They carry what the other buttons of a slot's card do, but `UNDO_CONFIRMED` the
placement's id for the revision."""

NEW_RESIDENT, COUNTED_RESIDENT = "nyn", "nyr"
"""Whether who has begun counts for the first time this year. They carry what the other buttons of a slot's card do."""

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
