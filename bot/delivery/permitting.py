"""Which of the rows that come next may go now: as many as pace and room allow."""

from collections.abc import Sequence

from bot.delivery.pacing import Pace, Permit
from domain.frozen import frozen
from storage.outbox import Lane, OutboxRow

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


def permitted(rows: Sequence[OutboxRow], pace: Pace, *, under_way: int) -> Permitted:
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
