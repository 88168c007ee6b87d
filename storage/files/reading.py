"""Which question reads which file: its values stand in the order of the file's columns."""

from collections.abc import AsyncIterator, Mapping, Sequence
from typing import Final

from sqlalchemy.ext.asyncio import AsyncSession

from domain.export import Export
from storage.files import (
    attendance,
    contacts,
    contracts,
    evaluations,
    meetings,
    messages,
    obligations,
    placements,
    slots,
)
from storage.files.part import Part, Row

PARTS: Final[Mapping[Export, tuple[Part, ...]]] = {
    Export.CONTRACTS: contracts.PARTS,
    Export.OBLIGATIONS: obligations.PARTS,
    Export.MEETINGS: meetings.PARTS,
    Export.ATTENDANCE: attendance.PARTS,
    Export.SLOTS: slots.PARTS,
    Export.PLACEMENTS: placements.PARTS,
    Export.EVALUATIONS: evaluations.PARTS,
    Export.CONTACTS: contacts.PARTS,
    Export.MESSAGES: messages.PARTS,
}
"""A file's parts, one after the other."""


async def slices(session: AsyncSession, export: Export) -> AsyncIterator[Sequence[Row]]:
    """All rows of a file, some at a time, as they are at the session's one moment."""
    for part in PARTS[export]:
        async for rows in part.slices(session):
            yield rows
