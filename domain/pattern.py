"""Regular expressions that are compiled when they are first asked: there are a hundred, and most days need few.

To compile all of them was two hundredths of a start (docs/decisions/0047).
"""

import re
from collections.abc import Callable, Iterator
from functools import cached_property


class Pattern:
    """As `re.compile` makes it, but that what is wrong with it is told by the first question."""

    def __init__(self, written: str, flags: int = 0) -> None:
        self._written, self._flags = written, flags

    @cached_property
    def compiled(self) -> re.Pattern[str]:
        """What it is made of."""
        return re.compile(self._written, self._flags)

    def fullmatch(self, text: str) -> re.Match[str] | None:
        """Where all of the text is so."""
        return self.compiled.fullmatch(text)

    def match(self, text: str, start: int = 0) -> re.Match[str] | None:
        """Where the text begins so."""
        return self.compiled.match(text, start)

    def search(self, text: str) -> re.Match[str] | None:
        """The first place that is so."""
        return self.compiled.search(text)

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """Each place that is so."""
        return self.compiled.finditer(text)

    def findall(self, text: str) -> list[str]:
        """What each place says."""
        return self.compiled.findall(text)

    def split(self, text: str, maxsplit: int = 0) -> list[str]:
        """The text between those places."""
        return self.compiled.split(text, maxsplit)

    def sub(self, instead: str | Callable[[re.Match[str]], str], text: str, count: int = 0) -> str:
        """The text with something else in those places."""
        return self.compiled.sub(instead, text, count)
