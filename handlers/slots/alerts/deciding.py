"""How a coordinator wants to hear of what waits for a decision: at once, or once a day."""

from handlers.slots.alerts.settings_views import DIGEST
from messages.button import Button, data
from messages.label import Label
from messages.message import Message
from messages.obligations.nudge import DecisionWishes


def screen(*, is_digest: bool) -> Message:
    """What is chosen, and the other way."""
    label = Label("wish.one_by_one" if is_digest else "wish.gathered")
    return Message(DecisionWishes(is_digest), ((Button(label, data(DIGEST, 0 if is_digest else 1), number=1),),))
