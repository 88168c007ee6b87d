"""At the top of the ladder: the coordinators get the history and decide; who has decided what, all of them see."""

from collections.abc import Sequence
from datetime import datetime

from domain.ledger_event import LedgerEvent
from domain.obligation import ObligationStatus
from handlers.doorways import BOOK_MEETING, HEAR_OBLIGATION
from handlers.handling.choices import numbered
from handlers.handling.work import Work
from handlers.obligations import contract_facts, facts
from handlers.obligations.codes import FORMAL, MOVE, WAIVE
from handlers.obligations.ladder import history, nudge_times
from handlers.obligations.ladder.codes import CALL
from handlers.obligations.ladder.telling import tell
from handlers.people import recipient
from messages.button import data
from messages.label import Label
from messages.message import Message, Rows
from messages.obligations.facts import LadderStep
from messages.obligations.nudge import Escalated, EscalationSettled
from storage import in_chat, ledger, outbox
from storage.ledger import Entry
from storage.obligations import ladder
from storage.obligations import obligation as obligations
from storage.obligations.obligation import Obligation
from storage.people import person
from storage.people import supplier as suppliers
from storage.people.person import Person
from storage.slots import alert_settings

ASKED_AGAIN_AFTER = 5
"""Working days."""

MOST_ALONE = 5
"""So many at once come one by one; more come as one list."""

MOST_SHOWN = 15
"""Lines of history in a message, the latest."""

_BECAME = {
    ObligationStatus.OPEN: (LadderStep.MOVED, LadderStep.REVERSED, LadderStep.RESTORED),
    ObligationStatus.FORMAL: (LadderStep.FOLLOWED_UP,),
    ObligationStatus.FULFILLED: (LadderStep.NOTHING, LadderStep.FULFILLED),
    ObligationStatus.WAIVED: (LadderStep.WAIVED,),
    ObligationStatus.DROPPED: (LadderStep.DROPPED,),
}
"""By what an obligation in that status got there."""


async def escalate(work: Work, reached_top: Sequence[Obligation]) -> None:
    """The top is reached, by however many at once: the coordinators decide from here on; each hears as they wish."""
    risen = await _rise(work, reached_top)
    if not risen:
        return
    here = await recipient.coordinators(work)
    gathering = await _who_gather(work, here) if len(risen) <= MOST_ALONE else {each.id for each in here}
    opening = work.city.hours.next_opening(work.now)
    at = work.now if len(risen) > MOST_ALONE else opening
    await nudge_times.plan_even_within_a_week(work, {each.id: at for each in here if each.id in gathering})
    for each in [coordinator for coordinator in here if coordinator.id not in gathering]:
        for obligation in risen:
            await _ask(work, each, obligation)


def ask_again_at(work: Work) -> datetime:
    """When the coordinators are asked again about what they have not decided by then."""
    hours = work.city.hours
    return hours.opening_on(hours.working_days_from(work.city.today(work.now), ASKED_AGAIN_AFTER))


async def show_anew(work: Work, obligation: Obligation) -> None:
    """Let every message that asks a coordinator about it say how it stands now."""
    for row in await outbox.said_about(work.session, obligation.reference, key_begins=_KEY_BEGINS):
        latest = await in_chat.newest(work.session, row)
        viewer = await person.with_id(work.session, row.person_id) if row.person_id is not None else None
        if viewer is not None and viewer.ended_at is None and latest.content.get("buttons"):
            await work.edit(row.id, await message(work, obligation))


async def message(work: Work, obligation: Obligation) -> Message:
    """How it stands, as coordinators see it."""
    lines = await history.of_obligation(work, obligation)
    due, supplier = await facts.due(work, obligation), await suppliers.find(work.session, obligation.supplier_id)
    if obligation.status is not ObligationStatus.ESCALATED:
        last = history.latest(lines, _BECAME.get(obligation.status, ()))
        happened, who = (last.happened, last.who) if last else (LadderStep.MOVED, history.THE_BOT)
        return Message(EscalationSettled(due, supplier.name, happened, who, obligation.reason))
    shown = lines[-MOST_SHOWN:]
    contacts = await contract_facts.contacts_to_call(work, obligation.contract_id)
    told = Escalated(due, supplier.name, tuple(shown), len(lines) - len(shown), contacts)
    return Message(told, buttons(obligation))


def buttons(obligation: Obligation, *, may_call: bool = True) -> Rows:
    """What a coordinator can decide."""
    decisions = [("escalation.new_date", MOVE), ("escalation.waive", WAIVE), ("escalation.follow_up", FORMAL)]
    calls = [("escalation.call", CALL)] if may_call else [("hearsay.enter", HEAR_OBLIGATION)]
    book = (Label("contract.book"), data(BOOK_MEETING, obligation.contract_id, obligation.id))
    ways = [
        *([book] if obligation.proposed is not None else []),
        *((Label(label), data(code, obligation.id)) for label, code in (*calls, *decisions)),
    ]
    return numbered(ways)


def key(obligation: Obligation, ends: str) -> str:
    """Names a message to coordinators about an obligation that has reached the top."""
    return f"{_KEY_BEGINS}{obligation.id}:{obligation.revision}:{ends}"


_KEY_BEGINS = "escalated:"


async def _rise(work: Work, reached_top: Sequence[Obligation]) -> Sequence[Obligation]:
    """Of what has reached the top, that which nobody else has settled meanwhile."""
    ids = [each.id for each in reached_top]
    risen_ids = await ladder.escalated(work.session, ids, next_at=ask_again_at(work)) if ids else set()
    risen = [each for each in reached_top if each.id in risen_ids]
    await ledger.record_all(work.session, [_entry(each) for each in risen], at=work.now)
    return risen


def _entry(obligation: Obligation) -> Entry:
    return Entry(
        event=LedgerEvent.OBLIGATION_ESCALATED,
        supplier_id=obligation.supplier_id,
        contract_id=obligation.contract_id,
        about=obligation.reference,
    )


async def _ask(work: Work, coordinator: Person, obligation: Obligation) -> None:
    now = await obligations.find(work.session, obligation.id) or obligation
    asked, about = await message(work, now), now.reference
    await tell(work, coordinator, asked, key=key(now, str(coordinator.id)), about=about)


async def _who_gather(work: Work, people: Sequence[Person]) -> set[int]:
    settings = await alert_settings.of_people(work.session, [each.id for each in people])
    return {person_id for person_id, theirs in settings.items() if theirs.is_digest}
