"""Write a broadcast, or change one that goes to nobody yet: it is kept, and shown as others will read it."""

from collections.abc import Sequence
from typing import Any

from domain.access import may
from domain.action import Action
from domain.broadcast import BroadcastSort
from domain.named_in import suppliers_named_in
from handlers.broadcasts import card, suggesting
from handlers.broadcasts.choosing import AUDIENCE, Named, chosen
from handlers.broadcasts.finding import theirs
from handlers.broadcasts.questions import (
    ENGLISH,
    NAMES,
    PARTS,
    SORT,
    SWEDISH,
    TOLD_OF,
    Writing,
    Written,
    questions,
    ways_to_choose,
)
from handlers.form import forms
from handlers.form.form import ByAnswers, Form, registered
from handlers.form.question import Answers, given
from handlers.handling.answer import Answer, NotTheirsError
from handlers.handling.press import Press
from handlers.handling.work import Work
from messages.broadcasts.suggestion import Suggestion
from messages.message import Message
from storage.broadcasts import audience, broadcast, contract_choice
from storage.broadcasts.broadcast import Broadcast
from storage.people import contact_details, supplier
from storage.people.person import Person
from storage.slots import area

DRAFT = "draft"
"""Which one is changed, among the answers, though nobody is asked; a new one has none."""


async def begin(work: Work, actor: Person, _press: Press) -> Answer:
    """*Nytt utskick* was pressed."""
    if not may(actor.actor, Action.BROADCAST):
        raise NotTheirsError
    return await forms.begin(work, actor, FORM)


async def change(work: Work, actor: Person, press: Press) -> Answer:
    """One of the ways to change a draft was pressed; what goes already is shown as it goes."""
    draft = await theirs(work, actor, press)
    part = dict(enumerate(PARTS.values())).get(press.number(1))
    if part is None:
        raise NotTheirsError
    if draft.accepted_at is not None:
        return await card.of(work, draft)
    answers = await _answers_of(work, draft)
    left = {field: value for field, value in answers.items() if field not in part}
    return await forms.begin(work, actor, FORM, left)


async def _answers_of(work: Work, draft: Broadcast) -> dict[str, Any]:
    """As if it were being written: whom only its words name is found anew in whatever words it gets."""
    words = {SWEDISH.field: draft.words_sv, ENGLISH.field: draft.words_en or ""}
    in_text = {number for number, _ in _in_text(words, await _suppliers(work, words))}
    return {
        DRAFT: draft.id,
        SORT.field: draft.sort.value,
        AUDIENCE.field: True,
        **draft.audience,
        **words,
        TOLD_OF: [number for number in draft.named if number not in in_text],
        NAMES.field: True,
    }


async def _known(work: Work, actor: Person, answers: Answers) -> Writing:
    suppliers = await _suppliers(work, answers)
    suggestions = await _suggestions(work, answers)
    return Writing(
        work.city.today(work.now),
        work.city.hours,
        own=await contact_details.of_person(work.session, actor.id),
        receivers=(await audience.reach(work.session, chosen(answers))).receivers,
        areas=tuple((each.id, each.name) for each in await area.active(work.session)),
        contracts=await _contracts(work, answers),
        suggestions=suggestions,
        suppliers=suppliers,
        in_text=_in_text(answers, suppliers),
        is_quiet=_is_ahead(answers) and answers[SORT.field] == BroadcastSort.RESULTS and not suggestions,
    )


async def _contracts(work: Work, answers: Answers) -> tuple[Named, ...]:
    """Only while it is chosen to whom it goes: there may be thousands."""
    is_chosen = AUDIENCE.field in answers
    return () if is_chosen else tuple(await contract_choice.running(work.session, on=work.city.today(work.now)))


async def _suggestions(work: Work, answers: Answers) -> tuple[Suggestion, ...]:
    """Only while they may be asked for: some of them are counted."""
    if not _is_ahead(answers):
        return ()
    return tuple(await suggesting.suggestions(work, BroadcastSort(answers[SORT.field])))


def _is_ahead(answers: Answers) -> bool:
    """Whether words may still be asked for."""
    return AUDIENCE.field in answers and NAMES.field not in answers


async def _suppliers(work: Work, answers: Answers) -> tuple[Named, ...]:
    return tuple(await supplier.all_named(work.session)) if SWEDISH.field in answers else ()


def _in_text(answers: Answers, suppliers: Sequence[Named]) -> tuple[Named, ...]:
    words = f"{answers.get(SWEDISH.field, '')} \n {answers.get(ENGLISH.field, '')}"
    named = suppliers_named_in(words, dict(suppliers))
    return tuple((number, name) for number, name in suppliers if number in named)


async def _send(work: Work, actor: Person, answers: Answers, known: Writing) -> Message:
    """Keep the draft. What somebody else has sent meanwhile is not changed any more."""
    draft = await _draft(work, actor, answers)
    written = given(answers, Written)
    if draft.accepted_at is None:
        draft.sort, draft.words_sv, draft.words_en = written.sort, written.words_sv, written.words_en or None
        draft.audience = chosen(answers).chosen()
        draft.named = sorted({*written.told_of, *(number for number, _ in known.in_text)})
        await broadcast.keep(work.session, draft)
    return await card.of(work, draft)


async def _draft(work: Work, actor: Person, answers: Answers) -> Broadcast:
    if not may(actor.actor, Action.BROADCAST):
        raise NotTheirsError
    if DRAFT not in answers:
        return Broadcast(written_by=actor.id, written_at=work.now)
    found = await broadcast.held(work.session, answers[DRAFT])
    if found is None:
        raise NotTheirsError
    return found


FORM = registered(
    Form(
        name="broadcast",
        version=1,
        questions=questions,
        extras=ways_to_choose,
        known=ByAnswers(_known),
        send=_send,
    )
)
