"""What a message stands under where that is more than its own words make: found or made just before it is sent."""

import logging
from dataclasses import replace

from bot.connections import NotConnectedError
from bot.delivery.files.documents import Documents
from bot.delivery.files.exports import Exports
from bot.delivery.files.pictures import Pictures
from bot.delivery.parcel import Parcel
from bot.logs import without_contents
from domain.clock import Clock
from handlers.handling.city import City
from storage.database import Database
from storage.trouble import is_trouble

log = logging.getLogger(__name__)


class Files:
    """All files that are looked up: each sort says which parcels are its own."""

    def __init__(self, database: Database, clock: Clock, city: City) -> None:
        documents, exports = Documents(database, clock, city), Exports(database, city)
        self._sorts = (documents.under, Pictures(database, clock).under, exports.under)

    async def under(self, parcel: Parcel) -> Parcel:
        """The parcel with its file, if it has such. What can't be made is its own trouble, told when it is sent.

        Where the database is in trouble it was surely not sent, and is tried again, a broadcast too.
        """
        try:
            for sort in self._sorts:
                found = await sort(parcel)
                if found is not None:
                    return found
        except Exception as error:
            log.exception("outbox row %s has no file", parcel.row.id, exc_info=without_contents(error))
            is_ours_to_wait = is_trouble(error)
            return replace(parcel, looked_up=NotConnectedError("no database") if is_ours_to_wait else error)
        return parcel
