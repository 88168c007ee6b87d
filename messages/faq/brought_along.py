"""What Steget brings along of what is asked often, from `faq.toml` in each language's folder."""

import tomllib
from functools import cache
from typing import Any

from domain.faq import FaqCode, AskedOften, FaqKey, FaqWording, Phrases
from domain.language import Language
from domain.typed_text import unmarked
from messages.label import FOLDER


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
        alone=frozenset().union(*(_phrases(each["alone"]) for each in written)),
        together=tuple(tuple(map(_phrases, groups)) for each in written for groups in each["together"]),
    )


def _wording(language: Language, code: FaqCode) -> FaqWording:
    tables = _tables(language)
    said = tables[code]
    return FaqWording(said["question"], said["answer"].strip(), tables["checked_on"], said.get("is_to_confirm", False))


def _phrases(listed: str) -> Phrases:
    return frozenset(unmarked(each) for each in listed.split(","))


@cache
def _tables(language: Language) -> dict[str, Any]:
    return tomllib.loads((FOLDER / language.value / "faq.toml").read_text(encoding="utf-8"))
