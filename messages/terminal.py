"""What the command line says, from `terminal.toml` in each language's folder, in the terminal's language.

The library that reads the command line has words of its own, such as "Usage:". It takes their Swedish from where
programs take it, gettext: `sv/LC_MESSAGES`.
"""

import gettext
import os
import re
from functools import cache
from pathlib import Path

import tomli

from domain.language import Language

FOLDER = Path(__file__).parent

ASKED_IN_TURN = ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")
"""Where a terminal says its language. The first that says anything decides, as for every program beside us."""


def named_language() -> Language | None:
    """The language that the terminal asks for; None where it names neither of ours, as a server's often does."""
    asked = next((value for name in ASKED_IN_TURN if (value := os.environ.get(name))), "")
    codes = [re.split("[_.@]", code)[0].lower() for code in asked.split(":")]
    return next((Language(code) for code in codes if code in set(Language)), None)


def terminal_language() -> Language:
    """The language to speak: English where the terminal names none that we speak, like the programs beside us."""
    return named_language() or Language.ENGLISH


def lend_words_to_libraries() -> None:
    """Let gettext find the Swedish of what libraries say; English they speak by themselves."""
    if terminal_language() is Language.SWEDISH:
        gettext.bindtextdomain("messages", str(FOLDER))


def said(key: str, **values: object) -> str:
    """The words with that key: a table, a dot, a name. Raises KeyError for a key that the language lacks."""
    return wordings(terminal_language())[key].format(**values)


@cache
def wordings(language: Language) -> dict[str, str]:
    """All that the command line says in a language, by "table.name"."""
    tables = tomli.loads((FOLDER / language.value / "terminal.toml").read_text(encoding="utf-8"))
    return {f"{table}.{name}": text for table, names in tables.items() for name, text in names.items()}
