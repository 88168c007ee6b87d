"""*Godkänn*: a person says that the page may leave the administration, and only then can others get it."""

from dataclasses import replace

from domain.action import Action
from domain.document import DocumentKind
from domain.ledger_event import LedgerEvent
from handlers.council import finding, gathering, showing
from handlers.council.codes import APPROVE_SURE, DRAW_UP
from handlers.council.showing import FORMATS
from handlers.documents.ordering import order
from handlers.handling.answer import Answer
from handlers.handling.choices import numbered
from handlers.handling.press import Press
from handlers.handling.work import Work
from messages.button import data
from messages.council.drawing_up import CouncilPageApprovalAsked
from messages.council.page import Approval, CouncilPage
from messages.document import from_facts
from messages.label import Label
from messages.message import Message
from storage.documents import document
from storage.people.person import Person


async def ask(work: Work, actor: Person, press: Press) -> Answer:
    """*Godkänn* was pressed: is it so?"""
    year = finding.year_for(work, actor, Action.MAKE_COUNCIL_PAGE, press)
    if press.number(1) != showing.checksum(await gathering.page(work, year)):
        return await showing.drawn_up(work, year, has_changed=True)
    ways = [
        (Label("council.approve_sure"), data(APPROVE_SURE, year, press.number(1))),
        (Label("council.to_page"), data(DRAW_UP, year)),
    ]
    return Message(CouncilPageApprovalAsked(year), numbered(ways, in_a_row=2))


async def approve(work: Work, actor: Person, press: Press) -> Answer:
    """*Ja, godkänn* was pressed. What is approved is what was read: where that has changed, it is shown anew."""
    year = finding.year_for(work, actor, Action.MAKE_COUNCIL_PAGE, press)
    page = await gathering.page(work, year)
    if press.number(1) != showing.checksum(page):
        return await showing.drawn_up(work, year, has_changed=True)
    if not await _is_approved(work, page):
        await _approve(work, actor, page)
    return showing.approved(actor, year, await finding.in_force(work, year), is_new=True)


async def _is_approved(work: Work, page: CouncilPage) -> bool:
    """Whether just that is what holds: whoever presses twice approves once."""
    holds = await finding.in_force(work, page.year)
    return bool(holds) and replace(from_facts(CouncilPage, holds[0].facts), approval=None) == page


async def _approve(work: Work, actor: Person, page: CouncilPage) -> None:
    before = await finding.in_force(work, page.year)
    replaces_on = work.city.today(before[0].approved_at) if before and before[0].approved_at else None
    final = replace(page, approval=Approval(actor.name, work.city.today(work.now), replaces_on))
    for in_format in FORMATS:
        ordered = await order(
            work, DocumentKind.COUNCIL_PAGE, final, asked_by=actor, in_format=in_format, year=page.year
        )
        await document.approve(work.session, ordered, by=actor.id, now=work.now)
        await work.record(
            LedgerEvent.DOCUMENT_APPROVED,
            actor=actor,
            about=ordered.reference,
            content=f"{page.year} {in_format}",
        )
