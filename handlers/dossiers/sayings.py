"""What was said about a contract, as the dossier tells it: each version, to whom, and whether it came through."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from handlers.handling.work import Work
from messages.dossiers.facts import Fate, Saying
from messages.withheld import tells_of_residents
from storage.dossiers.said import SaidRow
from storage.outbox import OutboxState

_FATES = {
    OutboxState.QUEUED: Fate.ON_ITS_WAY,
    OutboxState.SENDING: Fate.ON_ITS_WAY,
    OutboxState.SENT: Fate.ACCEPTED,
    OutboxState.UNKNOWN: Fate.UNKNOWN,
    OutboxState.UNREACHABLE: Fate.NOT_ARRIVED,
    OutboxState.DEAD: Fate.NOT_ARRIVED,
    OutboxState.EXPIRED: Fate.NOT_SENT,
    OutboxState.CANCELLED: Fate.NOT_SENT,
}


def told(work: Work, said: Sequence[SaidRow]) -> tuple[Saying, ...]:
    """Each version of each message; what was said alike to several at once is told once."""
    versions: dict[int, list[SaidRow]] = defaultdict(list)
    for each in said:
        # An edit that came to nothing has changed nothing.
        if each.row.original_id is None or each.row.state is not OutboxState.CANCELLED:
            versions[each.row.original_id or each.row.id].append(each)
    each_version = [
        _version(work, number, each, place, len(of_one))
        for number, of_one in versions.items()
        for place, each in enumerate(of_one, start=1)
    ]
    return tuple(_together(each_version))


def _version(work: Work, number: int, each: SaidRow, place: int, of: int) -> Saying:
    row, is_withheld = each.row, tells_of_residents(each.row.content)
    kept = each.accepted.words if each.accepted else row.rendered
    return Saying(
        numbers=(number,),
        version=place,
        versions=of,
        at=work.city.hours.local(row.sent_at or row.queued_at),
        to=(each.to,) if each.to else (),
        rows=(each.accepted.row,) if each.accepted else (),
        words="" if is_withheld else (kept or ""),
        fate=_FATES[row.state],
        is_withheld=is_withheld,
    )


def _together(said: Sequence[Saying]) -> list[Saying]:
    """The same words to several people in the same minute are one entry, which names them all."""
    alike: dict[tuple[object, ...], list[Saying]] = defaultdict(list)
    for each in said:
        minute = each.at.replace(second=0, microsecond=0)
        alike[minute, each.version, each.versions, each.words, each.fate, each.is_withheld].append(each)
    joined = [_joined(some) for some in alike.values()]
    return sorted(joined, key=lambda each: (each.at, each.numbers))


def _joined(said: Sequence[Saying]) -> Saying:
    return replace(
        said[0],
        numbers=tuple(number for each in said for number in each.numbers),
        to=tuple(dict.fromkeys(name for each in said for name in each.to)),
        rows=tuple(row for each in said for row in each.rows),
    )
