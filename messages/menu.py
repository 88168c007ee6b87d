"""How commands are written, and the menu of them that Telegram shows, by role and language."""

import re
from dataclasses import dataclass
from functools import cache

from domain.command import COMMANDS_OF, Command
from domain.language import Language
from domain.role import Role
from domain.typed_text import unmarked
from messages.heard import is_heard, phrases
from messages.label import wordings

START, BACK = "start", "back"
"""These stand in no menu: what Telegram itself writes for the button that opens a chat, and one step back in a form."""

_SLASH = re.compile(r"\s*([/\\\N{FULLWIDTH SOLIDUS}])\s*(.*)", re.DOTALL)
_OUR_NAME = re.compile(r"^(\w+)@\w+")
_WORD = re.compile(r"[^\s_]+")
_MOST_WORDS = 3


@dataclass(frozen=True)
class CommandMeant:
    """A command as somebody wrote it.

    Attributes:
        command: Which; `START`, `BACK`, or None where there is none of that name.
        behind: What stands behind it.
        is_plain: Whether it could be nothing else, also in the middle of a form.
        has_slash: Whether it begins with "/".
    """

    command: Command | str | None
    behind: str = ""
    is_plain: bool = True
    has_slash: bool = True


def spelling(command: Command, language: Language) -> str:
    """How a command is written in a language, without the slash."""
    return wordings(language)[f"spelling.{command}"]


def spellings(command: Command) -> list[str]:
    """How a command is written in each language; all of them work for everyone."""
    return [spelling(command, language) for language in Language]


def command_meant(text: str) -> CommandMeant | None:
    """The command that a text is; None for a text that is none. One that begins with "/" always is."""
    slash = _SLASH.fullmatch(text)
    if slash is None:
        found = Command.HELP if set(text.strip()) == {"?"} else _called().get(unmarked(text))
        is_plain = (found is Command.HELP and not unmarked(text)) or is_heard("heard.always", text)
        return CommandMeant(found, is_plain=is_plain, has_slash=False) if found else None
    meant = _behind_slash(_OUR_NAME.sub(r"\1", slash[2]))
    return meant if meant.command is not None or slash[1] != "\\" else None


def _behind_slash(text: str) -> CommandMeant:
    """As many words as make a command; people leave a space in "bjud in", or put a line there."""
    words = list(_WORD.finditer(text))
    for last in reversed(words[:_MOST_WORDS]):
        written = unmarked(text[: last.end()])
        found = _called().get(written) or _called().get(written.replace(" ", ""))
        if found is not None:
            return CommandMeant(found, text[last.end() :].strip())
    return CommandMeant(None if words else Command.HELP)


@cache
def _called() -> dict[str, Command | str]:
    """Every word for a command, in both languages, as it is compared."""
    also: dict[str, Command | str] = {words: name for name in (*Command, START) for words in phrases(f"also.{name}")}
    back = dict.fromkeys(phrases("heard.back"), BACK)
    return {**also, **back, **{unmarked(spelt): command for command in Command for spelt in spellings(command)}}


def menu(role: Role, language: Language) -> list[tuple[str, str]]:
    """The commands for a role, each with what it does."""
    return [(spelling(command, language), wordings(language)[f"command.{command}"]) for command in COMMANDS_OF[role]]


def explained(role: Role, language: Language) -> list[tuple[str, str]]:
    """The commands for a role as /hjalp explains them: it says more of what each does for just that role."""
    words = wordings(language)
    return [
        (spelling(command, language), words.get(f"help.{command}_{role}") or words[f"help.{command}"])
        for command in COMMANDS_OF[role]
        if command is not Command.HELP
    ]
