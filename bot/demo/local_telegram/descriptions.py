"""What the bot says of itself where nobody has written yet, by language."""

from dataclasses import field

from bot.demo.local_telegram.parameters import Parameters
from bot.demo.local_telegram.refusal import bad_request
from domain.frozen import frozen

LONGEST = 512
LONGEST_SHORT = 120


@frozen
class Descriptions:
    """One of the bot's texts about itself, by language; the one without a language is for all others.

    Attributes:
        longest: So many characters it may have.
    """

    longest: int
    _texts: dict[str, str] = field(default_factory=dict)

    def set(self, language: str, text: str) -> None:
        """Say that from now on; nothing takes it away."""
        if len(text) > self.longest:
            raise bad_request("BOT_DESCRIPTION_TOO_LONG")
        if text:
            self._texts[language] = text
        else:
            self._texts.pop(language, None)

    def exactly(self, language: str) -> str:
        """What is set for just that language."""
        return self._texts.get(language, "")

    def in_force(self, language: str | None) -> str:
        """What somebody sees whose Telegram speaks that language."""
        return self._texts.get(language or "") or self.exactly("")


def read_language(parameters: Parameters) -> str:
    """The language of a request: two letters, or none."""
    code = parameters.text("language_code")
    if code and not (len(code) == 2 and code.isascii() and code.islower()):  # noqa: PLR2004  as ISO 639-1 has them
        raise bad_request("invalid language code specified")
    return code
