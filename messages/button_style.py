"""How much a button weighs, by what stands on it: Telegram colours it, and the words alone say the same.

A message has at most one main action, the first that is one. What is here follows from the label, so that nothing of it
is kept with a message, and a server that does not know of styles shows the button as it always did.
"""

from collections.abc import Iterable, Iterator
from enum import StrEnum
from typing import Final

from messages.button import Button


class ButtonStyle(StrEnum):
    """As the Bot API has named them since 9.4."""

    PRIMARY = "primary"
    """The main action of its message."""
    SUCCESS = "success"
    """The main action, where it says yes to something."""
    DANGER = "danger"
    """What can't be undone."""


STYLES: Final = {
    **dict.fromkeys(
        (
            "answer.send",
            "booking.send",
            "contract.offer",
            "import.all",
            "import.coming",
            "import.right",
            "import.right_coming",
            "inquiry.answer",
            "invite.send",
            "invite.send_everyone",
            "meeting.book",
            "nudge.propose_time",
            "nudge.report",
            "obligation.send",
            "outcome.book",
            "slot.claim",
            "wishing.new",
            "wishing.turn_on",
        ),
        ButtonStyle.PRIMARY,
    ),
    **dict.fromkeys(
        ("agreed.confirm", "meeting.coming", "nudge.done", "outcome.held", "start_answer.yes"), ButtonStyle.SUCCESS
    ),
    **dict.fromkeys(
        (
            "broadcast.stop_sure",
            "invite.undo",
            "invite.undo_everyone",
            "meeting.cancel",
            "people.end",
            "wishing.dispose",
            "wishing.off_yes",
        ),
        ButtonStyle.DANGER,
    ),
}
"""By the label's key."""


def styles(buttons: Iterable[Button]) -> Iterator[ButtonStyle | None]:
    """The style of each button of a message, in order; None for what weighs no more than others."""
    has_main = False
    for button in buttons:
        style = STYLES.get(button.label.key)
        is_main = style not in (None, ButtonStyle.DANGER)
        yield None if is_main and has_main else style
        has_main |= is_main
