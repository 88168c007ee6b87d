"""The card that a button was pressed under, which is tidied once something has changed."""

from handlers.handling.press import Press
from handlers.handling.work import Work
from storage import outbox

CARDS = (
    "coordinator_obligation_card",
    "supplier_obligation_card",
    "coordinator_contract_card",
    "supplier_contract_card",
)
"""Messages that show how something stood; once it has changed, there is nothing to press under the old ones."""


async def card_shown(work: Work, press: Press) -> int:
    """The card's id in the outbox; 0 for anything else."""
    if press.shown is None:
        return 0
    now = await outbox.latest_edit_of(work.session, press.shown.id) or press.shown
    return press.shown.id if now.content.get("template") in CARDS else 0
