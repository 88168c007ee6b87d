"""Names that look like settings but are none, such as STEGET_CONTAKT: nothing would heed them, and nobody notice."""

import difflib
import os
from collections.abc import Sequence

from bot.commands import env_file
from bot.settings import Settings, variable
from messages.terminal import said

BEGINNING = "STEGET_"
AS_LIKE = 0.8
"""So like a setting a name without the beginning must be, before anybody is told that it may be meant."""

KNOWN = [variable(field) for field in Settings.model_fields]


def unknown_names() -> Sequence[str]:
    """A line for each, with the setting that may be meant."""
    ours = [name for name in os.environ if name.upper().startswith(BEGINNING)]
    names = dict.fromkeys([*ours, *(name for name in env_file.names() if _is_ours(name))])
    return [_told(name) for name in names if name.upper() not in KNOWN]


def _is_ours(name: str) -> bool:
    """In our own file a name may also have lost its beginning; what else stands there is somebody else's."""
    return name.upper().startswith(BEGINNING) or bool(_near(name, AS_LIKE))


def _near(name: str, cutoff: float) -> list[str]:
    return difflib.get_close_matches(name.upper(), KNOWN, n=1, cutoff=cutoff)


def _told(name: str) -> str:
    near = _near(name, 0.6)
    return said("settings.unknown_near", name=name, near=near[0]) if near else said("settings.unknown", name=name)
