"""The contacts of contracts who are not in yet, a page at a time."""

from datetime import timedelta

from domain.access import Action, may
from handlers.handling.answer import Answer, NotTheirsError
from handlers.handling.choices import Choice, Page, beside, numbered, page_of
from handlers.handling.press import Press
from handlers.handling.work import Work
from handlers.people import listing
from handlers.people.inviting.everyone_at_once import INVITE_ALL, counted
from messages.button import data
from messages.label import Label
from messages.message import Message, Rows
from messages.people.listing import Listing
from messages.people.many_invitations import ContactLine, ContactsAwaited
from storage.people import contact_list
from storage.people.contact_list import Awaited
from storage.people.person import Person

ON_A_PAGE = 8
HEARS_WITHIN = timedelta(days=30)
"""Whoever came from a file hears within a month what is kept of them (0029)."""


async def turn_page(work: Work, actor: Person, press: Press) -> Answer:
    """The list, or another page of it, was pressed."""
    if not may(actor.actor, Action.SEE_PEOPLE):
        raise NotTheirsError
    return await _page(work, actor, press.number(0))


async def _page(work: Work, actor: Person, wanted: int) -> Message:
    await contact_list.recognise_invitations(work.session)
    total, without_link = await counted(work, actor)
    page = page_of(wanted, total, size=ON_A_PAGE)
    found = await contact_list.awaited(
        work.session, actor.actor, today=work.city.today(work.now), at_most=ON_A_PAGE, after=page.skipped
    )
    lines = tuple(_line(work, each) for each in found)
    return Message(ContactsAwaited(lines, total, page.number, page.pages), _ways_on(page, total, without_link))


def _line(work: Work, awaited: Awaited) -> ContactLine:
    contact, invitation = awaited.contact, awaited.invitation
    local = work.city.hours.local
    hears_by = local(contact.created_at).date() + HEARS_WITHIN if invitation is None else None
    return ContactLine(
        contact.name,
        awaited.supplier,
        awaited.contracts,
        contact.phone,
        contact.email,
        invited_on=local(invitation.created_at).date() if invitation else None,
        expires_on=local(invitation.expires_at).date() - timedelta(days=1) if invitation else None,
        has_expired=invitation is not None and invitation.expires_at <= work.now,
        hears_by=hears_by,
        days_left=(hears_by - work.city.today(work.now)).days if hears_by else 0,
    )


def _ways_on(page: Page, total: int, without_link: int) -> Rows:
    inviting = ("invite.everyone", without_link) if without_link else ("invite.everyone_again", total)
    ways: list[Choice] = [(Label(inviting[0], text=str(inviting[1])), data(INVITE_ALL))] if total else []
    return numbered([*ways, *beside(page, listing.AWAITED, named=listing.IN_PEOPLE), listing.way_back(Listing.IN)])
