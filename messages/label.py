"""Labels: the short texts of buttons, choices and complaints, from `labels.toml` in each language's folder."""

from datetime import date
from functools import cache
from pathlib import Path

import tomli

from domain.frozen import frozen
from domain.language import Language
from messages import formats

FOLDER = Path(__file__).parent


@frozen
class Label:
    """A short text that is chosen now and worded later, in the reader's language.

    Attributes:
        key: Where the wording stands in `labels.toml`, such as "trade.painting"; empty for a text of its own.
        day: The day that the wording names with `{day}`, if it does.
        text: A text that is the same in every language, such as an area's name; where there is a key, what the
            wording names with `{text}`.
        note: The key of a word that stands behind the label, such as "answer.filled".
        joined: Labels that stand side by side instead, with a dot between.
    """

    key: str = ""
    day: date | None = None
    text: str = ""
    note: str = ""
    joined: tuple["Label", ...] = ()

    def worded(self, language: Language) -> str:
        """The label in that language. Raises KeyError for a key that the language lacks."""
        if self.joined:
            return " · ".join(label.worded(language) for label in self.joined)
        wording = self._wording(language) if self.key else self.text
        return f"{wording} ({wordings(language)[self.note]})" if self.note else wording

    def _wording(self, language: Language) -> str:
        wording = wordings(language)[self.key]
        if self.day is None and not self.text:
            return wording
        return wording.format(day=self._day_in(language), month=self._month_in(language), text=self.text)

    def _day_in(self, language: Language) -> str:
        return formats.short_day(self.day, language) if self.day else ""

    def _month_in(self, language: Language) -> str:
        return formats.month(self.day, language) if self.day else ""


@cache
def wordings(language: Language) -> dict[str, str]:
    """All labels of a language, by "table.name"."""
    tables = tomli.loads((FOLDER / language.value / "labels.toml").read_text(encoding="utf-8"))
    return {f"{table}.{name}": text for table, names in tables.items() for name, text in names.items()}
