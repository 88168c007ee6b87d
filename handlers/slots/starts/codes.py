"""What the buttons about starts carry."""

REPORT, UNDO = "st", "su"
"""These carry what every button of a slot's card does."""

YES, NO = "sy", "sn"
"""These carry the placement's id."""


def key(placement_id: int) -> str:
    """How the question to the supplier is found again."""
    return f"start:{placement_id}:"
