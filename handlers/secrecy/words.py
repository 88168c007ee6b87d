"""All words that a message carries: its text, what stands under a picture, a file's name, a card, a poll, a quote."""

from collections.abc import Iterable, Iterator
from typing import Any

from telegram import Message

from handlers.secrecy import personal_number
from handlers.secrecy.update import LEFT_ALONE

NOT_SAID_HERE = LEFT_ALONE | {"chat", "from", "pinned_message", "reply_to_message", "sender_chat", "via_bot"}
"""Who writes and where, and other messages that it names."""

BESIDE_TEXT = (
    "api_kwargs",
    "entities",
    "external_reply",
    "forward_origin",
    "link_preview_options",
    "quote",
    "reply_markup",
)
"""What may hold words where a message has a text of its own; what is newer than the library stands in the first."""


def words_of(message: Message | None) -> tuple[str, ...]:
    """Each text in the message, in whatever part of it."""
    return (message.text or "", *words_beside_text(message)) if message is not None else ()


def words_beside_text(message: Message | None) -> tuple[str, ...]:
    """Each but its own text. Most texts have no others beside them, and are not searched for them."""
    if message is None or (message.text and not any(getattr(message, part) for part in BESIDE_TEXT)):
        return ()
    return tuple(_texts_in({name: part for name, part in message.to_dict().items() if name != "text"}))


def hold_number(words: Iterable[str]) -> bool:
    """Whether there is a personal number in one of the texts, or one was masked in it."""
    return any(map(personal_number.is_in, words))


def _texts_in(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, list | tuple):
        for part in value:
            yield from _texts_in(part)
    elif isinstance(value, dict):
        for name, part in value.items():
            if name not in NOT_SAID_HERE:
                yield from _texts_in(part)
