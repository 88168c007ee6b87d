"""What a message stands under where that is more than its own words make: found or made just before it is sent."""

import logging
from dataclasses import replace

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

    async def under(self, parcel: Parcel) -> Parcel | None:
        """The parcel with its file, if it has such. What can't be made is its own trouble, told when it is sent.

        None where the database is in trouble: its row comes again once its lease is over.
        """
        try:
            for sort in self._sorts:
                found = await sort(parcel)
                if found is not None:
                    return found
        except Exception as error:
            log.exception("outbox row %s has no file", parcel.row.id, exc_info=without_contents(error))
            return None if is_trouble(error) else replace(parcel, looked_up=error)
        return parcel
