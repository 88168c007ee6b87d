"""The contacts of contracts who are not in yet, a page at a time."""

from datetime import timedelta

from domain.access import may
from domain.action import Action
from domain.notice import told_by
from domain.role import Role
from domain.subject import InvitationSubject
from handlers.handling.answer import Answer, NotTheirsError
from handlers.handling.choices import Choice, Page, beside, numbered, page_of
from handlers.handling.press import Press
from handlers.handling.work import Work
from handlers.people import listing
from handlers.people.inviting import making
from handlers.people.inviting.everyone_at_once import INVITE_ALL, counted, undo_earlier
from handlers.people.inviting.making import Invitee
from handlers.people.inviting.passing_on import pass_on
from messages.button import Button, data
from messages.label import Label
from messages.message import Message, Rows
from messages.obligations.facts import ContactToCall
from messages.people.listing import Listing
from messages.people.many_invitations import ContactLine, ContactsAwaited
from storage.people import contact as contacts
from storage.people import contact_list
from storage.people.contact_list import Awaited
from storage.people.person import Person

ON_A_PAGE = 8

INVITE_ONE = "iv"
"""A contact's id; and the page, where it stands in the list."""


async def turn_page(work: Work, actor: Person, press: Press) -> Answer:
    """The list, or another page of it, was pressed."""
    if not may(actor.actor, Action.SEE_PEOPLE):
        raise NotTheirsError
    return await _page(work, actor, press.number(0))


async def invite_one(work: Work, actor: Person, press: Press) -> Answer:
    """*Bjud in* was pressed beside a name, here or under any other message: their link, and earlier ones end.

    The list says then that they are invited; any other message stays as it is.
    """
    contact = await contacts.find(work.session, press.number(0))
    if contact is None or not may(actor.actor, Action.INVITE, InvitationSubject(Role.SUPPLIER)):
        raise NotTheirsError
    if contact.person_id is None:
        await undo_earlier(work, actor, [contact])
        invitee = Invitee(contact.name, Role.SUPPLIER, contact.supplier_id, contact.id)
        await pass_on(work, actor, await making.make(work.session, invitee, invited_by=actor.id, now=work.now))
    return await _page(work, actor, press.number(1)) if len(press.numbers) > 1 else None


def invite_button(contact: ContactToCall, number: int) -> Button:
    """Invites a contact who is not in yet, under a message that names them."""
    return Button(Label("invite.one", text=contact.name), data(INVITE_ONE, contact.contact_id), number=number)


async def _page(work: Work, actor: Person, wanted: int) -> Message:
    await contact_list.recognise_invitations(work.session)
    total, without_link = await counted(work, actor)
    page = page_of(wanted, total, size=ON_A_PAGE)
    found = await contact_list.awaited(
        work.session, actor.actor, today=work.city.today(work.now), at_most=ON_A_PAGE, after=page.skipped
    )
    lines = tuple(_line(work, each) for each in found)
    items = [
        (_invites(line), data(INVITE_ONE, each.contact.id, page.place)) for each, line in zip(found, lines, strict=True)
    ]
    ways = _ways_on(page, total, without_link, first=len(items) + 1)
    return Message(ContactsAwaited(lines, total, page.number, page.pages), (*numbered(items), *ways))


def _invites(line: ContactLine) -> Label:
    has_link = line.invited_on is not None and not line.has_expired
    return Label("invite.one_again" if has_link else "invite.one", text=line.name)


def _line(work: Work, awaited: Awaited) -> ContactLine:
    contact, invitation = awaited.contact, awaited.invitation
    local = work.city.hours.local
    notice_by = told_by(local(contact.created_at).date()) if invitation is None else None
    return ContactLine(
        contact.name,
        awaited.supplier,
        awaited.contracts,
        contact.phone,
        contact.email,
        invited_on=local(invitation.created_at).date() if invitation else None,
        expires_on=local(invitation.expires_at).date() - timedelta(days=1) if invitation else None,
        has_expired=invitation is not None and invitation.expires_at <= work.now,
        notice_by=notice_by,
        days_left=(notice_by - work.city.today(work.now)).days if notice_by else 0,
    )


def _ways_on(page: Page, total: int, without_link: int, *, first: int) -> Rows:
    inviting = ("invite.everyone", without_link) if without_link else ("invite.everyone_again", total)
    ways: list[Choice] = [(Label(inviting[0], text=str(inviting[1])), data(INVITE_ALL))] if total else []
    others = [*ways, *beside(page, listing.AWAITED, named=listing.IN_PEOPLE), listing.way_back(Listing.IN)]
    return numbered(others, first=first)
