"""Everything that can happen, gathered from the houses: each button and command once, and the duties in their order."""

from collections.abc import Iterable, Mapping
from itertools import chain
from typing import TypeVar

from domain.command import Command
from handlers.broadcasts import routes as broadcasts
from handlers.contracts import routes as contracts
from handlers.contributing import routes as contributing
from handlers.council import routes as council
from handlers.documents import routes as documents
from handlers.dossiers import routes as dossiers
from handlers.faq import routes as faq
from handlers.files import routes as files
from handlers.form import routes as form
from handlers.handling.routes import Act, Duty, Routes, Run, Wording
from handlers.hearsay import routes as hearsay
from handlers.importing import routes as importing
from handlers.leaving import routes as leaving
from handlers.meetings import routes as meetings
from handlers.obligations import routes as obligations
from handlers.outlook import routes as outlook
from handlers.overview import routes as overview
from handlers.people import routes as people
from handlers.placements import routes as placements
from handlers.procurements import routes as procurements
from handlers.readers import routes as readers
from handlers.results import routes as results
from handlers.slots import routes as slots
from handlers.slots.alerts import routes as alerts
from handlers.slots.areas import routes as areas
from handlers.suppliers import routes as suppliers
from handlers.tryouts import routes as tryouts
from handlers.upkeep import ledger
from handlers.upkeep import routes as upkeep
from handlers.wishes import routes as wishes
from messages.unkept import Unkept

Key = TypeVar("Key")
Value = TypeVar("Value")

HOUSES: tuple[Routes, ...] = (
    slots.ROUTES,
    wishes.ROUTES,
    placements.ROUTES,
    meetings.ROUTES,
    obligations.ROUTES,
    contracts.ROUTES,
    outlook.ROUTES,
    results.ROUTES,
    council.ROUTES,
    documents.ROUTES,
    dossiers.ROUTES,
    overview.ROUTES,
    readers.ROUTES,
    suppliers.ROUTES,
    procurements.ROUTES,
    faq.ROUTES,
    contributing.ROUTES,
    tryouts.ROUTES,
    broadcasts.ROUTES,
    alerts.ROUTES,
    areas.ROUTES,
    people.ROUTES,
    leaving.ROUTES,
    form.ROUTES,
    importing.ROUTES,
    hearsay.ROUTES,
    files.ROUTES,
    upkeep.ROUTES,
)
"""In the order in which the clock goes through them."""


def once(pairs: Iterable[tuple[Key, Value]]) -> Mapping[Key, Value]:
    """The pairs as a mapping. Raises ValueError where two houses claim the same key: the last would silently win."""
    found: dict[Key, Value] = {}
    for key, value in pairs:
        if key in found:
            raise ValueError(f"{key} is claimed twice")
        found[key] = value
    return found


BUTTONS: Mapping[str, Act] = once(chain.from_iterable(house.buttons for house in HOUSES))
"""What each button does, by what it carries first."""

COMMANDS: Mapping[Command, Run] = once(chain.from_iterable(house.commands for house in HOUSES))
"""What each command does."""

DUTIES: tuple[Duty, ...] = tuple(chain.from_iterable(house.duties for house in HOUSES))
"""What the clock does, in this order."""

WORDINGS: Mapping[type[Unkept], Wording] = once(chain.from_iterable(house.wordings for house in HOUSES))
"""How those messages are worded whose words are kept nowhere."""

SEALING: tuple[Duty, ...] = (ledger.seal,)
"""What the clock of the sealer does, a role of its own."""
