"""The wishes on a screen: what is wanted now, and what it can be narrowed down to."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from domain.alert_wish import Wish
from domain.slot import SlotKind, Trade
from domain.slot_filter import SlotFacet
from messages import matcher
from messages.button import Button, data
from messages.label import Label
from messages.message import Message, Rows

SHOW, FACET, SET, DIGEST, EVERYTHING = "ov", "of", "os", "od", "oa"
"""What the buttons carry: the action, and for a value its facet, its place and whether it is to be wanted."""

CHOSEN = "wish.chosen"


@dataclass(frozen=True)
class Value:
    """A value of a facet, as a button offers it.

    Attributes:
        place: Its number among the facet's values; an area goes by a slot that is there, since a button has no room.
        label: How it is named.
        is_chosen: Whether it is wanted now.
    """

    place: int
    label: Label
    is_chosen: bool


def screen(wish: Wish, *, may_gather: bool) -> Message:
    """Everything that is wanted, and the ways to change it."""
    facets = [(Label(f"filter.{facet}"), data(FACET, place)) for place, facet in enumerate(SlotFacet)]
    turned = Label("wish.one_by_one" if wish.is_digest else "wish.gathered")
    digest = [(turned, data(DIGEST, 0 if wish.is_digest else 1))] if may_gather else []
    everything = [(Label("wish.everything"), data(EVERYTHING))] if wish.is_narrowed else []
    shown = matcher.AlertWishes(
        kinds=tuple(kind for kind in SlotKind if kind in wish.kinds),
        trades=tuple(trade for trade in Trade if trade in wish.trades),
        areas=tuple(sorted(wish.areas)),
        is_digest=wish.is_digest and may_gather,
    )
    return Message(shown, _in_rows([*facets, *digest, *everything], in_a_row=1))


def facet_screen(facet: SlotFacet, values: Sequence[Value]) -> Message:
    """The values of one facet, each with whether it is wanted."""
    place = list(SlotFacet).index(facet)
    choices = [(value.label, data(SET, place, value.place, 0 if value.is_chosen else 1)) for value in values]
    return Message(matcher.AlertFacet(facet), _in_rows([*choices, (Label("answer.done"), data(SHOW))], in_a_row=2))


def kind_values(wish: Wish) -> list[Value]:
    """Every kind."""
    return [_value(place, Label(f"kind.{kind}"), kind in wish.kinds) for place, kind in enumerate(SlotKind)]


def trade_values(wish: Wish) -> list[Value]:
    """Every trade."""
    return [_value(place, Label(f"trade.{trade}"), trade in wish.trades) for place, trade in enumerate(Trade)]


def area_values(wish: Wish, areas: Sequence[tuple[int, str]]) -> list[Value]:
    """Every area that occurs, by a slot that is in it."""
    return [_value(slot_id, Label(text=area), wish.has_area(area)) for slot_id, area in areas]


def _value(place: int, label: Label, is_chosen: bool) -> Value:  # noqa: FBT001  each value is one line of a list
    return Value(place, replace(label, note=CHOSEN) if is_chosen else label, is_chosen)


def _in_rows(choices: Sequence[tuple[Label, str]], *, in_a_row: int) -> Rows:
    buttons = [Button(label, carried, number=number) for number, (label, carried) in enumerate(choices, start=1)]
    return tuple(tuple(buttons[start : start + in_a_row]) for start in range(0, len(buttons), in_a_row))
