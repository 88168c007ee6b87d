"""The button that a text names, by its number or its words: every choice can be answered so."""

from domain.frozen import frozen
from domain.typed_number import understood_number
from handlers.handling.work import Work
from messages.heard import is_heard
from messages.message import buttons_of
from messages.typed_label import LONGEST, both, loosely_named, named
from storage import in_chat
from storage.outbox import OutboxRow
from storage.people.person import Person

MESSAGES_LOOKED_BACK = 10
"""How far back a number or a label looks for the choices that it answers."""


@frozen
class ButtonMeant:
    """A button that was named.

    Attributes:
        carried: What it carries.
        shown: The message that it stands under.
    """

    carried: str
    shown: OutboxRow


def may_name_one(words: str) -> bool:
    """Whether it is short enough for what stands on a button."""
    return len(words) <= LONGEST


async def under(work: Work, actor: Person, shown: OutboxRow, words: str) -> ButtonMeant | None:
    """The button that is named, under one message."""
    if not may_name_one(words):
        return None
    carried = _named_in(actor, await in_chat.newest(work.session, shown), words, is_the_one=True)
    return None if carried is None else ButtonMeant(carried, shown)


def stood_under(actor: Person, shown: OutboxRow, words: str) -> bool:
    """Whether the message had that button when it was sent."""
    return may_name_one(words) and _named_in(actor, shown, words, is_the_one=True) is not None


async def under_latest(work: Work, actor: Person, words: str) -> ButtonMeant | None:
    """The button that is named, under the latest message that has it.

    Only under the very latest with buttons is a part of a label enough, or a yes: that is what was read last.
    """
    is_the_one = True
    for row, newest in await in_chat.latest_to(work.session, actor.telegram_id, at_most=MESSAGES_LOOKED_BACK):
        carried = _named_in(actor, newest, words, is_the_one=is_the_one)
        if carried is not None:
            return ButtonMeant(carried, row)
        is_the_one = is_the_one and not newest.content.get("buttons")
    return None


def _named_in(actor: Person, shown: OutboxRow, words: str, *, is_the_one: bool) -> str | None:
    """What the button carries that is named there."""
    buttons = buttons_of(shown.content)
    number = understood_number(words)
    if number is not None:
        return next((button.data for button in buttons if number and button.number == number), None)
    if is_the_one:
        place = loosely_named(words, buttons, actor.language)
    else:
        place = None if _is_yes_or_no(words) else named(words, buttons, both(actor.language))
    return None if place is None else buttons[place].data


def _is_yes_or_no(words: str) -> bool:
    return is_heard("heard.yes", words) or is_heard("heard.no", words)
