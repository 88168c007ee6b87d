"""A drawing: a template and all that it shows, in words. What shows the same has the same hash, and is drawn once."""

import hashlib
import json
from collections.abc import Mapping
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Any

from domain.frozen import frozen

FOLDER = Path(__file__).parent


class Colours(StrEnum):
    """Which colours it is drawn in; each has a table in `palette.toml`."""

    LIGHT = "light"
    """For a chat: on its own paper it is as clear in a dark one."""
    DARK = "dark"
    """For a page that is dark all around."""


@frozen
class Drawing:
    """What is to be drawn.

    Attributes:
        template: Which of the templates in this folder draws it, without its ending.
        facts: All that it shows, worded: plain data for JSON.
        colours: In which colours.
    """

    template: str
    facts: Mapping[str, Any]
    colours: Colours = Colours.LIGHT

    @property
    def path(self) -> Path:
        """Where the template lies."""
        return FOLDER / f"{self.template}.typ"

    @property
    def values(self) -> dict[str, str]:
        """What the template reads."""
        return {"facts": json.dumps(self.facts, ensure_ascii=False), "colours": self.colours.value}

    @property
    def hash(self) -> str:
        """SHA-256 of everything that it is made of: what it shows, and how it is drawn at present."""
        told = json.dumps([self.template, self.values, _manner()])
        return hashlib.sha256(told.encode()).hexdigest()


@cache
def _manner() -> str:
    """How everything is drawn: another after any change of a template or of the palette."""
    files = sorted([*FOLDER.glob("*.typ"), FOLDER / "palette.toml"])
    return hashlib.sha256(b"\0".join(file.read_bytes() for file in files)).hexdigest()
