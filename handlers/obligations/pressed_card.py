"""The card that a button was pressed under: it shows how something stood, and is tidied once that has changed."""

from domain.reference import Noun, Reference
from handlers.handling.press import Press

_TELL_OF_MORE = (Noun.OBLIGATION, Noun.NUDGE, Noun.UNDECIDED)
"""Reminders and escalations are about these; they have the same buttons, and are kept up to date by the ladder."""


def is_card(press: Press) -> bool:
    """Whether the button stood under a card."""
    if press.shown is None:
        return False
    about = Reference.read(press.shown.about or "")
    return about is None or about.noun not in _TELL_OF_MORE


def card_id(press: Press) -> int:
    """The card's id in the outbox; 0 for anything else."""
    return press.shown.id if press.shown is not None and is_card(press) else 0
