"""How much can be kept of whom to turn to: a person's or a company's name, a phone number, an e-mail address."""

import re

LONGEST_NAME = 120
LONGEST_PHONE = 40
LONGEST_EMAIL = 254


def is_same_email(one: str | None, other: str | None) -> bool:
    """Whether the two reach the same mailbox: capitals say nothing."""
    return (one or "").strip().casefold() == (other or "").strip().casefold()


def is_same_phone(one: str | None, other: str | None) -> bool:
    """Whether the two call the same phone, however they are written: "042-10 50 00" is "+46 42 10 50 00"."""
    return _dialled(one or "") == _dialled(other or "")


def _dialled(written: str) -> str:
    """The digits as they are dialled within Sweden; from another country's number nothing is left out."""
    digits = re.sub(r"[^\d+]", "", written.replace("(0)", ""))
    return re.sub(r"^(?:\+|00)46", "0", digits)
