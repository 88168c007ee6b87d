"""*Prova så här*: what a newcomer may try, what is done of it, and where to go for it.

What has truly happened says what is done: the ledger, and the clock. The way to a step is looked for on the phones
themselves, so that none names a button or a command that isn't there.
"""

from collections.abc import Callable, Mapping
from dataclasses import field
from datetime import datetime
from enum import StrEnum

from sqlalchemy.ext.asyncio import AsyncSession

from bot.demo import first_step_words as words
from bot.demo.city_description import Label, Step, Way
from bot.demo.phones_at_hand import Found, PhonesAtHand
from domain.command import Command
from domain.frozen import frozen
from domain.ledger_event import LedgerEvent
from handlers.doorways import BOOK_MEETING, SAY_START
from handlers.importing.codes import TAKE_IN
from handlers.placements.starts.codes import NEW_RESIDENT, STARTED_ON, YES
from handlers.slots.alerts.codes import CLAIM
from storage import ledger
from storage.people import invitation
from storage.placements import placement

LINK = "?start="
"""What every invitation's link has in it."""


class FirstStep(StrEnum):
    """The steps, in the order in which the page tells them."""

    REPORT = "report"
    CLAIM = "claim"
    START = "start"
    IMPORT = "import"
    INVITE = "invite"
    MEETING = "meeting"
    CLOCK = "clock"


_SHOWN_BY = {
    LedgerEvent.SLOT_REPORTED: FirstStep.REPORT,
    LedgerEvent.SLOT_CLAIMED: FirstStep.CLAIM,
    LedgerEvent.PLACEMENT_CONFIRMED: FirstStep.START,
    LedgerEvent.CONTRACT_IMPORTED: FirstStep.IMPORT,
    LedgerEvent.CONTRACT_CHANGED: FirstStep.IMPORT,
    LedgerEvent.PERSON_JOINED: FirstStep.INVITE,
    LedgerEvent.MEETING_PLANNED: FirstStep.MEETING,
}


@frozen
class Done:
    """What the database knows of the steps.

    Attributes:
        steps: Which are done.
        matcher: The Telegram account of the matcher who can say that somebody has begun.
        is_invitation_out: Whether somebody can come in by an invitation of the coordinator's.
    """

    steps: frozenset[FirstStep] = field(default_factory=frozenset)
    matcher: int | None = None
    is_invitation_out: bool = False


async def done(session: AsyncSession, *, after: int, now: datetime) -> Done:
    """Look at what has happened since that row of the ledger."""
    happened = await ledger.have_happened(session, _SHOWN_BY, after=after)
    return Done(
        frozenset(_SHOWN_BY[event] for event in happened),
        matcher=await placement.may_say_start(session),
        is_invitation_out=await invitation.is_out(session, now=now),
    )


def described(known: Done, phones: PhonesAtHand, *, is_clock_moved: bool) -> tuple[Step, ...]:
    """The steps as the page shows them."""
    all_done = known.steps | ({FirstStep.CLOCK} if is_clock_moved else frozenset())
    return tuple(Step(_TITLES[each], each in all_done, _WAYS[each](known, phones)) for each in FirstStep)


def _report(_known: Done, phones: PhonesAtHand) -> Way | None:
    return _written(phones.command("supplier", Command.REPORT), words.write)


def _claim(known: Done, phones: PhonesAtHand) -> Way | None:
    return _pressed(phones.button("matcher", CLAIM)) or _report(known, phones)


def _start(known: Done, phones: PhonesAtHand) -> Way | None:
    pressed = _pressed(phones.button("supplier", YES)) or _pressed(phones.button("matcher", NEW_RESIDENT))
    for code in (STARTED_ON, SAY_START):
        pressed = pressed or _pressed(phones.button("matcher", code))
    return pressed or _opened(known, phones) or _claim(known, phones)


def _opened(known: Done, phones: PhonesAtHand) -> Way | None:
    """By the list of the matcher who has taken something in which somebody can begin."""
    theirs = phones.with_number(known.matcher)
    found = theirs.command(Command.SLOTS) if theirs else None
    return _written_and_pressed(found, phones, "slot.start", words.write_and_open)


def _import(_known: Done, phones: PhonesAtHand) -> Way | None:
    if (shown := phones.button("coordinator", TAKE_IN)) is not None:
        return Way(words.choose_how(shown.name), shown.user_id, "chat", shown.message_id)
    found = phones.command("coordinator", Command.IMPORT)
    return Way(words.send_sample(found.name), found.user_id, "files") if found else None


def _invite(known: Done, phones: PhonesAtHand) -> Way | None:
    shown = phones.message("coordinator", LINK) if known.is_invitation_out else None
    if shown is not None:
        return Way(words.open_link(shown.name), shown.user_id, "chat", shown.message_id)
    return _written(phones.command("coordinator", Command.INVITE), words.write)


def _meeting(_known: Done, phones: PhonesAtHand) -> Way | None:
    found = phones.command("coordinator", Command.MEETINGS)
    pressed = _pressed(phones.button("coordinator", BOOK_MEETING))
    return pressed or _written_and_pressed(found, phones, "meeting.book", words.write_and_press)


def _clock(_known: Done, _phones: PhonesAtHand) -> Way | None:
    return Way(words.MOVE_CLOCK, None, "clock")


def _written(found: Found | None, worded: Callable[[str, str], Label]) -> Way | None:
    return Way(worded(found.written, found.name), found.user_id, "field") if found else None


def _written_and_pressed(
    found: Found | None, phones: PhonesAtHand, button: str, worded: Callable[[str, str, str], Label]
) -> Way | None:
    there = phones.with_number(found.user_id) if found else None
    if found is None or there is None:
        return None
    return Way(worded(found.written, found.name, there.wording(button)), found.user_id, "field")


def _pressed(found: Found | None) -> Way | None:
    return Way(words.press(found.written, found.name), found.user_id, "chat", found.message_id) if found else None


_TITLES: Mapping[FirstStep, Label] = {
    FirstStep.REPORT: words.REPORT,
    FirstStep.CLAIM: words.CLAIM,
    FirstStep.START: words.START,
    FirstStep.IMPORT: words.IMPORT,
    FirstStep.INVITE: words.INVITE,
    FirstStep.MEETING: words.MEETING,
    FirstStep.CLOCK: words.CLOCK,
}
_WAYS: Mapping[FirstStep, Callable[[Done, PhonesAtHand], Way | None]] = {
    FirstStep.REPORT: _report,
    FirstStep.CLAIM: _claim,
    FirstStep.START: _start,
    FirstStep.IMPORT: _import,
    FirstStep.INVITE: _invite,
    FirstStep.MEETING: _meeting,
    FirstStep.CLOCK: _clock,
}
