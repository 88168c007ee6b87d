"""How much can be kept of whom to turn to: a person's or a company's name, a phone number, an e-mail address."""

import re

from domain.frozen import frozen

LONGEST_NAME = 120
LONGEST_PHONE = 40
LONGEST_EMAIL = 254

JOINED = " / "
"""Stands between several numbers of one person."""

_GAP = r"[\s./()–-]{0,3}"


@frozen
class ContactDetails:
    """Where somebody can be reached beside the chat, as far as it is known."""

    phone: str | None = None
    email: str | None = None

    @property
    def are_known(self) -> bool:
        """Whether there is any way at all."""
        return bool(self.phone or self.email)

    def masked(self, mask: str) -> "ContactDetails":
        """Where something is known, the mask instead of it: for whatever is kept of a text that tells it."""
        return ContactDetails(self.phone and mask, self.email and mask)

    def taken_out_of(self, text: str) -> str:
        """The text without these very details, however the number is written in it: what is left is somebody else's."""
        for number in (self.phone or "").split(JOINED):
            text = re.sub(_as_written(number), " ", text) if _dialled(number) else text
        if self.email:
            text = re.sub(rf"(?<![\w.+-]){re.escape(self.email)}(?![\w-]|\.\w)", " ", text, flags=re.IGNORECASE)
        return text


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


def _as_written(number: str) -> str:
    """Finds a number in a text: with the nought or the country's code before it, and with what people put between."""
    dialled = _dialled(number)
    begins = r"(?:(?:\+|00)46|0)" if dialled.startswith("0") else re.escape(dialled[0])
    rest = _GAP.join(dialled[1:])
    return rf"(?<![\d+]){begins}{_GAP}(?:\(0\))?{_GAP}{rest}(?!\d)"
