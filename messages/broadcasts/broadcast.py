"""A broadcast as those read it who get it."""

from domain.broadcast import BroadcastSort
from domain.frozen import frozen
from domain.role import Role
from messages.template import template


@template("supplier_broadcast")
@frozen
class SupplierBroadcast:
    """What the city tells many suppliers, in the words of whoever wrote it.

    Attributes:
        words_en: None where there are only Swedish words: who reads English gets those, and is told so.
        written_by: The name of whoever of the city wrote it.
        role: What they do there.
    """

    sort: BroadcastSort
    words_sv: str
    words_en: str | None
    written_by: str
    role: Role
    city: str
