"""What was written down of a meeting: as it stands now, and as the ledger kept each version."""

import json
from collections.abc import Mapping
from datetime import date

from handlers.handling.work import Work
from handlers.meetings import facts
from handlers.meetings.agreeing_answers import OTHER
from messages.meetings.outcome import AgreedAction
from messages.meetings.record import AgreedVersion
from storage.meetings.meeting import Meeting


async def that_holds(work: Work, meeting: Meeting) -> AgreedVersion:
    """As it stands now."""
    told = await facts.summary(work, meeting)
    return AgreedVersion(told.came, told.has_other_come, told.agreed, told.actions)


def read(content: str, names: Mapping[int, str]) -> AgreedVersion | None:
    """As the ledger kept it, given people's names by their ids; None where the words were disposed of, lawfully."""
    if not content:
        return None
    kept = json.loads(content)
    came = kept.get("came", [])
    return AgreedVersion(
        came=tuple(names[each] for each in came if each in names),
        has_other_come=OTHER in came,
        agreed=kept.get("agreed") or "",
        actions=tuple(
            AgreedAction(each["title"], date.fromisoformat(each["due_on"]), each["is_for_city"])
            for each in kept.get("actions", [])
        ),
    )
