"""*Gör en akt*: all that is known of a contract, as a document that can be filed."""

from domain.action import Action
from domain.document import DocumentKind
from handlers.documents import ordering, showing
from handlers.dossiers import gathering
from handlers.dossiers.listing import way
from handlers.handling.answer import Answer
from handlers.handling.press import Press
from handlers.handling.work import Work
from handlers.obligations.finding import contract_for
from storage.people.person import Person


async def ask(work: Work, actor: Person, press: Press) -> Answer:
    """The button was pressed: what it tells is kept now, and the file comes as the next message."""
    contract = await contract_for(work, actor, Action.MAKE_DOSSIER, press.number(0))
    ordered = await ordering.order(
        work,
        DocumentKind.DOSSIER,
        await gathering.dossier(work, contract, actor),
        asked_by=actor,
        contract_id=contract.id,
        supplier_id=contract.supplier_id,
    )
    return await showing.shown(work, ordered, way(contract.id))
