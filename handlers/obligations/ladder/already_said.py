"""What was said of an obligation already: once it is settled, moved or open again, the old messages say so."""

from collections.abc import Sequence

from handlers.handling.work import Work
from handlers.obligations.ladder import escalated, reminding
from storage.obligations import obligation as obligations
from storage.obligations.obligation import Obligation


async def bring_up_to_date(work: Work, obligation: Obligation) -> None:
    """Let every message about it say how it stands now, to coordinators and to suppliers."""
    now = await obligations.find(work.session, obligation.id)
    if now is not None:
        await escalated.show_anew(work, now)
        await reminding.show_anew(work, now)


async def bring_each_up_to_date(work: Work, many: Sequence[Obligation]) -> None:
    """The same for many, of most of which nothing was ever said."""
    for each in await obligations.said_of(work.session, many):
        await bring_up_to_date(work, each)
