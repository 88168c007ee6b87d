"""Lists of people, a page at a time: who is in, who is invited and not in yet, whose access has ended."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from domain.access import may
from domain.action import Action
from handlers.handling.answer import Answer, NotTheirsError
from handlers.handling.choices import Choice, Page, WaysNamed, beside, numbered, page_of
from handlers.handling.press import Press
from handlers.handling.routes import Typed
from handlers.handling.work import Work
from handlers.people.colleagues import company_of
from messages.button import data
from messages.label import Label
from messages.message import Message, Rows
from messages.people.listing import Listing, PeopleListed, PersonLine
from storage.people import absence, contact_list, invitation, person
from storage.people.invitation import Invitation
from storage.people.person import Person

LIST, PERSON, INVITATION, AWAITED = "ml", "pc", "pi", "ib"
ON_A_PAGE = 8

IN_PEOPLE: WaysNamed = ("people.earlier", "people.later")


async def show(work: Work, actor: Person, _typed: Typed) -> Answer:
    """/personer."""
    return await _page(work, actor, Listing.IN, 0)


async def turn_page(work: Work, actor: Person, press: Press) -> Answer:
    """Another list, or another page, was pressed."""
    listings = list(Listing)
    if not may(actor.actor, Action.SEE_PEOPLE) or not 0 <= press.number(0) < len(listings):
        raise NotTheirsError
    return await _page(work, actor, listings[press.number(0)], press.number(1))


def way_back(listing: Listing) -> Choice:
    """Leads from a card to its list."""
    return Label("people.back"), data(LIST, list(Listing).index(listing), 0)


async def _page(work: Work, actor: Person, listing: Listing, wanted: int) -> Message:
    counts = await _counts(work, actor)
    page = page_of(wanted, counts[listing], size=ON_A_PAGE)
    lines, ways_on = await (_invited if listing is Listing.INVITED else _people)(work, actor, listing, page)
    listed = PeopleListed(listing, tuple(lines), counts[listing], page.number, page.pages)
    others = _other_pages(listing, page, counts, after=len(lines))
    awaited = await contact_list.count_awaited(work.session, actor.actor, today=work.city.today(work.now))
    return Message(listed, (*ways_on, *others, *_awaited(awaited, number=len(lines) + sum(map(len, others)) + 1)))


def _awaited(count: int, *, number: int) -> Rows:
    """Leads to the contacts of contracts who are not in yet, where there are any."""
    return numbered([(Label("people.awaited", text=str(count)), data(AWAITED, 0))], first=number) if count else ()


async def _counts(work: Work, actor: Person) -> dict[Listing, int]:
    return {
        Listing.IN: await person.count_listed(work.session, actor.actor, have_access=True),
        Listing.INVITED: await invitation.count_unused(work.session, actor.actor),
        Listing.ENDED: await person.count_listed(work.session, actor.actor, have_access=False),
    }


async def _people(work: Work, actor: Person, listing: Listing, page: Page) -> tuple[list[PersonLine], Rows]:
    found = await person.listed(
        work.session, actor.actor, have_access=listing is Listing.IN, at_most=ON_A_PAGE, after=page.skipped
    )
    away = await absence.all_away(work.session, [each.id for each in found], today=work.city.today(work.now))
    lines = [await _person_line(work, each, number, away) for number, each in enumerate(found, start=1)]
    return lines, _card_buttons(PERSON, [(each.id, each.name) for each in found])


async def _person_line(work: Work, somebody: Person, number: int, away: dict[int, date]) -> PersonLine:
    return PersonLine(
        number,
        somebody.name,
        somebody.role,
        await company_of(work, somebody),
        back_on=away.get(somebody.id),
        is_unreachable=somebody.unreachable_at is not None,
        ended_on=work.city.hours.local(somebody.ended_at).date() if somebody.ended_at else None,
    )


async def _invited(work: Work, actor: Person, _listing: Listing, page: Page) -> tuple[list[PersonLine], Rows]:
    found = await invitation.unused(work.session, actor.actor, at_most=ON_A_PAGE, after=page.skipped)
    lines = [await _invitation_line(work, each, number) for number, each in enumerate(found, start=1)]
    return lines, _card_buttons(INVITATION, [(each.id, each.name) for each in found])


async def _invitation_line(work: Work, invited: Invitation, number: int) -> PersonLine:
    return PersonLine(
        number,
        invited.name,
        invited.role,
        await company_of(work, invited),
        expires_on=work.city.hours.local(invited.expires_at).date(),
        has_expired=invited.expires_at <= work.now,
    )


def _card_buttons(action: str, found: Sequence[tuple[int, str]]) -> Rows:
    return numbered([(Label(text=name), data(action, each_id)) for each_id, name in found])


def _other_pages(listing: Listing, page: Page, counts: dict[Listing, int], *, after: int) -> Rows:
    """The neighbouring pages and the other lists; each can be answered by its number as well."""
    order = list(Listing)
    neighbours = [
        (replace(label, text=str(counts[listing])), carried)
        for label, carried in beside(page, LIST, order.index(listing), named=IN_PEOPLE)
    ]
    others = [
        (Label(f"people.{other}", text=str(counts[other])), data(LIST, place, 0))
        for place, other in enumerate(order)
        if other is not listing
    ]
    return (
        *numbered(neighbours, first=after + 1, in_a_row=len(IN_PEOPLE)),
        *numbered(others, first=after + len(neighbours) + 1, in_a_row=len(others)),
    )
