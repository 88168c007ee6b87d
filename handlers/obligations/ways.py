"""What a supplier can do about an obligation, itself, now: the choices on a card."""

from typing import assert_never

from domain.obligation import TO_BE_DONE, SupplierWay, rules_of
from handlers.doorways import OFFER_SLOT, PROPOSE_MEETING
from handlers.handling.choices import Choice
from handlers.obligations.codes import DONE, NOTHING
from messages.button import data
from messages.label import Label
from storage.obligations.obligation import Obligation


def ways(obligation: Obligation) -> list[Choice]:
    """The choices on a card; none where nothing is to be done any more, or it is the city that has promised it."""
    if obligation.status not in TO_BE_DONE or obligation.is_for_city:
        return []
    return [_choice(way, obligation) for way in rules_of(obligation.kind).supplier_ways]


def _choice(way: SupplierWay, obligation: Obligation) -> Choice:
    match way:
        case SupplierWay.PROPOSE_TIME:
            label = "contract.propose" if obligation.proposed is None else "nudge.propose_other"
            return Label(label), data(PROPOSE_MEETING, obligation.id)
        case SupplierWay.SAY_DONE:
            return Label("contract.done"), data(DONE, obligation.id)
        case SupplierWay.OFFER_SLOT:
            return Label("contract.offer"), data(OFFER_SLOT, obligation.contract_id)
        case SupplierWay.SAY_NOTHING_TO_OFFER:
            return Label("contract.nothing"), data(NOTHING, obligation.id)
    assert_never(way)
