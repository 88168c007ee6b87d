"""A place is what an intern or an apprentice gets: a visit, a lecture, a mentor or a job is not called one."""

import re
from dataclasses import fields, is_dataclass, replace
from datetime import date
from typing import Any

import pytest

from domain.language import Language
from domain.slot import SlotKind
from handlers.slots.report.questions import questions
from handlers.slots.report.supplying import Supplying
from messages.label import wordings
from messages.message import Message
from messages.rendering import plain, rendered
from messages.template import parameters_named
from tests.domain.hours import HOURS
from tests.each import each
from tests.messages.samples import NAMES, variants

NO_PLACES = (SlotKind.EMPLOYMENT, SlotKind.MENTOR, SlotKind.STUDY_VISIT, SlotKind.LECTURE)

PLACE = {
    Language.SWEDISH: re.compile(r"(?<![/\w])plats(en|er|erna)?\b", re.IGNORECASE),
    Language.ENGLISH: re.compile(r"(?<![/\w])(?<!your )(?<!take )(?<!took )places?\b(?! of)", re.IGNORECASE),
}
"""The words for a place. "At your place" is the company, and a visit takes place."""

NAMES_NUMBERS_OF_PLACES = (
    "matcher_contract_card",
    "everyone_overview_shown",
    "supplier_overview_shown",
    "everyone_part_shown",
    "everyone_state_shown",
)
"""They list what is promised, one sort of which is called a number of places; or count places of all kinds together."""

A_WORD = "Xyz"

SUPPLYING = Supplying(date(2026, 11, 23), HOURS)


def of_kind(value: Any, kind: SlotKind) -> Any:
    """The same parameters, about offers of that kind."""
    if isinstance(value, SlotKind):
        return kind
    if isinstance(value, tuple):
        return tuple(of_kind(each_one, kind) for each_one in value)
    if is_dataclass(value) and not isinstance(value, type):
        return replace(value, **{part.name: of_kind(getattr(value, part.name), kind) for part in fields(value)})
    return value


def tells_of_an_offer(name: str) -> bool:
    """Whether its parameters hold an offer, or name the kind of one. A form's question has a test of its own."""
    types = [str(part.type) for part in fields(parameters_named(name))]
    return name not in {"everyone_asked", *NAMES_NUMBERS_OF_PLACES} and any(
        ("Slot" in each_one or "PlacementTold" in each_one) and "Filter" not in each_one for each_one in types
    )


@pytest.mark.parametrize("language", Language)
def test_what_is_no_place_is_not_called_one(language: Language, subtests: pytest.Subtests) -> None:
    names = [name for name in NAMES if tells_of_an_offer(name)]
    assert len(names) > 20
    for name in names:
        with each(subtests, name):
            for parameters in variants(name, A_WORD):
                for kind in NO_PLACES:
                    text = plain(rendered(Message(of_kind(parameters, kind)), language).text)
                    assert not PLACE[language].search(text), text


@pytest.mark.parametrize("language", Language)
def test_no_question_about_what_is_no_place_calls_it_one(language: Language, subtests: pytest.Subtests) -> None:
    for kind in NO_PLACES:
        for question in questions({"kind": kind.value}, SUPPLYING):
            words = [wordings(language).get(f"{table}.{question.name}", "") for table in ("ask", "hint", "change")]
            with each(subtests, f"{kind}: {question.name}"):
                assert not PLACE[language].search(" ".join(words)), words
