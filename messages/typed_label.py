"""Which button somebody means who types its words: with or without its number, its dots and its pictures."""

import re
from collections.abc import Sequence
from functools import cache

from domain.language import Language
from domain.pattern import Pattern
from domain.typed_text import compared, unmarked
from messages.button import Button
from messages.heard import is_heard, phrases
from messages.label import Label, wordings

LONGEST = 80
"""Nobody types a longer label; a longer text is not looked for among them."""

_PART = Pattern(r"\s*(?:[,:(/]|\s[–—-]\s|\s(?:och|and|eller|or)\s)\s*")
OF_POLITENESS = Pattern(r"\s(?:tack|please|då)$")


def named(text: str, buttons: Sequence[Button], languages: Sequence[Language]) -> int | None:
    """The place of the button whose label the text is, in the first language that has it; None where it is in none.

    Nor is it where two are called so: then nobody knows which of them is meant.
    """
    typed = unmarked(text)
    for language in languages:
        near = [place for place, button in enumerate(buttons) if typed and typed in _spelt(button, language)]
        exact = [place for place in near if compared(text) in map(compared, _wordings(buttons[place], language))]
        if near:
            meant = exact or near
            return meant[0] if len(meant) == 1 else None
    return None


def loosely_named(text: str, buttons: Sequence[Button], language: Language) -> int | None:
    """The same, where nothing else can be meant: a part of a label is enough, a yes, or "vet ej" for "Vet inte än"."""
    exactly = named(text, buttons, both(language))
    if exactly is not None:
        return exactly
    for shorter in (unmarked(text), _said_of_oneself(text)):
        meant = [place for place, button in enumerate(buttons) if shorter and shorter in _parts(button, language)]
        if len(meant) == 1:
            return meant[0]
    return _heard_as_one(text, buttons, language)


def is_on_button(tables: tuple[str, ...], text: str) -> bool:
    """Whether the text is a label in one of those tables of `labels.toml`, in any language."""
    return unmarked(text) in _labels_in(tables)


def both(own: Language) -> list[Language]:
    """Every language, the reader's own first."""
    return [own, *(other for other in Language if other is not own)]


@cache
def _labels_in(tables: tuple[str, ...]) -> frozenset[str]:
    return frozenset(
        unmarked(label)
        for language in Language
        for key, label in wordings(language).items()
        if key.partition(".")[0] in tables
    )


def _spelt(button: Button, language: Language) -> frozenset[str]:
    """Its wordings as they are compared. What is the same for everybody is made once."""
    is_the_same = not button.label.text and button.label.day is None and not button.label.joined
    return _spelt_always(button.label, button.number, language) if is_the_same else _as_compared(button, language)


@cache
def _spelt_always(label: Label, number: int, language: Language) -> frozenset[str]:
    return _as_compared(Button(label, "", number), language)


def _as_compared(button: Button, language: Language) -> frozenset[str]:
    return frozenset(map(unmarked, _wordings(button, language)))


def _wordings(button: Button, language: Language) -> set[str]:
    """What stands on the button: with its number and without, and without the word in brackets behind it."""
    label = button.label.worded(language)
    return {button.worded(language), label, re.sub(r" \([^()]*\)$", "", label)}


def _parts(button: Button, language: Language) -> set[str]:
    """The parts of what stands on it. A text of its own, such as an area's name, has none."""
    if not button.label.key:
        return {unmarked(button.label.worded(language))}
    return {unmarked(part) for each in both(language) for part in _PART.split(button.label.worded(each))}


def _said_of_oneself(text: str) -> str:
    """What somebody says they do or want: "jag kommer", "vi kan inte", "skicka tack"."""
    words = OF_POLITENESS.sub("", unmarked(text))
    openings = sorted(phrases("heard.said_of_oneself"), key=len, reverse=True)
    opening = next((each for each in openings if words.startswith(f"{each} ")), "")
    return words.removeprefix(opening).strip()


def _heard_as_one(text: str, buttons: Sequence[Button], language: Language) -> int | None:
    """A yes, a no, or that nobody knows, however it is said."""
    key = next((key for key in ("heard.yes", "heard.no", "heard.not_known") if is_heard(key, text)), None)
    if key is None:
        return None
    heads = [_PART.split(button.label.worded(language))[0] for button in buttons]
    meant = [place for place, head in enumerate(heads) if is_heard(key, head)]
    return meant[0] if len(meant) == 1 else None
