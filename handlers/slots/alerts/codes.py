"""What the buttons under an alert carry, and under which keys alerts are queued."""

CLAIM, SHOW_ALL = "ta", "va"

ALERT = "alert:"
"""How the key of every alert begins."""


def key_begins(slot_id: int) -> str:
    """How the keys of a slot's alerts begin."""
    return f"{ALERT}{slot_id}:"


def key_of(slot_id: int, person_id: int) -> str:
    """The key of the alert by which somebody hears of a slot first."""
    return f"{key_begins(slot_id)}{person_id}"
