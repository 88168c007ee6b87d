"""What Steget brings along of what is asked often, from `asked_often.toml` in each language's folder."""

from functools import cache
from itertools import chain
from typing import Any

import tomli

from domain.faq import AskedOften, FaqCode, FaqKey, FaqWording, Phrases
from domain.language import Language
from messages.label import FOLDER

GROUP = "@"
"""Stands before the name of a group of words."""


@cache
def brought_along() -> tuple[AskedOften, ...]:
    """All of it, in its order. Raises KeyError for one that a language lacks."""
    return tuple(_entry(code) for code in FaqCode)


def _entry(code: FaqCode) -> AskedOften:
    """What people say is known from both languages: they mix them."""
    written = [_tables(language)[code] for language in Language]
    return AskedOften(
        FaqKey(code),
        swedish=_wording(Language.SWEDISH, code),
        english=_wording(Language.ENGLISH, code),
        alone=frozenset(chain.from_iterable(_phrases(each["alone"]) for each in written)),
        together=tuple(tuple(map(_phrases, groups)) for each in written for groups in each.get("together", ())),
    )


def _wording(language: Language, code: FaqCode) -> FaqWording:
    tables = _tables(language)
    said = tables[code]
    return FaqWording(said["question"], said["answer"].strip(), tables["checked_on"], said.get("is_to_confirm", False))


def _phrases(listed: str) -> Phrases:
    return frozenset(chain.from_iterable(_meant(each.strip()) for each in listed.split(",")))


def _meant(phrase: str) -> Phrases:
    return _group(phrase.removeprefix(GROUP)) if phrase.startswith(GROUP) else frozenset({phrase})


@cache
def _group(name: str) -> Phrases:
    return frozenset(chain.from_iterable(_phrases(_tables(language)["groups"][name]) for language in Language))


@cache
def _tables(language: Language) -> dict[str, Any]:
    return tomli.loads((FOLDER / language.value / "asked_often.toml").read_text(encoding="utf-8"))
