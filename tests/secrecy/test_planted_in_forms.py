"""What identifies somebody is typed where any conversation has room for words: it is nowhere afterwards.

Every question of every form is taken from the forms themselves, so that a new one is tried, too. The way from an update
to the form is the same for all, and is tried in tests/secrecy/test_planted.py.
"""

import logging
from collections.abc import Iterator
from dataclasses import replace
from secrets import token_hex
from typing import Any

import pytest

from domain.secrecy import FieldPolicy
from handlers.form import steps
from handlers.form.filling import Filling, talk_of
from handlers.form.form import FORMS, AnyForm
from handlers.form.going_on import choose, take_text
from handlers.form.progress import Progress
from handlers.form.question import Move, Question, only_choices
from handlers.handling.work import Work
from handlers.registry import BUTTONS
from storage.people import person
from tests.city import City
from tests.each import each
from tests.everything import on_both_in_soak
from tests.handlers.form_walk import asked_in, known_of
from tests.record import everything_kept

NAME = "Rigmor Planterad"
"""A name can't be recognised; beside what can be, it goes with it."""

PLANTED = {
    "a personal number": f"{NAME}, 850709-9805, Storgatan 5",
    "a phone and an e-mail": f"{NAME}, ring 070-174 06 77 eller rigmor@example.com",
    "words of health, crime and benefits": f"{NAME}, Storgatan 5, är sjukskriven, dömd och har försörjningsstöd",
}
WELCOME = {"a phone and an e-mail"}
"""Where a contact at the workplace is asked for."""

TRACES = (NAME, "850709", "8507099805", "174 06 77", "1740677", "rigmor@", "sjukskriven", "dömd", "försörjningsstöd")


def fields() -> Iterator[tuple[AnyForm[Any], Question[Any], Progress]]:
    """Each question in which something can be typed, once, with a form that asks it and the answers before it."""
    seen: set[int] = set()
    for form in FORMS.values():
        for question, progress in asked_in(form):
            if question.read is not only_choices and id(question) not in seen:
                seen.add(id(question))
                yield form, question, progress


def traces_in(text: str) -> list[str]:
    return [trace for trace in TRACES if trace in text]


async def types(work: Work, form: AnyForm[Any], progress: Progress, text: str) -> Progress:
    """The coordinator types that there, and takes back what is asked about; the form as it is then."""
    karin = await person.find(work.session, 5)
    talk = await talk_of(work, karin)
    talk.flow = form.name
    filling = Filling(work, karin, talk, form, progress, known_of(form))
    await take_text(filling, text, None)
    if filling.progress.doubt is not None:
        moves = [option.move for option in steps.options(form, filling.progress, filling.known)]
        await choose(filling, moves.index(Move.REWRITE), in_place=False)
    talk.flow = None
    return filling.progress


@on_both_in_soak
async def test_wherever_there_is_room_for_words_what_identifies_somebody_is_not_taken(
    city: City, subtests: pytest.Subtests, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    assert BUTTONS  # with every house's routes every form is registered
    every = list(fields())
    assert len(every) > 50
    for form, question, progress in every:
        is_contact = question.policy is FieldPolicy.WORKPLACE_CONTACT
        texts = [text for what, text in PLANTED.items() if not (is_contact and what in WELCOME)]
        with each(subtests, f"{form.name}, {question.name}"):
            await tries(city, form, replace(progress, at=question.name), texts)
    await city.settled()
    said = "".join(message.words for message in city.coordinator.received)
    assert traces_in(said) == traces_in(await everything_kept(city)) == traces_in(caplog.text) == []


async def tries(city: City, form: AnyForm[Any], progress: Progress, texts: list[str]) -> None:
    async with city.database.write() as session:
        for text in texts:
            work = Work(session, city.clock.now(), city.program.city, key=f"planted:{token_hex(8)}")
            assert traces_in(str(await types(work, form, progress, text))) == [], text
