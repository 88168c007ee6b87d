"""The languages that every text exists in."""

from enum import StrEnum


class Language(StrEnum):
    """A language, by its ISO 639-1 code."""

    SWEDISH = "sv"
    ENGLISH = "en"


def spoken_by(language_code: str | None, default: Language) -> Language:
    """The language to begin with, from the code that Telegram gives of a person's app.

    The code is an IETF tag such as "sv", "en-GB" or "ar". Whoever uses an app in neither language gets the
    city's own, since that is the one they meet at work.
    """
    primary = (language_code or "").lower().split("-")[0]
    return Language(primary) if primary in set(Language) else default
