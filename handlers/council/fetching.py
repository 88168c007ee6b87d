"""Get the approved page: the same file for everybody."""

from domain.access import may
from domain.action import Action
from domain.document import DocumentKind
from handlers.documents.ordering import under
from handlers.handling.answer import Answer, Below, NotTheirsError
from handlers.handling.press import Press
from handlers.handling.work import Work
from messages.council.drawing_up import CouncilPageSent
from storage.documents import document
from storage.people.person import Person


async def send(work: Work, actor: Person, press: Press) -> Answer:
    """*PDF* or *Webbsida* was pressed."""
    found = await document.find(work.session, press.number(0))
    if found is None or found.kind is not DocumentKind.COUNCIL_PAGE or found.approved_at is None:
        raise NotTheirsError
    if not may(actor.actor, Action.SEE_COUNCIL_PAGE):
        raise NotTheirsError
    return Below(under(found, CouncilPageSent(found.kind, str(found.year), is_draft=False)))
