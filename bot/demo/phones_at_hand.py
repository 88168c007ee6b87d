"""The phones as a newcomer finds them: the buttons to press, the commands to write, and whose phone has them."""

from collections.abc import Iterator, Sequence

from bot.demo.city_description import PhoneDescription, PhoneOwner
from bot.demo.local_telegram import Message, Phone
from domain.command import Command
from domain.frozen import frozen
from domain.language import Language
from messages.label import Label

LOOKED_AT = 100
"""So many of a chat's newest messages; the page shows no more."""


@frozen
class Found:
    """Something that is there: on whose phone, how it is written, and under which message, if it is under one."""

    user_id: int
    name: str
    written: str
    message_id: int | None = None


@frozen
class PhoneAtHand:
    """A phone on the page, and whose it is."""

    owner: PhoneDescription
    phone: Phone

    def command(self, command: Command) -> Found | None:
        """The command, if it is in the menu."""
        menu = {name for name, _ in self.phone.commands}
        spelled = [_spelled(command, language) for language in Language]
        return next((self._found(f"/{name}") for name in spelled if name in menu), None)

    def button(self, action: str) -> Found | None:
        """The newest button for the action; its number is left out."""
        for message in self._messages():
            for button in (each for row in message.buttons for each in row):
                if (button.data or "").partition(":")[0] == action:
                    return self._found(button.text.partition(". ")[2] or button.text, message)
        return None

    def message(self, words: str) -> Found | None:
        """The newest message in which the words stand."""
        return next((self._found(words, message) for message in self._messages() if words in message.words), None)

    @property
    def language(self) -> Language:
        """The language in which the bot writes here: that of the menu."""
        menu = {name for name, _ in self.phone.commands}
        return next((each for each in Language if _spelled(Command.HELP, each) in menu), Language.SWEDISH)

    def wording(self, key: str) -> str:
        """The label as the bot writes it here."""
        return Label(key).worded(self.language)

    def _messages(self) -> Iterator[Message]:
        return reversed(self.phone.messages[-LOOKED_AT:])

    def _found(self, written: str, message: Message | None = None) -> Found:
        name = self.owner.name.partition(" ")[0]
        return Found(self.phone.user_id, name, written, message.message_id if message else None)


@frozen
class PhonesAtHand:
    """All of them, in the order of the page. Each question is answered by the first phone that has it."""

    phones: Sequence[PhoneAtHand]

    def command(self, owner: PhoneOwner, command: Command) -> Found | None:
        """The command in the menu of one of those people."""
        return next((found for each in self._of(owner) if (found := each.command(command))), None)

    def button(self, owner: PhoneOwner, action: str) -> Found | None:
        """The button for the action in the chat of one of those people."""
        return next((found for each in self._of(owner) if (found := each.button(action))), None)

    def message(self, owner: PhoneOwner, words: str) -> Found | None:
        """The message with the words in the chat of one of those people."""
        return next((found for each in self._of(owner) if (found := each.message(words))), None)

    def with_number(self, user_id: int | None) -> PhoneAtHand | None:
        """The phone with that number."""
        return next((each for each in self.phones if each.phone.user_id == user_id), None)

    def _of(self, owner: PhoneOwner) -> Iterator[PhoneAtHand]:
        return (each for each in self.phones if each.owner.belongs_to == owner)


def _spelled(command: Command, language: Language) -> str:
    return Label(f"spelling.{command}").worded(language)
