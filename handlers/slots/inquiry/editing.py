"""An edited message: what was passed on of it is changed where it was read, and nothing else happens.

It goes through the same guard as the first one. Where that stops it, the other keeps what was said at first.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from domain.frozen import frozen
from domain.ledger_event import LedgerEvent
from handlers.form import forms
from handlers.form.filling import filling_of
from handlers.form.form import FormAbout, registered
from handlers.form.question import Answers, Question, given
from handlers.handling.answer import Answer, NotTheirsError
from handlers.handling.work import Work
from handlers.people import notice
from handlers.slots import facts
from handlers.slots.about_slot import AboutSlot
from handlers.slots.inquiry import answering, asking, relaying, writing
from handlers.slots.inquiry.answer import QUESTION as ANSWER
from messages.message import Message, from_content
from messages.slots.inquiry import ChangeSent, Unsent
from storage import in_chat, outbox
from storage.outbox import OutboxRow, OutboxState
from storage.people import contact_details, person
from storage.people.person import Person
from storage.slots import inquiry, relayed_text
from storage.slots import slot as slots
from storage.slots.inquiry import Inquiry
from storage.slots.relayed_text import RelayedPart, RelayedText
from storage.slots.slot import Slot

OF_ANSWER = replace(ANSWER, name="answer_changed", field="words")
OF_QUESTION = replace(asking.QUESTION, name="inquiry_changed", field="words")


@frozen
class TextChanged:
    """The text that was passed on, and is written anew."""

    relayed_id: int


@frozen(kw_only=True)
class Changing(AboutSlot):
    """What is known before a text is changed; `name` is who has it."""

    about: TextChanged
    part: RelayedPart = RelayedPart.ANSWER


@frozen
class NewWords:
    """What is answered: the text as it is meant now, and in which message it stands."""

    words: str
    message_id: int | None = None


async def may_change(work: Work, actor: Person, words: str, message_id: int) -> bool:
    """Whether that message was passed on in other words, or is about to be."""
    relayed = await relayed_text.written_in(work.session, actor.id, message_id)
    if relayed is not None:
        # Telegram also calls a message edited when only a preview has come to it.
        return relayed.words != words.strip()
    return await _asked_about(work, actor, message_id) is not None


async def take(work: Work, actor: Person, words: str, message_id: int) -> Answer:
    """Pass on what has changed; where its writer is still asked about the first words, ask about the new ones."""
    asked_about = await _asked_about(work, actor, message_id)
    if asked_about is not None:
        form, about = asked_about.form, asked_about.form.about(**asked_about.about)
        return await forms.answer_at_once_about(work, actor, form, about, text=words, message_id=message_id)
    relayed = await relayed_text.written_in(work.session, actor.id, message_id)
    if relayed is None:
        raise NotTheirsError
    # Also where writing is over: the guard comes first, and sending says the rest.
    about = TextChanged(relayed.id)
    return await forms.answer_at_once_about(work, actor, FORM, about, text=words, message_id=message_id)


@frozen
class _AskedAbout:
    """The open form that holds what a message says, and asks its writer about it."""

    form: FormAbout[Any, Any]
    about: dict[str, Any]


async def _asked_about(work: Work, actor: Person, message_id: int) -> _AskedAbout | None:
    filling = await filling_of(work, actor)
    form = next((each for each in (answering.FORM, asking.FORM, FORM) if filling and filling.form is each), None)
    if filling is None or form is None:
        return None
    progress = filling.progress
    held_in = progress.doubt.message_id if progress.doubt else progress.answers.get(ANSWER.message_field)
    return _AskedAbout(form, progress.about) if held_in == message_id else None


def _questions(_answers: Answers, known: Changing) -> Sequence[Question[AboutSlot]]:
    return (OF_QUESTION if known.part is RelayedPart.QUESTION else OF_ANSWER,)


async def _known(work: Work, actor: Person, about: TextChanged) -> Changing:
    today, hours = work.city.today(work.now), work.city.hours
    relayed = await relayed_text.find(work.session, about.relayed_id)
    if relayed is None or relayed.written_by != actor.id:
        return Changing(today, hours, about=about)
    asked, slot = await _found(work, relayed)
    return Changing(
        today,
        hours,
        slot=await facts.of_slot(work, slot),
        name=await _reader(work, asked, relayed),
        own=await contact_details.of_person(work.session, actor.id),
        about=about,
        part=relayed.part,
    )


async def _reader(work: Work, asked: Inquiry, relayed: RelayedText) -> str:
    """Whom it was passed on to."""
    reader = asked.asked_of if relayed.part is RelayedPart.QUESTION else asked.asked_by
    return (await person.find(work.session, reader)).name


async def _still_can(work: Work, actor: Person, about: TextChanged, _since: datetime) -> bool:
    relayed = await relayed_text.find(work.session, about.relayed_id)
    if relayed is None or relayed.written_by != actor.id:
        return False
    _, slot = await _found(work, relayed)
    return await writing.ended(work, slot) is None


async def _send(work: Work, actor: Person, answers: Answers, known: Changing) -> Message:
    relayed = await relayed_text.find(work.session, known.about.relayed_id)
    if relayed is None or relayed.written_by != actor.id:
        raise NotTheirsError
    asked, slot = await _found(work, relayed)
    over = await writing.over(work, slot, actor, Unsent.CHANGE)
    if over is not None:
        return over
    told = given(answers, NewWords)
    _change(asked, relayed, told)
    await work.record(
        LedgerEvent.INQUIRY_CHANGED,
        actor=actor,
        supplier_id=slot.supplier_id,
        contract_id=slot.contract_id,
        about=slot.reference,
        content=told.words,
    )
    await _change_where_it_was_read(work, asked, relayed)
    return Message(ChangeSent(known.name, is_answer=relayed.part is not RelayedPart.QUESTION))


def _change(asked: Inquiry, relayed: RelayedText, told: NewWords) -> None:
    # A message that the guard has taken away is written anew in another.
    relayed.words, relayed.message_id = told.words, told.message_id or relayed.message_id
    if relayed.part is RelayedPart.QUESTION:
        asked.question = told.words
    elif relayed.part is RelayedPart.ANSWER:
        asked.answer = told.words


async def _change_where_it_was_read(work: Work, asked: Inquiry, relayed: RelayedText) -> None:
    """The old words go, and the new ones come below as well, since nobody sees an old message change."""
    latest: dict[int, tuple[OutboxRow, Message]] = {}
    for row in await outbox.said_about(work.session, asked.reference, key_begins=relaying.key_begins(relayed)):
        if row.person_id is not None:
            changed = await _changed(work, relayed, row)
            await work.edit(row.id, changed)
            latest[row.person_id] = row, changed
    for person_id, (row, changed) in latest.items():
        reader = await person.find(work.session, person_id)
        if row.state is OutboxState.SENT and reader.ended_at is None:
            key = f"{relaying.key_begins(relayed)}{reader.id}:{work.key}"
            await notice.tell_directly(work, reader, changed, about=asked.reference, key=key)


async def _changed(work: Work, relayed: RelayedText, row: OutboxRow) -> Message:
    """The message as it reads with the new words, with its buttons and for whom it was."""
    shown = from_content((await in_chat.newest(work.session, row)).content)
    part = "question" if relayed.part is RelayedPart.QUESTION else "answer"
    return replace(shown, parameters=replace(shown.parameters, **{part: relayed.words}, is_changed=True))


async def _found(work: Work, relayed: RelayedText) -> tuple[Inquiry, Slot]:
    asked = await inquiry.find(work.session, relayed.inquiry_id)
    slot = await slots.find(work.session, asked.slot_id) if asked is not None else None
    if asked is None or slot is None:
        raise LookupError(f"text {relayed.id} is about nothing")
    return asked, slot


FORM = registered(
    FormAbout(
        name="change_relayed",
        noun="slot",
        still_holds=_still_can,
        version=1,
        about=TextChanged,
        questions=_questions,
        known=_known,
        send=_send,
    )
)
