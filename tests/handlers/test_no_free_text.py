"""Nothing about a resident is written freely: what is typed into a step about one is read as a day, or refused."""

import gc
import sys
from datetime import date
from typing import Any

import pytest

from handlers.form.complaint import AboutDays, Complaint
from handlers.form.form import FORMS
from handlers.form.question import Question
from handlers.form.typed import typed_day
from handlers.placements.proposing.questions import AboutDays as Knowing
from tests.domain.hours import HOURS
from tests.each import each

ABOUT_A_RESIDENT = ("handlers.placements",)
"""In these houses nothing is asked but about a resident's placement."""

KNOWN = Knowing(date(2026, 11, 23), HOURS)
PLANTED = (
    *("Anna Andersson", "Storgatan 5, Malmö", "070-174 06 35", "anna@example.com", "sjukskriven sedan i våras"),
    *("försörjningsstöd", "19811218-9876", "Kan börja när barnen är på förskolan", "hej", "<b>", "12", "x" * 600),
)


def questions() -> dict[str, Question[Any]]:
    """Every question that these houses ask, by its name."""
    names = [name for name in sys.modules if name.startswith(ABOUT_A_RESIDENT)]
    own = {id(value) for name in names for value in vars(sys.modules[name]).values() if isinstance(value, Question)}
    return {each_one.name: each_one for each_one in gc.get_objects() if id(each_one) in own}


def test_what_is_typed_is_a_day_or_nothing(subtests: pytest.Subtests) -> None:
    found = questions()
    assert {"proposed_start", "proposed_end", "proposed_extent", "agreed_day"} <= found.keys()
    for name, question in found.items():
        for text in PLANTED:
            with each(subtests, f"{name}: {text[:20]}"):
                value = question.read({}, KNOWN, text)
                if value and not isinstance(value, Complaint | AboutDays):
                    date.fromisoformat(str(value))
        with each(subtests, f"{name} has nowhere to keep a message"):
            assert not question.message_field
    assert typed_day({}, KNOWN, "7 december") == "2026-12-07"


def test_every_form_of_these_houses_is_among_them() -> None:
    theirs = {name for name, form in FORMS.items() if form.send.__module__.startswith(ABOUT_A_RESIDENT)}
    assert theirs >= {"propose", "agree_first_day"}
