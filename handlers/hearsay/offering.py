"""The report of a slot, filled in by staff for a supplier: the same questions, to be read out, and who answered."""

from collections.abc import Sequence
from datetime import datetime

from domain.action import Action
from domain.frozen import frozen
from domain.hearsay import Said
from handlers.form import forms
from handlers.form.form import FormAbout, registered
from handlers.form.path import NextPlace
from handlers.form.question import Answers, Question, given
from handlers.handling.answer import LastWord, NotTheirsError
from handlers.handling.work import Work
from handlers.hearsay import noting, telling
from handlers.hearsay.hearing import source_of
from handlers.hearsay.questions import SOURCE, Sourced, WhoSpeaks
from handlers.hearsay.speakers import speakers
from handlers.obligations.finding import contract_for
from handlers.slots import facts
from handlers.slots.report import lookup, reporting
from handlers.slots.report.extras import extras
from handlers.slots.report.offer import facts_of, offer_of, tidied
from handlers.slots.report.questions import questions
from handlers.slots.report.supplying import Supplying
from messages.hearsay.offer import HeardOfferSummary
from messages.message import Message
from storage.people import supplier
from storage.people.person import Person


@frozen
class OfferedUnder:
    """What the form is about: the contract under which something is offered."""

    contract_id: int


@frozen(kw_only=True)
class HeardSupplying(Supplying, WhoSpeaks):
    """What is known of a supplier whose offer staff write down; `name` is the supplier's.

    Attributes:
        supplier_id: The supplier; None where the contract isn't theirs to write under.
    """

    supplier_id: int | None = None


async def begin(work: Work, actor: Person, contract_id: int) -> LastWord:
    """Open the form."""
    return await forms.begin_about(work, actor, FORM, OfferedUnder(contract_id))


async def _known(work: Work, actor: Person, about: OfferedUnder) -> HeardSupplying:
    today, hours = work.city.today(work.now), work.city.hours
    try:
        contract = await contract_for(work, actor, Action.HEAR_OFFER, about.contract_id)
    except NotTheirsError:
        return HeardSupplying(today, hours)
    own = await lookup.of_supplier(work, contract.supplier_id)
    return HeardSupplying(
        today,
        hours,
        (await supplier.find(work.session, contract.supplier_id)).name,
        trade=own.trade,
        areas=own.areas,
        contracts=((contract.id, contract.named),),
        last=own.last,
        contacts=await speakers(work, contract.supplier_id, contract.id),
        supplier_id=contract.supplier_id,
    )


def _questions(answers: Answers, known: HeardSupplying) -> Sequence[Question[HeardSupplying]]:
    return (*questions(answers, known), *SOURCE)


def _summary(answers: Answers, known: HeardSupplying, complaint: str) -> HeardOfferSummary:
    sourced = given(answers, Sourced)
    return HeardOfferSummary(
        slot=facts_of(answers, known),
        supplier=known.name,
        speaker=sourced.heard_from,
        how=sourced.heard_how,
        on=sourced.heard_on,
        complaint=complaint,
    )


async def _still_holds(work: Work, actor: Person, about: OfferedUnder, _since: datetime) -> bool:
    return (await _known(work, actor, about)).supplier_id is not None


async def _send(work: Work, actor: Person, answers: Answers, known: HeardSupplying) -> Message | NextPlace:
    if known.supplier_id is None:
        raise NotTheirsError
    if (late := reporting.day_has_passed(answers, known)) is not None:
        return late
    reported = await reporting.keep(
        work, actor, known.supplier_id, offer_of(answers, known), reporting.as_told(answers)
    )
    heard = await noting.note(
        work,
        actor,
        Said.OFFER,
        reported.reference,
        source_of(answers),
        supplier_id=reported.supplier_id,
        contract_id=reported.contract_id,
    )
    plan_of = await reporting.spread(work, actor, reported, await facts.of_slot(work, reported))
    return await noting.closing(work, heard, await telling.facts_of(work, heard), plan_of=plan_of)


FORM = registered(
    FormAbout(
        name="hear_offer",
        noun="contract",
        still_holds=_still_holds,
        version=1,
        about=OfferedUnder,
        questions=_questions,
        known=_known,
        send=_send,
        summary=_summary,
        extras=extras,
        tidied=tidied,
        sends="hearsay.send",
    )
)
