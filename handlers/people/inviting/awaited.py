"""The contacts of contracts who are not in yet, a page at a time."""

from datetime import timedelta

from domain.access import Action, may
from handlers.handling.answer import Answer, NotTheirsError
from handlers.handling.choices import Choice, numbered
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

AT_ONCE = 8


async def turn(work: Work, actor: Person, press: Press) -> Answer:
    """The list, or another page of it, was pressed."""
    if not may(actor.actor, Action.SEE_PEOPLE):
        raise NotTheirsError
    return await _page(work, actor, press.number(0))


async def _page(work: Work, actor: Person, page: int) -> Message:
    await contact_list.recognise_invitations(work.session)
    total, without_link = await counted(work, actor)
    pages = max(1, -(-total // AT_ONCE))
    page = min(max(page, 0), pages - 1)
    found = await contact_list.awaited(
        work.session, actor.actor, today=work.city.today(work.now), at_most=AT_ONCE, after=page * AT_ONCE
    )
    lines = tuple(_line(work, each) for each in found)
    return Message(ContactsAwaited(lines, total, page + 1, pages), _ways_on(page, pages, total, without_link))


def _line(work: Work, awaited: Awaited) -> ContactLine:
    contact, invitation = awaited.contact, awaited.invitation
    local = work.city.hours.local
    return ContactLine(
        contact.name,
        awaited.supplier,
        awaited.contracts,
        contact.phone,
        contact.email,
        invited_on=local(invitation.created_at).date() if invitation else None,
        expires_on=local(invitation.expires_at).date() - timedelta(days=1) if invitation else None,
        has_expired=invitation is not None and invitation.expires_at <= work.now,
    )


def _ways_on(page: int, pages: int, total: int, without_link: int) -> Rows:
    inviting = ("invite.everyone", without_link) if without_link else ("invite.everyone_again", total)
    ways: list[Choice] = [(Label(inviting[0], text=str(inviting[1])), data(INVITE_ALL))] if total else []
    ways += [(Label("people.earlier"), data(listing.AWAITED, page - 1))] if page > 0 else []
    ways += [(Label("people.later"), data(listing.AWAITED, page + 1))] if page + 1 < pages else []
    ways.append((Label("people.back"), data(listing.LIST, list(Listing).index(Listing.IN), 0)))
    return numbered(ways)
