"""What the form does: open, take an answer, go back, put away, send."""

import json
import re
from collections.abc import Callable

from domain.access import Action, may
from handlers import alert, slot_facts
from handlers.press import Press
from handlers.report import views
from handlers.report.choices import options
from handlers.report.form import FORM_VERSION, Complaint, Known, Report, Step, kept, restored
from handlers.report.steps import asks_for_number, back, chosen, is_send, typed
from handlers.work import Work
from messages import everyone, supplier
from messages.message import Message
from storage import conversation, slot
from storage import supplier as suppliers
from storage.conversation import Conversation
from storage.person import Person

FLOW = "report"
AREAS_OFFERED = 3
BACK_WORDS = {"tillbaka", "back"}
CANCEL_WORDS = {"avbryt", "cancel"}


async def begin(work: Work, actor: Person) -> None:
    """Open the form, or go on with the one that is open."""
    if not may(actor.actor, Action.REPORT_SLOT):
        await work.tell(actor, Message(everyone.CommandForOthers(actor.role)))
        return
    talk = await _talk(work, actor)
    if talk.flow == FLOW:
        await _ask(work, actor, talk, _report(talk), complaint="resumed")
        return
    talk.flow, talk.question_id = FLOW, None
    await _ask(work, actor, talk, Report())


async def is_open(work: Work, actor: Person) -> bool:
    """Whether the person has a form open."""
    return (await _talk(work, actor)).flow == FLOW


async def show_again(work: Work, actor: Person, complaint: str = "where_you_are") -> None:
    """Show the open question below what came between; nothing where no form is open."""
    talk = await _talk(work, actor)
    if talk.flow == FLOW:
        await _ask(work, actor, talk, _report(talk), complaint=complaint)


async def answer(work: Work, actor: Person, press: Press) -> None:
    """A choice was pressed."""
    talk = await _talk(work, actor)
    if await _is_current(work, actor, talk, press):
        await _choose(work, actor, talk, press.number(1), in_place=_is_question(talk, press))


async def go_back(work: Work, actor: Person, press: Press) -> None:
    """Back was pressed."""
    talk = await _talk(work, actor)
    if await _is_current(work, actor, talk, press):
        await _step_back(work, actor, talk, in_place=_is_question(talk, press))


async def cancel(work: Work, actor: Person, press: Press) -> None:
    """Cancel was pressed."""
    talk = await _talk(work, actor)
    if await _is_current(work, actor, talk, press):
        await _put_away(work, actor, talk, in_place=_is_question(talk, press))


async def cancel_open(work: Work, actor: Person) -> None:
    """Cancel was asked for by command."""
    talk = await _talk(work, actor)
    if talk.flow == FLOW:
        await _put_away(work, actor, talk, in_place=False)
    else:
        await work.tell(actor, Message(everyone.NothingOpen(actor.role)))


async def read(work: Work, actor: Person, text: str) -> None:
    """Take a text as an answer to the open question."""
    talk = await _talk(work, actor)
    word = text.strip().lower()
    if word in BACK_WORDS:
        await _step_back(work, actor, talk, in_place=False)
    elif word in CANCEL_WORDS:
        await _put_away(work, actor, talk, in_place=False)
    else:
        await _take_text(work, actor, talk, text)


async def _take_text(work: Work, actor: Person, talk: Conversation, text: str) -> None:
    report, known = _report(talk), await _known(work, actor)
    index = _choice_meant(report, known, actor, text)
    if index is not None:
        await _choose(work, actor, talk, index, in_place=False)
        return
    await _go_on(work, actor, talk, typed(report, known, text), in_place=False)


def _choice_meant(report: Report, known: Known, actor: Person, text: str) -> int | None:
    """The choice that a text names, by its number or by its own words."""
    choices, tidied = options(report, known), " ".join(text.lower().split())
    number = re.fullmatch(r"(\d{1,3})[.)]?", tidied)
    if number and not asks_for_number(report.step):
        return int(number[1]) - 1 if 0 < int(number[1]) <= len(choices) else None
    worded: Callable[[int], str] = lambda index: views.label(choices[index]).worded(actor.language).lower()  # noqa: E731
    return next((index for index in range(len(choices)) if worded(index) == tidied), None)


async def _choose(work: Work, actor: Person, talk: Conversation, index: int, *, in_place: bool) -> None:
    report, known = _report(talk), await _known(work, actor)
    if is_send(report, index):
        await _send(work, actor, talk, report, known, in_place=in_place)
    else:
        await _go_on(work, actor, talk, chosen(report, known, index), in_place=in_place)


async def _go_on(work: Work, actor: Person, talk: Conversation, outcome: Report | Complaint, *, in_place: bool) -> None:
    if isinstance(outcome, Complaint):
        await _ask(work, actor, talk, _report(talk), complaint=outcome.value, in_place=in_place)
        return
    was_cut_short = outcome.step is Step.END and outcome.is_changing and outcome.ends_on is None
    complaint = Complaint.END_BEFORE_START.value if was_cut_short else ""
    await _ask(work, actor, talk, outcome, complaint=complaint, in_place=in_place)


async def _step_back(work: Work, actor: Person, talk: Conversation, *, in_place: bool) -> None:
    earlier = back(_report(talk))
    if earlier is None:
        await _put_away(work, actor, talk, in_place=in_place)
    else:
        await _ask(work, actor, talk, earlier, in_place=in_place)


async def _put_away(work: Work, actor: Person, talk: Conversation, *, in_place: bool) -> None:
    await _close(work, actor, talk, Message(supplier.ReportCancelled()), in_place=in_place)


async def _send(  # noqa: PLR0913  the form, who fills it in, and what is known
    work: Work, actor: Person, talk: Conversation, report: Report, known: Known, *, in_place: bool
) -> None:
    offer = report.offer()
    if offer is None or actor.supplier_id is None or not may(actor.actor, Action.REPORT_SLOT):
        await _ask(work, actor, talk, report, complaint=Complaint.NOT_AN_OPTION.value)
        return
    if offer.starts_on < known.today:
        # The form may have lain open for days.
        late = Report(**{**report.__dict__, "step": Step.START, "is_changing": True})
        await _ask(work, actor, talk, late, complaint=Complaint.DAY_IN_PAST.value, in_place=in_place)
        return
    reported = await slot.report(
        work.session,
        offer,
        supplier_id=actor.supplier_id,
        reported_by=actor.id,
        now=work.now,
        ask_again_at=work.city.hours.one_working_day_later(work.now),
    )
    facts = await slot_facts.of_slot(work, reported)
    await _close(work, actor, talk, Message(supplier.SlotSent(facts, work.city.name)), in_place=in_place)
    await work.record(
        "slot_reported",
        actor=actor,
        supplier_id=actor.supplier_id,
        about=slot_facts.about(reported.id),
        content=json.dumps(kept(report), ensure_ascii=False, sort_keys=True),
    )
    await alert.send(work, reported)


async def _close(work: Work, actor: Person, talk: Conversation, message: Message, *, in_place: bool) -> None:
    """End the form. Its last question turns into the closing word, or makes room for it."""
    question_id = talk.question_id
    talk.flow, talk.answers, talk.question_id = None, {}, None
    talk.revision += 1
    talk.touched_at = work.now
    if in_place and question_id is not None:
        await work.edit(question_id, message)
        return
    await work.tell(actor, message)
    if question_id is not None:
        await work.take_buttons_away(question_id)


async def _ask(  # noqa: PLR0913  where the form is, what was wrong, and where to show it
    work: Work,
    actor: Person,
    talk: Conversation,
    report: Report,
    *,
    complaint: str = "",
    in_place: bool = False,
) -> None:
    """Ask the form's present question: where the pressed one stands, or as a new message at the bottom."""
    talk.answers, talk.form_version, talk.touched_at = kept(report), FORM_VERSION, work.now
    talk.revision += 1
    message = views.question(report, await _known(work, actor), talk.revision, complaint)
    earlier = talk.question_id
    if in_place and earlier is not None:
        await work.edit(earlier, message)
        return
    talk.question_id = await work.tell(actor, message)
    if earlier is not None:
        await work.take_buttons_away(earlier)


async def _is_current(work: Work, actor: Person, talk: Conversation, press: Press) -> bool:
    """Whether the button belongs to the question as it stands; if not, the person is shown where they are."""
    if talk.flow != FLOW:
        await work.tell(
            actor, Message(everyone.ButtonIsOld(actor.role)), key=f"old:{actor.id}:{talk.revision}:{press.number(0)}"
        )
        return False
    if press.number(0) == talk.revision:
        return True
    # A second tap on the question that has just moved on needs no new message: it shows the next one already.
    if not _is_question(talk, press):
        await show_again(work, actor)
    return False


def _is_question(talk: Conversation, press: Press) -> bool:
    return press.shown is not None and press.shown.id == talk.question_id


async def _talk(work: Work, actor: Person) -> Conversation:
    return await conversation.of_person(work.session, actor.id, now=work.now)


def _report(talk: Conversation) -> Report:
    return restored(talk.answers, talk.form_version)


async def _known(work: Work, actor: Person) -> Known:
    today = work.city.hours.local(work.now).date()
    if actor.supplier_id is None:
        return Known(today=today, hours=work.city.hours)
    own = await suppliers.find(work.session, actor.supplier_id)
    areas = await slot.areas_used(work.session, own.id, at_most=AREAS_OFFERED)
    return Known(today=today, hours=work.city.hours, trade=own.trade, areas=tuple(areas))
