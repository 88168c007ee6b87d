"""Names that look like settings but are none, such as STEGET_CONTAKT: nothing would heed them, and nobody notice."""

import difflib
import os
from collections.abc import Sequence

from bot.commands import env_file
from bot.settings import BEGINNING, VARIABLES
from messages.terminal import said

ALIKE = 0.7
"""So alike two names must be before anybody is told that the other may be meant; 1 is the same."""

KNOWN = list(VARIABLES.values())


def unknown_names() -> Sequence[str]:
    """A line for each, with the setting that may be meant."""
    ours = [name for name in os.environ if name.upper().startswith(BEGINNING)]
    names = dict.fromkeys([*ours, *(name for name in env_file.names() if _is_ours(name))])
    return [_told(name) for name in names if name.upper() not in KNOWN]


def _is_ours(name: str) -> bool:
    """In our own file a name may also have lost its beginning; what else stands there is somebody else's."""
    return name.upper().startswith(BEGINNING) or _near(name) is not None


def _near(name: str) -> str | None:
    """The setting that is most like it; what all begin with makes nothing alike."""
    rest = name.upper().removeprefix(BEGINNING)
    found = difflib.get_close_matches(rest, [known.removeprefix(BEGINNING) for known in KNOWN], n=1, cutoff=ALIKE)
    return BEGINNING + found[0] if found else _longer(name.upper())


def _longer(name: str) -> str | None:
    """The setting of which it is a word, as STEGET_TOKEN is of STEGET_TELEGRAM_TOKEN."""
    word = name.removeprefix(BEGINNING)
    return next((known for known in KNOWN if name != word and word in known.split("_")), None)


def _told(name: str) -> str:
    near = _near(name)
    return said("settings.unknown_near", name=name, near=near) if near else said("settings.unknown", name=name)
