"""*Svara*: the answer to what the other side has asked about a slot, passed back.

By the button, by replying to the question, or as a plain text, of which its writer says that it is meant so, and where
several questions wait, for which of them.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from domain.access import Action, InquirySubject, may
from domain.ledger_event import LedgerEvent
from domain.reference import Noun, Reference
from domain.secrecy import FieldPolicy
from domain.turn.turn import Side
from handlers.form import forms
from handlers.form.complaint import Complaint
from handlers.form.form import FormAbout, registered
from handlers.form.question import Answers, Option, Question, given
from handlers.form.typed import LONGEST_TEXT, typed_text
from handlers.handling.answer import Answer, Below, NotTheirsError
from handlers.handling.choices import numbered
from handlers.handling.press import Press
from handlers.handling.work import Work
from handlers.slots import facts
from handlers.slots.about_slot import AboutSlot
from handlers.slots.inquiry import relaying, writing
from handlers.slots.inquiry.codes import ASK
from handlers.slots.inquiry.meant import ANSWER_MEANT
from handlers.slots.inquiry.sides import hearing, side_of
from messages.button import data
from messages.form import Asked, FormCancelled
from messages.heard import is_heard
from messages.label import Label
from messages.message import Message
from messages.slots.inquiry import (
    AnswerSent,
    AnswerSentToSupplier,
    AnswerToSupplier,
    InquiryAnswered,
    InquiryNotPossible,
    MessageNotPossible,
    Unsent,
)
from storage.outbox import OutboxRow
from storage.people import contact_details, person
from storage.people.person import Person
from storage.slots import inquiry
from storage.slots import slot as slots
from storage.slots.inquiry import Inquiry
from storage.slots.relayed_text import RelayedPart
from storage.slots.slot import Slot

WAITS_FOR = timedelta(days=14)
"""Where a question has waited longer, a plain text is not taken for its answer any more."""

MOST_TO_CHOOSE = 5
LONGEST_ON_BUTTON = 40
NONE_OF_THEM = 0


def _waiting_ones(_answers: Answers, known: "Answering") -> Sequence[Option]:
    each = [Option(value=one.id, joined=(Label(text=one.asker), Label(text=one.shortened))) for one in known.waiting]
    return (*each, Option(value=NONE_OF_THEM, label="inquiry.for_nobody"))


def _typed_which(_answers: Answers, _known: "Answering", text: str) -> int | Complaint:
    return NONE_OF_THEM if is_heard("heard.no", text) else Complaint.NOT_AN_OPTION


@dataclass(frozen=True)
class InquiryToAnswer:
    """The inquiry that is answered.

    Attributes:
        is_guessed: Its writer has not said so: what was written came as a plain text, and is asked about.
        among: Where several wait, all of them: its writer is asked for which it is.
    """

    inquiry_id: int
    is_guessed: bool = False
    among: tuple[int, ...] = ()


@dataclass(frozen=True)
class Waiting:
    """One of several inquiries that wait for an answer."""

    id: int
    asker: str
    question: str

    @property
    def shortened(self) -> str:
        """The question as far as a button has room for it."""
        line = " ".join(self.question.split())
        return line if len(line) <= LONGEST_ON_BUTTON else f"{line[: LONGEST_ON_BUTTON - 1].rstrip()}…"


@dataclass(frozen=True, kw_only=True)
class Answering(AboutSlot):
    """What is known before an inquiry is answered; `name` is what was asked.

    Attributes:
        about: The inquiry.
        asker: Who has asked.
        waiting: Where several wait, all of them.
    """

    about: InquiryToAnswer
    asker: str = ""
    waiting: tuple[Waiting, ...] = ()

    def named_in(self, asked: Asked) -> Asked:
        """Whether it is the answer is asked by the name of who waits for it."""
        named = super().named_in(asked)
        if asked.ask == WHICH.name:
            return replace(named, slot=None)
        return replace(named, name=self.asker) if asked.ask == ANSWER_MEANT.name else named


@dataclass(frozen=True)
class AnswerOfOther:
    """What is answered, in the writer's words and in which message, and whether it is meant for an answer."""

    answer: str
    message_id: int | None = None
    is_meant: bool = True
    which: int | None = None


QUESTION = Question[AboutSlot](
    "inquiry_answer",
    "answer",
    read=typed_text(LONGEST_TEXT),
    policy=FieldPolicy.RELAYED,
    is_reply=True,
    message_field="message_id",
)
WHICH = Question[Answering]("answer_which", "which", _waiting_ones, _typed_which)


async def begin(work: Work, actor: Person, press: Press) -> Answer:
    """*Svara* was pressed."""
    asked, slot = await _theirs(work, actor, press.number(0))
    over = await writing.over(work, slot, actor)
    return await forms.begin_about(work, actor, FORM, InquiryToAnswer(asked.id)) if over is None else Below(over)


async def inquiry_in(work: Work, actor: Person, shown: OutboxRow) -> int | None:
    """The inquiry that a message passed on; None where it is about something else, or not theirs to answer."""
    about = Reference.read(shown.about or "")
    if about is None or about.noun is not Noun.INQUIRY or await find(work, actor, about.number) is None:
        return None
    return about.number


async def take(work: Work, actor: Person, inquiry_id: int, text: str, message_id: int | None) -> Answer:
    """Take a reply to a question's message for its answer, whatever form is open."""
    _, slot = await _theirs(work, actor, inquiry_id)
    over = await writing.over(work, slot, actor, Unsent.TEXT)
    if over is not None:
        return Below(over)
    about = InquiryToAnswer(inquiry_id)
    return await forms.answer_at_once_about(work, actor, FORM, about, text=text, message_id=message_id)


async def waiting_for(work: Work, actor: Person) -> Sequence[int]:
    """The inquiries that wait for this person's answer and can still get it, latest first."""
    waiting = await inquiry.waiting_for(work.session, actor.id, since=work.now - WAITS_FOR)
    return [asked.id for asked in waiting if await _is_open(work, actor, asked.id)][:MOST_TO_CHOOSE]


async def ask_whether_meant(
    work: Work, actor: Person, waiting: Sequence[int], text: str, message_id: int | None
) -> Answer:
    """Ask whether a plain text is the answer. It is judged like one: what may not be sent is not kept either."""
    among = tuple(waiting) if len(waiting) > 1 else ()
    about = InquiryToAnswer(waiting[0], is_guessed=True, among=among)
    return await forms.answer_at_once_about(work, actor, FORM, about, text=text, message_id=message_id)


async def find(work: Work, actor: Person, inquiry_id: int) -> tuple[Inquiry, Slot] | None:
    """The inquiry and its slot; None unless they are this person's to answer."""
    asked = await inquiry.find(work.session, inquiry_id)
    slot = await slots.find(work.session, asked.slot_id) if asked is not None else None
    if asked is None or slot is None or not may(actor.actor, Action.ANSWER_INQUIRY, _subject(asked, slot)):
        return None
    return asked, slot


def _subject(asked: Inquiry, slot: Slot) -> InquirySubject:
    is_of_supplier = asked.asked_side is Side.SUPPLIER
    return InquirySubject(slot.supplier_id, asked.asked_of, slot.claimed_by, is_of_supplier=is_of_supplier)


async def _theirs(work: Work, actor: Person, inquiry_id: int) -> tuple[Inquiry, Slot]:
    """The inquiry and its slot. Raises NotTheirsError unless they are this person's to answer."""
    found = await find(work, actor, inquiry_id)
    if found is None:
        raise NotTheirsError
    return found


async def _is_open(work: Work, actor: Person, inquiry_id: int) -> bool:
    found = await find(work, actor, inquiry_id)
    return found is not None and await writing.ended(work, found[1]) is None


async def _still_stands(work: Work, actor: Person, about: InquiryToAnswer, _since: datetime) -> bool:
    return await _is_open(work, actor, about.inquiry_id)


def _questions(answers: Answers, known: Answering) -> Sequence[Question[Answering]]:
    if not known.about.is_guessed or QUESTION.field not in answers:
        return (QUESTION,)
    return (WHICH,) if known.about.among else (ANSWER_MEANT,)


async def _known(work: Work, actor: Person, about: InquiryToAnswer) -> Answering:
    today, hours = work.city.today(work.now), work.city.hours
    found = await find(work, actor, about.inquiry_id)
    if found is None:
        return Answering(today, hours, about=about)
    asked, slot = found
    return Answering(
        today,
        hours,
        slot=await facts.of_slot(work, slot),
        name=asked.question,
        own=await contact_details.of_person(work.session, actor.id),
        about=about,
        asker=(await person.find(work.session, asked.asked_by)).name if about.is_guessed else "",
        waiting=await _waiting(work, about.among),
    )


async def _waiting(work: Work, ids: Sequence[int]) -> tuple[Waiting, ...]:
    found = [await inquiry.find(work.session, inquiry_id) for inquiry_id in ids]
    return tuple(
        [
            Waiting(each.id, (await person.find(work.session, each.asked_by)).name, each.question)
            for each in found
            if each is not None
        ]
    )


async def _send(work: Work, actor: Person, answers: Answers, known: Answering) -> Message:
    told = given(answers, AnswerOfOther)
    if not told.is_meant or told.which == NONE_OF_THEM:
        return Message(FormCancelled(FORM.name))
    asked, slot = await _theirs(work, actor, told.which or known.about.inquiry_id)
    over = await writing.over(work, slot, actor, Unsent.TEXT)
    if over is not None:
        return over
    asker = await person.find(work.session, asked.asked_by)
    to = await hearing(work, asker)
    if not to:
        return Message(await _not_possible(work, actor, slot))
    is_first = await inquiry.answer(work.session, asked.id, answered_by=actor.id, answer=told.answer, now=work.now)
    await work.record(
        LedgerEvent.SLOT_ANSWERED, actor=actor, supplier_id=slot.supplier_id, about=slot.reference, content=told.answer
    )
    part = RelayedPart.ANSWER if is_first else RelayedPart.ADDITION
    relayed = await relaying.keep(work, actor, asked, part, told.answer, told.message_id)
    message = await _passed_on(work, actor, asked, slot, told.answer, is_addition=not is_first)
    await relaying.pass_on(work, asked, relayed, message, to)
    sent = AnswerSentToSupplier if asked.asking is Side.SUPPLIER else AnswerSent
    return Message(sent(asker.name, is_addition=not is_first))


async def _passed_on(  # noqa: PLR0913  who has answered what, and how
    work: Work, actor: Person, asked: Inquiry, slot: Slot, answer: str, *, is_addition: bool
) -> Message:
    told, write_more = await facts.of_slot(work, slot), (data(ASK, slot.id),)
    if asked.asking is Side.SUPPLIER:
        said = AnswerToSupplier(told, actor.name, asked.question, answer, is_addition)
        return Message(said, numbered([(Label("inquiry.write_more"), *write_more)]))
    answered = InquiryAnswered(told, actor.name, asked.question, answer, is_addition)
    return Message(answered, numbered([(Label("inquiry.ask_again"), *write_more)]))


async def _not_possible(work: Work, actor: Person, slot: Slot) -> InquiryNotPossible | MessageNotPossible:
    told = await facts.of_slot(work, slot)
    route = await writing.route(work, slot, actor)
    return InquiryNotPossible(told, route) if side_of(actor) is Side.MATCHER else MessageNotPossible(told, route)


FORM = registered(
    FormAbout(
        name="answer",
        noun="slot",
        still_holds=_still_stands,
        version=1,
        about=InquiryToAnswer,
        questions=_questions,
        known=_known,
        send=_send,
    )
)
