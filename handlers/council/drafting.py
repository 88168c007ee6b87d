"""*Utkast*: the page as it would be, to be read before it is approved. It says on every sheet that it is a draft."""

from domain.action import Action
from domain.document import DocumentFormat, DocumentKind
from handlers.council import finding, gathering
from handlers.council.showing import FORMATS
from handlers.documents.ordering import order, under
from handlers.handling.answer import Answer, Below, NotTheirsError
from handlers.handling.press import Press
from handlers.handling.work import Work
from messages.council.drawing_up import CouncilPageSent
from messages.council.page import CouncilPage
from messages.document import as_facts
from storage.documents import document
from storage.documents.document import Document
from storage.people.person import Person


async def send(work: Work, actor: Person, press: Press) -> Answer:
    """*Utkast (PDF)* or *Utkast (HTML)* was pressed."""
    year = finding.year_for(work, actor, Action.MAKE_COUNCIL_PAGE, press)
    in_format = dict(enumerate(FORMATS)).get(press.number(1))
    if in_format is None:
        raise NotTheirsError
    draft = await _draft(work, actor, await gathering.page(work, year), in_format)
    return Below(under(draft, CouncilPageSent(DocumentKind.COUNCIL_PAGE, str(year), is_draft=True)))


async def _draft(work: Work, actor: Person, page: CouncilPage, in_format: DocumentFormat) -> Document:
    """The last one again where nothing has changed since."""
    last = await document.newest_draft(work.session, DocumentKind.COUNCIL_PAGE, page.year, in_format)
    if last is not None and last.facts == as_facts(page) and last.language is work.city.language:
        return last
    return await order(work, DocumentKind.COUNCIL_PAGE, page, asked_by=actor, in_format=in_format, year=page.year)
