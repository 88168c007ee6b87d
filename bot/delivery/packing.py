"""Packing: what was taken up, with all that has to be looked up before it is sent."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncSession

from bot.delivery.looking_up import is_unkept, looked_up
from bot.delivery.parcel import Parcel
from handlers.handling.city import City
from handlers.handling.work import Work
from messages.message import which_document, whose_details
from messages.rendering import NO_DETAILS
from storage.documents import document
from storage.documents.document import Document
from storage.outbox import Ring
from storage.outgoing import NextUp, Outgoing
from storage.people import contact_details


async def packed(
    session: AsyncSession, taken_up: Sequence[NextUp], city: City, *, now: datetime, begin_before: float
) -> list[Parcel]:
    """Parcels of what was taken up. Sending them must begin before that second of the enduring clock."""
    if not taken_up:
        return []
    told_of = {up.row.id: whose for up in taken_up if (whose := whose_details(up.row.content)) is not None}
    details = {whose: await contact_details.of(session, whose) for whose in set(told_of.values())}
    under = {up.row.id: await _document(session, up.row) for up in taken_up}
    unkept = [up.row for up in taken_up if is_unkept(up.row)]
    looked = {row.id: await looked_up(Work(session, now, city, key=f"wording:{row.id}"), row) for row in unkept}
    return [
        Parcel(
            row=row,
            language=language or row.language or city.language,
            # An answer rings at any time: the first after a start needn't wait until the holidays are known.
            is_silent=row.ring is Ring.IN_WORKING_HOURS and not city.hours.is_open(now),
            original=original,
            begin_before=begin_before,
            reached_at=details[told_of[row.id]] if row.id in told_of else NO_DETAILS,
            looked_up=looked.get(row.id),
            document=under[row.id],
        )
        for row, language, original in taken_up
    ]


async def _document(session: AsyncSession, row: Outgoing) -> Document | None:
    which = which_document(row.content)
    return await document.whole(session, which.number) if which is not None else None
