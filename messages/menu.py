"""How commands are written, and the menu of them that Telegram shows, by role and language."""

from domain.command import COMMANDS_OF, Command
from domain.language import Language
from domain.role import Role
from messages.label import wordings


def spelling(command: Command, language: Language) -> str:
    """How a command is written in a language, without the slash."""
    return wordings(language)[f"spelling.{command}"]


def spellings(command: Command) -> list[str]:
    """How a command is written in each language; all of them work for everyone."""
    return [spelling(command, language) for language in Language]


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
