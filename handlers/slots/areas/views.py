"""The buttons under areas."""

from collections.abc import Sequence

from handlers.handling.choices import Choice, numbered
from handlers.slots.areas.codes import ADD, ASK_REMOVE, CARD, LIST, MAP, NAME, NAMES, NEW, REMOVE
from messages.button import data
from messages.label import Label
from messages.message import Rows
from storage.slots.area import Area
from storage.slots.slot import Slot
from storage.slots.written_area import Written

MOST_NAMES = 8
"""So many names are asked about at once; the others come when these are done."""


def list_buttons(areas: Sequence[Area], unknown: int) -> Rows:
    """Each area, the names that belong to none, and a new one."""
    named = [(Label(text=area.name), data(CARD, area.id)) for area in areas]
    names = [(Label("area.names", text=str(unknown)), data(NAMES))] if unknown else []
    return numbered([*named, *names, (Label("area.add"), data(ADD))], in_a_row=2)


def name_buttons(names: Sequence[Written]) -> Rows:
    """Each name, and the way to the list."""
    return numbered([*_ways_to_names(names), _to_list()])


def meaning_buttons(slot: Slot, areas: Sequence[Area]) -> Rows:
    """Each area that a slot's name may mean, a new one, and the way to the list."""
    known = [(Label(text=area.name), data(MAP, slot.id, slot.revision, area.id)) for area in areas]
    new = (Label("area.new", text=slot.area), data(NEW, slot.id, slot.revision))
    return numbered([*known, new, _to_list()], in_a_row=2)


def card_buttons(area: Area, also: Sequence[Written]) -> Rows:
    """Each name that belongs to the area, for one that belongs elsewhere, and how the area is removed."""
    remove = (Label("area.ask_remove"), data(ASK_REMOVE, area.id))
    return numbered([*_ways_to_names(also), remove, _to_list()], in_a_row=2)


def removal_buttons(area: Area) -> Rows:
    """Yes or no."""
    return numbered([(Label("area.remove"), data(REMOVE, area.id)), (Label("area.keep"), data(CARD, area.id))])


def _ways_to_names(names: Sequence[Written]) -> list[Choice]:
    return [(Label(text=each.name), data(NAME, each.slot_id)) for each in names]


def _to_list() -> Choice:
    return Label("area.to_list"), data(LIST)
