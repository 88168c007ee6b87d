"""The form in which staff write down what a supplier said about something."""

from collections.abc import Sequence
from dataclasses import field
from datetime import datetime

from domain.frozen import frozen
from domain.hearsay import Said, Source
from handlers.form import forms
from handlers.form.form import FormAbout, registered
from handlers.form.question import Answers, Question, given
from handlers.handling.answer import LastWord, NotTheirsError
from handlers.handling.choices import Choice
from handlers.handling.work import Work
from handlers.hearsay import noting, telling
from handlers.hearsay.effects import Told, take_effect
from handlers.hearsay.matter import Matter, matter
from handlers.hearsay.questions import Sourced, WhoSpeaks, questions
from handlers.hearsay.speakers import speakers
from handlers.meetings.views import book_button
from messages.hearsay.hearsay import HeardFacts, HearsaySummary, HearsayTooLate, SaidOf
from messages.message import Message
from storage.people import supplier
from storage.people.person import Person


@frozen
class WhatWasSaid:
    """What the form is about: what was said, of the thing with that number."""

    said: Said
    number: int


@frozen
class Words:
    """What goes with it: why, or when."""

    words: str = ""


@frozen(kw_only=True)
class Hearing(WhoSpeaks):
    """What is known before it is asked who said it.

    Attributes:
        about: What was said.
        supplier: Whose word it is.
        what: The thing, as messages tell of it.
        listener: Who writes it down.
    """

    about: WhatWasSaid
    supplier: str = ""
    what: SaidOf = field(default_factory=SaidOf)
    listener: Person | None = None


def source_of(answers: Answers) -> Source:
    """Who said it, how, and when."""
    sourced = given(answers, Sourced)
    return Source(sourced.heard_from, sourced.heard_how, sourced.heard_on)


async def begin(work: Work, actor: Person, found: Matter) -> LastWord:
    """Open the form."""
    return await forms.begin_about(work, actor, FORM, WhatWasSaid(found.said, found.number))


async def _known(work: Work, actor: Person, about: WhatWasSaid) -> Hearing:
    today, hours = work.city.today(work.now), work.city.hours
    about = WhatWasSaid(Said(about.said), about.number)
    try:
        found = await matter(work, actor, about.said, about.number)
    except NotTheirsError:
        return Hearing(today, hours, about=about)
    firm = await supplier.find(work.session, found.supplier_id)
    named = await speakers(work, found.supplier_id, found.contract_id)
    what = await telling.of_matter(work, found)
    return Hearing(today, hours, firm.name, contacts=named, about=about, supplier=firm.name, what=what, listener=actor)


def _questions(_answers: Answers, known: Hearing) -> Sequence[Question[Hearing]]:
    return questions(known.about.said)


def _summary(answers: Answers, known: Hearing, complaint: str) -> HearsaySummary:
    return HearsaySummary(_facts(answers, known), complaint)


def _facts(answers: Answers, known: Hearing) -> HeardFacts:
    source, listener = source_of(answers), known.listener
    if listener is None:
        raise NotTheirsError
    return HeardFacts(
        said=known.about.said,
        supplier=known.supplier,
        speaker=source.speaker,
        how=source.how,
        on=source.on,
        noted_by=listener.name,
        role=listener.role,
        about=known.what,
        detail=given(answers, Words).words,
    )


async def _still_holds(work: Work, actor: Person, about: WhatWasSaid, _since: datetime) -> bool:
    try:
        return (await matter(work, actor, Said(about.said), about.number)).is_open
    except NotTheirsError:
        return False


async def _send(work: Work, actor: Person, answers: Answers, known: Hearing) -> Message:
    found = await matter(work, actor, known.about.said, known.about.number)
    source, words = source_of(answers), given(answers, Words).words
    plan_of = await take_effect(work, actor, Told(found, source, words))
    if plan_of is None:
        return Message(HearsayTooLate(known.supplier))
    heard = await noting.note(
        work,
        actor,
        found.said,
        found.about,
        source,
        supplier_id=found.supplier_id,
        contract_id=found.contract_id,
        detail=words,
    )
    return await noting.closing(work, heard, _facts(answers, known), plan_of=plan_of, ways=_next_ways(found))


def _next_ways(found: Matter) -> tuple[Choice, ...]:
    """What is left to do by the city: a time that suits is booked."""
    if found.said is not Said.TIME or found.obligation is None:
        return ()
    return (book_button(found.obligation.contract_id, found.obligation.id),)


FORM = registered(
    FormAbout(
        name="hear",
        noun="hearsay",
        still_holds=_still_holds,
        version=1,
        about=WhatWasSaid,
        questions=_questions,
        known=_known,
        send=_send,
        summary=_summary,
        sends="hearsay.send",
    )
)
