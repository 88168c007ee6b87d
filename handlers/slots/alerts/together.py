"""Several offers of one supplier in one alert, each with a button of its own, and each claimed by itself."""

from collections.abc import Callable, Sequence

from domain.access import may
from domain.action import Action
from domain.frozen import frozen
from domain.joint_alert import MOST_TOGETHER, TOGETHER_FOR, AlertSoFar
from domain.slot import SlotStatus
from handlers.doorways import FITTING_WISHES
from handlers.handling.work import GONE, Work
from handlers.slots.alerts.codes import CLAIM, SHOW_ALL, key_of
from handlers.slots.alerts.looked_up import LookedUp, looked_up
from handlers.slots.standing import holder, status_now
from messages.button import Button, data
from messages.label import Label
from messages.message import Message, Rows
from messages.slots.facts import SlotStanding
from messages.slots.joint_alert import SlotsReported, SlotsWaiting
from storage import outbox
from storage.outbox import OutboxRow
from storage.people.person import Person
from storage.slots import listed_slot
from storage.slots import slot as slots
from storage.slots.slot import Slot


@frozen
class Occasion:
    """Why matchers hear of an offer now: what was said on another occasion is another message.

    Attributes:
        key_of: The key of the alert about one slot to one person.
        says: What is said of several.
    """

    key_of: Callable[[Slot, int], str]
    says: type[SlotsReported | SlotsWaiting]


AT_FIRST = Occasion(lambda slot, person_id: key_of(slot.id, person_id), SlotsReported)
AGAIN = Occasion(lambda slot, person_id: f"{key_of(slot.id, person_id)}:again:{slot.revision}", SlotsWaiting)
OPEN_AGAIN = Occasion(lambda slot, person_id: f"{key_of(slot.id, person_id)}:open:{slot.revision}", SlotsReported)


async def join(work: Work, slot: Slot, matchers: Sequence[Person], occasion: Occasion) -> list[Person]:
    """Let the slot stand in what these matchers were told of its supplier's offers minutes ago.

    Says who is left over: they have no such alert, or are through with it.
    """
    lately = await offered_beside(work, slot)
    alerts = await _latest_alerts(work, lately, matchers, occasion) if lately else {}
    together = await _told_in(work, alerts, lately) if alerts else {}
    known = await looked_up(work, [*lately, slot], list(alerts)) if alerts else None
    left_over, told_in, edits = [], {}, {}
    for each in matchers:
        alert = alerts.get(each.id)
        # What somebody is claiming at this moment is not held here, so how its alert reads is theirs to say.
        is_held = alert is not None and {one.id for one in together[alert.id]} <= {one.id for one in lately}
        if alert is None or not is_held or not _so_far(alert, together[alert.id], each).takes_more(now=work.now):
            left_over.append(each)
            continue
        of_all = [*together[alert.id], slot]
        told_in[alert.id] = [one.id for one in of_all]
        edits[alert.id] = await message(work, of_all, each, occasion, known)
    await listed_slot.keep(work.session, told_in)
    await work.edit_each(edits)
    return left_over


async def offered_beside(work: Work, slot: Slot) -> Sequence[Slot]:
    """What the slot's supplier had offered in the minutes before it."""
    since = slot.reported_at - TOGETHER_FOR
    return await slots.offered_lately(work.session, slot, since=since, at_most=MOST_TOGETHER)


async def message(
    work: Work,
    together: Sequence[Slot],
    viewer: Person,
    occasion: Occasion = AT_FIRST,
    known: LookedUp | None = None,
) -> Message:
    """How these offers of one supplier stand now, each with its button while it is open."""
    known = known or await looked_up(work, together, [viewer.id])
    stand = await standings(work, together, viewer, known)
    return Message(occasion.says(stand[0].slot.supplier, stand), buttons(together, stand, viewer))


async def standings(work: Work, together: Sequence[Slot], viewer: Person, known: LookedUp) -> tuple[SlotStanding, ...]:
    """How each of them stands, as far as an alert tells of it."""
    told = await known.told(together)
    return tuple(
        [
            SlotStanding(
                slot=known.found.counted(slot, told_of, viewer.id),
                status=status_now(work, slot),
                holder=await holder(work, slot),
                is_yours=slot.claimed_by == viewer.id,
                reason=slot.withdrawn_reason,
            )
            for slot, told_of in zip(together, told, strict=True)
        ]
    )


def buttons(together: Sequence[Slot], stand: Sequence[SlotStanding], viewer: Person) -> Rows:
    """To claim each, by its number in the list, and to see all of it, by the numbers behind; none weighs more.

    Where wishes fit, the numbers behind those show which.
    """
    return tuple(
        (
            Button(Label("slot.claim_one"), data(CLAIM, slot.id, slot.revision), number),
            Button(
                Label("slot.show_one", text=str(number)),
                data(SHOW_ALL, slot.id, slot.revision),
                len(together) + number,
            ),
            *(
                [
                    Button(
                        Label("fitting.show_one", text=str(number)),
                        data(FITTING_WISHES, slot.id),
                        2 * len(together) + number,
                    )
                ]
                if stand[number - 1].slot.fits or stand[number - 1].slot.perhaps
                else []
            ),
        )
        for number, slot in enumerate(together, start=1)
        if slot.status is SlotStatus.OPEN and may(viewer.actor, Action.CLAIM_SLOT, slot.subject)
    )


async def tells_of(work: Work, shown: OutboxRow | None) -> list[Slot]:
    """The slots in that message, where it is an alert about several."""
    if shown is None:
        return []
    return (await listed_slot.in_messages(work.session, [shown.id])).get(shown.id, [])


async def _latest_alerts(
    work: Work, lately: Sequence[Slot], matchers: Sequence[Person], occasion: Occasion
) -> dict[int, OutboxRow]:
    """The latest alert on that occasion about any of these slots to each matcher, by the matcher's id."""
    keys = [occasion.key_of(slot, each.id) for slot in lately for each in matchers]
    said = await outbox.said_under(work.session, keys)
    return {row.person_id: row for row in said if row.person_id is not None}


async def _told_in(work: Work, alerts: dict[int, OutboxRow], lately: Sequence[Slot]) -> dict[int, list[Slot]]:
    """The slots that each of these alerts tells of, by the alert's id."""
    several = await listed_slot.in_messages(work.session, [row.id for row in alerts.values()])
    by_reference = {str(slot.reference): slot for slot in lately}
    return {row.id: several.get(row.id) or [by_reference[row.about or ""]] for row in alerts.values()}


def _so_far(alert: OutboxRow, together: Sequence[Slot], reader: Person) -> AlertSoFar:
    return AlertSoFar(
        said_at=alert.queued_at,
        is_lost=alert.state in GONE,
        statuses=[slot.status for slot in together],
        is_claimed_from=any(slot.claimed_by == reader.id for slot in together),
    )
