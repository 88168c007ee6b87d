"""The buttons under lists and cards. What can be done with a slot is gathered in `WAYS`."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from domain.access import STAFF, Action, may
from domain.placement import BEGIN_WITH_SOMEBODY
from domain.slot_filter import SlotFacet
from domain.slot_life import SLOT_LIFE, SlotEvent
from handlers.slots.inquiry.passed_on import ASK
from handlers.slots.selection import Selection
from handlers.slots.starts.codes import REPORT, UNDO
from messages.button import Button, data
from messages.label import Label
from messages.message import Rows
from storage.people.person import Person
from storage.slots.slot import Slot

LIST, CARD, FILTER = "pl", "pk", "pf"
TAKE, RELEASE, CHANGE, PAUSE, RESUME, WITHDRAW = "pj", "pr", "px", "pp", "po", "pt"
"""What a slot's buttons carry: the action, the slot's id and revision, and the selection of the list behind it."""


@dataclass(frozen=True)
class Way:
    """Something that can be done with a slot.

    Attributes:
        label: How it is named in `labels.toml`.
        code: What its button carries first.
        action: What it takes to be allowed.
        event: What would happen to the slot; None for what leaves it as it is.
        fits: Whether it fits the slot and how many have begun in it.
    """

    label: str
    code: str
    action: Action
    event: SlotEvent | None = None
    fits: Callable[[Slot, int], bool] = lambda _slot, _begun: True

    def is_open(self, slot: Slot, viewer: Person, begun: int) -> bool:
        """Whether it can be done now, by this person."""
        can_happen = self.event is None or SLOT_LIFE.allows(slot.status, self.event)
        return can_happen and self.fits(slot, begun) and may(viewer.actor, self.action, slot.subject)


def _has_room(slot: Slot, begun: int) -> bool:
    return slot.kind in BEGIN_WITH_SOMEBODY and begun < slot.places


def _is_begun(_slot: Slot, begun: int) -> bool:
    return begun > 0


WAYS = (
    Way("slot.claim", TAKE, Action.CLAIM_SLOT, SlotEvent.CLAIM),
    Way("inquiry.ask", ASK, Action.ASK_ABOUT_SLOT, SlotEvent.ASK),
    Way("slot.release", RELEASE, Action.RELEASE_SLOT, SlotEvent.RELEASE),
    Way("slot.start", REPORT, Action.REPORT_START, SlotEvent.START, _has_room),
    Way("slot.undo_start", UNDO, Action.REPORT_START, fits=_is_begun),
    Way("slot.change", CHANGE, Action.CHANGE_SLOT, SlotEvent.CHANGE),
    Way("slot.pause", PAUSE, Action.PAUSE_SLOT, SlotEvent.PAUSE),
    Way("slot.resume", RESUME, Action.PAUSE_SLOT, SlotEvent.RESUME),
    Way("slot.withdraw", WITHDRAW, Action.WITHDRAW_SLOT, SlotEvent.WITHDRAW),
)
"""In the order in which a card shows them."""


def card_buttons(slot: Slot, viewer: Person, selection: Selection, *, begun: int) -> Rows:
    """What this person can do with the slot now, where so many have begun, and the way back to the list."""
    carried = (slot.id, slot.revision, *selection.numbers)
    ways = [(Label(way.label), data(way.code, *carried)) for way in WAYS if way.is_open(slot, viewer, begun)]
    return _in_pairs([*ways, to_list(selection)])


def list_buttons(slots: Sequence[Slot], selection: Selection, *, pages: int, viewer: Person) -> Rows:
    """Each slot, the pages beside this one, and for staff what the list can be narrowed down to."""
    items = [(_named(slot), data(CARD, slot.id, slot.revision, *selection.numbers)) for slot in slots]
    others = [*_pages(selection, pages), *(_filters(selection) if viewer.role in STAFF else [])]
    rows = tuple((button,) for button in _numbered(items, first=1))
    return (*rows, *_in_pairs(others, first=len(items) + 1))


def digest_buttons(slots: Sequence[Slot]) -> Rows:
    """Each slot of a digest, with its card behind it."""
    items = [(_named(slot), data(CARD, slot.id, slot.revision, *Selection().numbers)) for slot in slots]
    return tuple((button,) for button in _numbered(items, first=1))


def value_buttons(ways: Sequence[tuple[Label, Selection]], selection: Selection, facet: SlotFacet) -> Rows:
    """The values of a facet, all of them at once, and back."""
    values = [(label, data(LIST, *there.numbers)) for label, there in ways]
    everything = selection.narrowed(facet, 0 if facet is SlotFacet.AREA else None)
    return _in_pairs([*values, (Label("filter.all"), data(LIST, *everything.numbers)), to_list(selection)])


def to_list(selection: Selection | None = None) -> tuple[Label, str]:
    """The way to the list, where it was."""
    return (Label("slot.to_list"), data(LIST, *(selection or Selection()).numbers))


def _named(slot: Slot) -> Label:
    return Label(joined=(Label(f"kind.{slot.kind}"), Label(f"trade.{slot.trade}"), Label(text=slot.area)))


def _pages(selection: Selection, pages: int) -> list[tuple[Label, str]]:
    beside = [("list.previous", selection.page - 1), ("list.next", selection.page + 1)]
    return [
        (Label(label), data(LIST, *replace(selection, page=page).numbers))
        for label, page in beside
        if 0 <= page < pages
    ]


def _filters(selection: Selection) -> list[tuple[Label, str]]:
    facets = [
        (Label(f"filter.{facet}"), data(FILTER, place, *selection.numbers)) for place, facet in enumerate(SlotFacet)
    ]
    clear = [(Label("filter.clear"), data(LIST, *Selection().numbers))] if selection.is_narrowed else []
    return [*facets, *clear]


def _numbered(choices: Sequence[tuple[Label, str]], *, first: int) -> list[Button]:
    return [Button(label, carried, number=first + place) for place, (label, carried) in enumerate(choices)]


def _in_pairs(choices: Sequence[tuple[Label, str]], *, first: int = 1) -> Rows:
    buttons = _numbered(choices, first=first)
    return tuple(tuple(buttons[place : place + 2]) for place in range(0, len(buttons), 2))
