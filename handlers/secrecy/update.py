"""Mask personal numbers in an update before it is kept anywhere."""

from typing import Any

from domain.pattern import Pattern
from handlers.secrecy.personal_number import masked, may_hold_one

LEFT_ALONE = frozenset(
    {
        "chat_instance",
        "custom_emoji_id",
        "data",
        "file_id",
        "file_unique_id",
        "id",
        "inline_message_id",
        "media_group_id",
        "mime_type",
        "type",
        "username",
    }
)
"""What holds no words of a person's, and must come through as it is."""

_INVITATION = Pattern(r"/start(?:@\w+)?\s+(?!\S*[_-]\d{6})[A-Za-z0-9_-]{27}\s*")
"""With a code from before, of all that a link allows. Those of today can't hold a personal number."""


def without_personal_numbers(value: Any) -> Any:
    """The same JSON value with every personal number in every text of it masked."""
    if isinstance(value, str):
        return value if _is_left_alone(value) else masked(value)
    if isinstance(value, list):
        return [without_personal_numbers(part) for part in value]
    if isinstance(value, dict):
        return {name: part if name in LEFT_ALONE else without_personal_numbers(part) for name, part in value.items()}
    return value


def _is_left_alone(text: str) -> bool:
    return not may_hold_one(text) or _INVITATION.fullmatch(text) is not None
