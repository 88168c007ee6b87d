"""Which year a council's page is of, and who may do what with it."""

from domain.access import may
from domain.action import Action
from domain.document import DocumentFormat, DocumentKind
from handlers.handling.answer import NotTheirsError
from handlers.handling.press import Press
from handlers.handling.work import Work
from handlers.results.year import is_told
from storage.documents import document
from storage.documents.document import Document
from storage.people.person import Person


def year_for(work: Work, actor: Person, action: Action, press: Press) -> int:
    """The year that was pressed. Raises NotTheirsError for one that there is not, and for who may not do that."""
    year = press.number(0)
    if not may(actor.actor, action) or not is_told(work, year):
        raise NotTheirsError
    return year


async def in_force(work: Work, year: int) -> tuple[Document, ...]:
    """The year's page that was approved last, in each format; empty where none is."""
    approved = {each.format: each for each in await document.in_force(work.session, DocumentKind.COUNCIL_PAGE, year)}
    return tuple(approved[each] for each in DocumentFormat if each in approved)
