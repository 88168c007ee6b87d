"""What a supplier can do about an obligation, itself, now."""

from domain.obligation import MEETINGS, TO_BE_DONE, ObligationKind
from handlers.doorways import OFFER_SLOT, PROPOSE_MEETING
from handlers.handling.choices import Choice
from handlers.obligations.codes import DONE, NOTHING
from messages.button import data
from messages.label import Label
from storage.obligations.obligation import Obligation


def ways(obligation: Obligation) -> list[Choice]:
    """The choices on a card."""
    if obligation.status not in TO_BE_DONE:
        return []
    if obligation.kind in MEETINGS:
        return [(Label("contract.propose"), data(PROPOSE_MEETING, obligation.id))]
    if obligation.kind is ObligationKind.ACTION:
        return [(Label("contract.done"), data(DONE, obligation.id))]
    offer = (Label("contract.offer"), data(OFFER_SLOT, obligation.contract_id))
    nothing = (Label("contract.nothing"), data(NOTHING, obligation.id))
    return [offer, nothing] if obligation.kind is ObligationKind.PLAN else [offer]
