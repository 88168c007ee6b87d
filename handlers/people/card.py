"""One person's card, and one invitation's: all that is known, and what can be done."""

from domain.access import may
from domain.action import Action
from handlers.doorways import END_ACCESS, HAND_OVER, RENEW_INVITATION, UNDO_INVITATION
from handlers.handling.answer import Answer, NotTheirsError
from handlers.handling.choices import numbered
from handlers.handling.press import Press
from handlers.handling.work import Work
from handlers.people.absence import away, deputy
from handlers.people.colleagues import company_of
from handlers.people.listing import way_back
from messages.button import data
from messages.label import Label
from messages.message import Message, Rows
from messages.people.listing import InvitationShown, Listing, PersonShown, Removed
from storage.faq import city_question
from storage.people import absence, invitation, person, removal
from storage.people.invitation import Invitation
from storage.people.person import Person
from storage.people.removal import Removals
from storage.slots import open_matter


async def show_person(work: Work, actor: Person, press: Press) -> Answer:
    """A name was pressed in a list of people."""
    found = await person.with_id(work.session, press.number(0))
    if found is None or not may(actor.actor, Action.SEE_PEOPLE):
        raise NotTheirsError
    return await _person(work, actor, found)


async def show_invitation(work: Work, actor: Person, press: Press) -> Answer:
    """A name was pressed in the list of those who are invited."""
    found = await invitation.find(work.session, press.number(0))
    if found is None or found.undone_at is not None or not may(actor.actor, Action.SEE_PEOPLE):
        raise NotTheirsError
    if found.redeemed_by is not None:
        return await _person(work, actor, await person.find(work.session, found.redeemed_by))
    return await _invitation(work, actor, found)


async def _person(work: Work, actor: Person, found: Person) -> Message:
    used = await invitation.used_by(work.session, found.id)
    stands_in = await absence.deputy_of(work.session, found.id)
    taken_out = await removal.of_person(work.session, found.reference)
    slots = await open_matter.slots_of(work.session, found)
    inquiries = await open_matter.inquiries_of(work.session, found)
    of_city = await city_question.open_for(work.session, found.id)
    shown = PersonShown(
        found.name,
        found.role,
        await company_of(work, found),
        joined_on=work.city.hours.local(found.joined_at).date(),
        invited_by=await _inviter(work, used),
        back_on=await absence.back_on(work.session, found.id, today=work.city.today(work.now)),
        deputy=stands_in.name if stands_in else None,
        is_unreachable=found.unreachable_at is not None,
        ended_on=work.city.hours.local(found.ended_at).date() if found.ended_at else None,
        open_matters=len(slots) + len(inquiries) + len(of_city),
        removed=_removed(work, taken_out),
    )
    ways = _ways_on(actor, found, has_something_open=bool(slots or inquiries or of_city))
    return Message(shown, ways, details_of=found.reference)


def _removed(work: Work, taken_out: Removals | None) -> Removed | None:
    if taken_out is None:
        return None
    return Removed(taken_out.count, work.city.hours.local(taken_out.last_at).date(), taken_out.rule)


async def _invitation(work: Work, actor: Person, found: Invitation) -> Message:
    shown = InvitationShown(
        found.name,
        found.role,
        await company_of(work, found),
        made_on=work.city.hours.local(found.created_at).date(),
        invited_by=await _inviter(work, found),
        expires_on=work.city.hours.local(found.expires_at).date(),
        has_expired=found.expires_at <= work.now,
    )
    ways = [("invite.renew", RENEW_INVITATION), ("invite.undo", UNDO_INVITATION)]
    allowed = ways if may(actor.actor, Action.INVITE, found.subject) else []
    return Message(shown, _rows(allowed, found.id, Listing.INVITED))


async def _inviter(work: Work, used: Invitation | None) -> str | None:
    if used is None or used.invited_by is None:
        return None
    return (await person.find(work.session, used.invited_by)).name


def _ways_on(actor: Person, found: Person, *, has_something_open: bool) -> Rows:
    is_in = found.ended_at is None
    ways = [
        ("people.set_away", away.SET_FOR_OTHER, is_in and may(actor.actor, Action.SET_DEPUTY, found.subject)),
        ("people.set_deputy", deputy.SET_FOR_OTHER, is_in and may(actor.actor, Action.SET_DEPUTY, found.subject)),
        (
            "people.hand_over",
            HAND_OVER,
            has_something_open and may(actor.actor, Action.HAND_OVER, found.subject),
        ),
        ("people.end", END_ACCESS, is_in and may(actor.actor, Action.END_ACCESS, found.subject)),
    ]
    allowed = [(key, action) for key, action, is_allowed in ways if is_allowed]
    return _rows(allowed, found.id, Listing.IN if is_in else Listing.ENDED)


def _rows(ways: list[tuple[str, str]], subject_id: int, listing: Listing) -> Rows:
    return numbered([*((Label(key), data(action, subject_id)) for key, action in ways), way_back(listing)])
