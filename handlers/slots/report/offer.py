"""From the form's answers to an offer, and to how messages tell of it."""

from typing import Any

from domain.slot import Offer
from domain.slot_field import FIELDS_OF, SlotField
from handlers.form.complaint import Complaint
from handlers.form.question import Answers, given
from handlers.slots.report.questions import fields_asked
from handlers.slots.report.short_path import ShortPath, ShortPathSoFar
from handlers.slots.report.supplying import Supplying
from messages.slots.facts import SlotFacts, all_told


def offer_of(answers: Answers, known: Supplying) -> Offer:
    """What is offered. Every question of the short path is answered."""
    told = given(answers, ShortPath)
    return Offer(
        kind=told.kind,
        trade=told.trade,
        places=told.places,
        area=told.area,
        starts_on=told.starts_on,
        ends_on=told.last_day,
        contract_id=_contract_id(told, known),
        answer_by=told.answer_by,
        details=_details(answers),
    )


def facts_of(answers: Answers, known: Supplying) -> SlotFacts:
    """The answers as the summary shows them."""
    offer = offer_of(answers, known)
    return SlotFacts(
        kind=offer.kind,
        trade=offer.trade,
        places=offer.places,
        area=offer.area,
        starts_on=offer.starts_on,
        ends_on=offer.ends_on,
        supplier="",
        contact="",
        contract=dict(known.contracts).get(offer.contract_id or 0, ""),
        details=all_told(offer.details, offer.answer_by),
    )


def tidied(answers: Answers) -> tuple[dict[str, Any], str]:
    """Without what belongs to another kind, and without an end that has come before the start."""
    kind = given(answers, ShortPathSoFar).kind
    if kind is None:
        return dict(answers), ""
    allowed = fields_asked(kind) | set(FIELDS_OF[kind])
    kept = {field: value for field, value in answers.items() if field in allowed or field not in _OF_SOME_KIND}
    if given(kept, ShortPathSoFar).ends_too_early:
        del kept["ends_on"]
        return kept, Complaint.END_BEFORE_START.value
    return kept, ""


_OF_SOME_KIND = {*SlotField, "places", "ends_on"}
"""The fields that only some kinds have."""


def _contract_id(told: ShortPath, known: Supplying) -> int | None:
    """The contract that was chosen, or the only one that there is."""
    running = [contract_id for contract_id, _ in known.contracts]
    if told.contract_id in running:
        return told.contract_id
    return running[0] if len(running) == 1 else None


def _details(answers: Answers) -> dict[str, str]:
    named = (field for field in SlotField if field is not SlotField.ANSWER_BY)
    return {field.value: str(answers[field]) for field in named if answers.get(field)}
