"""Whether two companies' names may well mean the same one, so that a slip of the finger makes no second company."""

import re
from difflib import SequenceMatcher

from domain.folded import folded

LEGAL_FORMS = {"ab", "aktiebolag", "aktiebolaget", "hb", "handelsbolag", "kb", "kommanditbolag", "ef", "publ", "the"}
ALIKE = 0.8
"""How much of two names must be the same: a letter or two of a usual name may differ."""

FEWEST_LETTERS_WITHIN = 4
"""A shorter name stands within too many others."""


def is_same(one: str, other: str) -> bool:
    """Whether the names differ in nothing but capitals and spaces."""
    return known_as(one) == known_as(other)


def is_similar(one: str, other: str) -> bool:
    """Whether the names, without their legal forms, are nearly the same, or one stands within the other."""
    shorter, longer = sorted((_core(one), _core(other)), key=len)
    if not shorter:
        return False
    if len(shorter) >= FEWEST_LETTERS_WITHIN and f" {shorter} " in f" {longer} ":
        return True
    match = SequenceMatcher(None, shorter, longer)
    return match.real_quick_ratio() >= ALIKE and match.quick_ratio() >= ALIKE and match.ratio() >= ALIKE


def known_as(name: str) -> str:
    """By what a company, or a person, is known: the name without regard to capitals and spaces."""
    return " ".join(name.casefold().split())


def _core(name: str) -> str:
    words = re.findall(r"\w+", folded(name))
    return " ".join(word for word in words if word not in LEGAL_FORMS) or " ".join(words)
