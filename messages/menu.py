"""How commands are written, and the menu of them that Telegram shows, by role and language."""

import re
from functools import cache

from domain.command import COMMANDS_OF, Command
from domain.frozen import frozen
from domain.language import Language
from domain.pattern import Pattern
from domain.role import Role
from domain.typed_text import unmarked
from messages.heard import is_heard, phrases, righted
from messages.label import wordings
from messages.typed_label import OF_POLITENESS

START, BACK = "start", "back"
"""These stand in no menu: what Telegram itself writes for the button that opens a chat, and one step back in a form."""

_SLASH = Pattern(r"\s*([/\\\N{FULLWIDTH SOLIDUS}])\s*(.*)", re.DOTALL)
_OUR_NAME = Pattern(r"^(\w+)@\w+")
_WORD = Pattern(r"[^\s_]+")
_MOST_WORDS = 3
NOT_WISHED_FOR = (START, Command.CANCEL, Command.AWAY)


@frozen
class CommandMeant:
    """A command as somebody wrote it.

    Attributes:
        command: Which; `START`, `BACK`, or None where there is none of that name.
        behind: What stands behind it.
        is_plain: Whether it could be nothing else, also in the middle of a form.
        has_slash: Whether it begins with "/".
        has_slip: Whether it is the only one that is near, with a slip in it: then nothing else must be meant.
    """

    command: Command | str | None
    behind: str = ""
    is_plain: bool = True
    has_slash: bool = True
    has_slip: bool = False


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
        if set(text.strip()) == {"?"}:
            return CommandMeant(Command.HELP, has_slash=False)
        return _bare(text)
    meant = _behind_slash(_OUR_NAME.sub(r"\1", slash[2]))
    return meant if meant.command is not None or slash[1] != "\\" else None


def asks_what_is_kept(text: str) -> bool:
    """Whether somebody who has no commands asks for the one that is everybody's."""
    meant = command_meant(text)
    return meant is not None and meant.command is Command.PRIVACY and meant.has_slash


def _bare(text: str) -> CommandMeant | None:
    """Without "/": a word for it alone, one after "jag vill", one with a slip in it."""
    words = unmarked(text)
    found = _called().get(words) or _called().get(OF_POLITENESS.sub("", words)) or _wished_for(words)
    if found is not None:
        return CommandMeant(found, is_plain=is_heard("heard.always", text), has_slash=False)
    slipped = _slipped(words)
    return CommandMeant(slipped, is_plain=False, has_slash=False, has_slip=True) if slipped else None


def _wished_for(words: str) -> Command | str | None:
    """Not what may be wished of the work and not of the bot, such as "vi vill börja"."""
    ways = (
        _called().get(words.removeprefix(f"{each} "))
        for each in phrases("heard.wishes")
        if words.startswith(f"{each} ")
    )
    found = next((way for way in ways if way is not None), None)
    return None if found in NOT_WISHED_FOR else found


def _slipped(words: str) -> Command | str | None:
    """The command whose name this single word is, but for one slip."""
    return None if " " in words else _called().get(righted(words, _single_names()))


@cache
def _single_names() -> frozenset[str]:
    return frozenset(name for name in _called() if " " not in name)


def _behind_slash(text: str) -> CommandMeant:
    """As many words as make a command; people leave a space in "bjud in", or put a line there."""
    words = list(_WORD.finditer(text))
    for last in reversed(words[:_MOST_WORDS]):
        written = unmarked(text[: last.end()])
        found = _called().get(written) or _called().get(written.replace(" ", ""))
        if found is not None:
            return CommandMeant(found, text[last.end() :].strip())
    return CommandMeant(_slipped(unmarked(text)) if words else Command.HELP)


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
