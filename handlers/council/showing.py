"""The council's page in the chat: what would stand there, for who approves it; the approved one, for who may see it."""

import zlib
from dataclasses import replace

from domain.access import may
from domain.action import Action
from domain.document import DocumentFormat
from domain.naming import Naming
from handlers.council import finding, gathering
from handlers.council.codes import APPROVE, ASK_NAMES, DRAFT, DRAW_UP, GET
from handlers.documents import registering
from handlers.doorways import COUNCIL, OVERVIEW
from handlers.handling.answer import Answer
from handlers.handling.choices import Choice, numbered
from handlers.handling.press import Press
from handlers.handling.work import Work
from handlers.overview.standing_below import beside
from messages.button import data
from messages.council.drawing_up import CouncilPageDrawnUp, CouncilPageShown, NamesSaid
from messages.council.page import CouncilPage
from messages.document import as_facts, from_facts
from messages.label import Label
from messages.message import Message
from storage.council import given, naming
from storage.documents.document import Document
from storage.people.person import Person

FORMATS = tuple(DocumentFormat)


async def show(work: Work, actor: Person, press: Press) -> Answer:
    """*Fullmäktigesidan* was pressed: the approved one where there is one, else what would stand there.

    Under the overview's picture there is no room for it.
    """
    year = finding.year_for(work, actor, Action.SEE_COUNCIL_PAGE, press)
    documents = await finding.in_force(work, year)
    if documents or not may(actor.actor, Action.MAKE_COUNCIL_PAGE):
        return beside(press, approved(actor, year, documents))
    return beside(press, await drawn_up(work, year))


async def draw_up(work: Work, actor: Person, press: Press) -> Answer:
    """*Ta fram den på nytt*, or the way back to it, was pressed."""
    return await drawn_up(work, finding.year_for(work, actor, Action.MAKE_COUNCIL_PAGE, press))


def approved(actor: Person, year: int, documents: tuple[Document, ...], *, is_new: bool = False) -> Message:
    """The page that holds, to be had in each format; or that there is none yet."""
    page = from_facts(CouncilPage, documents[0].facts) if documents else None
    ways: list[Choice] = [(Label(f"council.{each.format}"), data(GET, each.id)) for each in documents]
    if may(actor.actor, Action.MAKE_COUNCIL_PAGE):
        ways += [registering.way(each.id) for each in documents if each.format is DocumentFormat.PDF]
        ways.append((Label("council.to_new"), data(DRAW_UP, year)))
    ways.append((Label("overview.to_overview"), data(OVERVIEW, year)))
    return Message(CouncilPageShown(year, page, is_new), numbered(ways, in_a_row=2))


async def drawn_up(work: Work, year: int, *, has_changed: bool = False) -> Message:
    """What would stand on the page now, and the ways on."""
    page = await gathering.page(work, year)
    documents = await finding.in_force(work, year)
    holds = from_facts(CouncilPage, documents[0].facts).approval if documents else None
    told = CouncilPageDrawnUp(replace(page, approval=holds), await _names(work, year), has_changed)
    ways = [
        *((Label(f"council.draft_{each}"), data(DRAFT, year, place)) for place, each in enumerate(FORMATS)),
        (Label("council.ask_names"), data(ASK_NAMES, year)),
        (Label("council.approve"), data(APPROVE, year, checksum(page))),
        *([(Label("council.approved_one"), data(COUNCIL, year))] if documents else []),
        (Label("overview.to_overview"), data(OVERVIEW, year)),
    ]
    return Message(told, numbered(ways, in_a_row=2))


def checksum(page: CouncilPage) -> int:
    """Tells what was read from what is so now; it is nobody's secret."""
    return zlib.crc32(repr(sorted(as_facts(page).items())).encode())


async def _names(work: Work, year: int) -> NamesSaid:
    suppliers = await given.taking_part(work.session, year, zone=work.city.hours.zone)
    said = list((await naming.answers(work.session, suppliers)).values())
    no = said.count(Naming.NOT)
    return NamesSaid(yes=len(said) - no, no=no, unanswered=len(suppliers) - len(said))
