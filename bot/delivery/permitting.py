"""Which of the rows that come next may go now: as many as pace and room allow."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime

from bot.delivery.pacing import Pace, Permit
from domain.frozen import frozen
from storage.outbox import TIDYING, Lane, NewRow
from storage.outgoing import Allowed, Outgoing

MOST_UNDER_WAY = {Lane.ANSWER: 100, Lane.ALERT: 50, Lane.DUTY: 50, Lane.BROADCAST: 20}
"""So many messages may be under way, all together, when one of that lane joins them: there is room for what goes before
it, and for a broadcast at thirty a second also where Telegram takes half a second for each."""

BROADCASTS_AT_ONCE = 5
"""So many are begun together: to word and to send a hundred keeps whoever is answered then waiting for a tenth of a
second, however soon their answer may go."""


@frozen
class Permitted:
    """What may go.

    Attributes:
        permits: By the row's id.
        is_cut: Whether more of a broadcast may go as soon as these have begun.
    """

    permits: dict[int, Permit]
    is_cut: bool


def permitted(rows: Sequence[Outgoing | NewRow], pace: Pace, *, under_way: int) -> Permitted:
    """Permit what may go, in order, beside so many that are under way."""
    permits, broadcasts = dict[int, Permit](), 0
    for row in rows:
        lane = Lane(row.lane)
        if lane is Lane.BROADCAST and broadcasts == BROADCASTS_AT_ONCE:
            return Permitted(permits, is_cut=True)
        has_room = under_way + len(permits) < MOST_UNDER_WAY[lane]
        if has_room and (permit := pace.permit(row.chat_id, lane)):
            permits[row.id] = permit
            broadcasts += lane is Lane.BROADCAST
    return Permitted(permits, is_cut=False)


def leaves_some(rows: Sequence[Outgoing], permits: Collection[int], *, at_most: int) -> bool:
    """Whether anything but a broadcast may have to wait since there was room for no more than so many."""
    if len(rows) == at_most and not (rows and rows[-1].lane == Lane.BROADCAST):
        return True
    return any(row.id not in permits for row in rows if row.lane < Lane.BROADCAST)


def at_once(rows: Sequence[NewRow], allowed: Allowed, *, under_way_to: Collection[int], now: datetime) -> list[NewRow]:
    """Of what was just queued what pace lets go, in order: no broadcast, and of what speaks in one chat the first.

    Where something is under way in the chat it has to wait, and must not be counted as one that goes.
    """
    due = [row for row in rows if row.due_at <= now and row.lane < Lane.BROADCAST and not _has_to_wait(row, allowed)]
    due.sort(key=lambda row: (row.lane, row.id))
    first = {row.chat_id: row for row in reversed(due) if row.method is not TIDYING}
    return [row for row in due if row.method is TIDYING or _is_next(row, first, under_way_to)]


def _is_next(row: NewRow, first: Mapping[int, NewRow], under_way_to: Collection[int]) -> bool:
    return row is first[row.chat_id] and row.chat_id not in under_way_to


def _has_to_wait(row: NewRow, allowed: Allowed) -> bool:
    return row.chat_id in (allowed.no_answers_to if row.lane == Lane.ANSWER else allowed.nothing_else_to)
