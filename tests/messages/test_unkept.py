"""What may be kept nowhere can't be queued; what is kept instead holds numbers, and says that it is gone."""

import re
from dataclasses import fields
from enum import StrEnum
from typing import Any, get_type_hints

import pytest

from domain.language import Language
from domain.slot import SlotKind, Trade
from handlers.registry import WORDINGS
from messages.button import Button
from messages.label import Label
from messages.message import Message
from messages.rendering import rendered
from messages.template import all_names, is_kept, parameters_named
from messages.unkept import Unkept, without_words
from messages.wishes.facts import WishedFacts
from messages.wishes.wish import WishChecked, WishNamed

NUMBERS_AND_CODES = (int, tuple[int, ...])
A_LABEL = {"complaint"}
"""Fields that name a label, and never say what was answered."""


def test_the_outbox_refuses_what_is_kept_nowhere() -> None:
    wished = WishedFacts(SlotKind.INTERNSHIP, Trade.PAINTING, "Centrum", None, None, None, None, ())
    with pytest.raises(ValueError, match="matcher_wish_checked are kept nowhere"):
        Message(WishChecked(wished, "")).content()


def test_what_is_kept_instead_holds_numbers_and_somebody_words_it() -> None:
    kinds = [kind for kind in map(parameters_named, all_names()) if issubclass(kind, Unkept)]
    assert set(kinds) == set(WORDINGS)
    told = {(kind.__name__, field) for kind in kinds for field in fields_that_tell(kind)}
    assert told == set()


def fields_that_tell(kind: Any) -> list[str]:
    types = get_type_hints(kind)
    return [
        field.name
        for field in fields(kind)
        if types[field.name] not in NUMBERS_AND_CODES
        and field.name not in A_LABEL
        and not issubclass(types[field.name], StrEnum)
    ]


def test_every_template_about_a_wish_is_kept_nowhere_or_says_nothing_of_it() -> None:
    wordy = [name for name in all_names() if is_kept(name) and re.search(r"Wish(ed)?Facts", types_in(name))]
    assert wordy == []


def types_in(name: str) -> str:
    return str(get_type_hints(parameters_named(name)))


def test_a_wish_that_is_no_more_says_so_in_both_languages() -> None:
    gone = Message(WishNamed(12, 3))
    assert rendered(gone, Language.SWEDISH).text.startswith("Det här önskemålet finns inte längre.")
    assert rendered(gone, Language.ENGLISH).text.startswith("This wish is no longer there.")


def test_buttons_that_are_kept_carry_the_same_and_say_nothing() -> None:
    (((button,),),) = (without_words(((Button(Label(text="BKT 4WX"), "wic:c", 2),),)),)
    assert (button.data, button.number, button.worded(Language.SWEDISH)) == ("wic:c", 2, "2. Val")
