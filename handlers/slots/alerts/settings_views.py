"""Alert settings on a screen: what is wanted now, and what it can be narrowed down to."""

from collections.abc import Sequence
from dataclasses import replace

from domain.alert_settings import AlertSettings
from domain.frozen import frozen
from domain.slot import SlotKind, Trade
from domain.slot_filter import SlotFacet
from handlers.handling.choices import Choice, numbered
from messages.button import data
from messages.label import Label
from messages.message import Message
from messages.obligations.nudge import DecisionSettings
from messages.slots.alert_settings import AlertFacetAsked, AlertSettingsShown

SHOW, FACET, SET, DIGEST, EVERYTHING = "ov", "of", "os", "od", "oa"
"""What the buttons carry: the action, and for a value its facet, its place and whether it is to be wanted."""

MORNING = "mot"
"""Carries whether a message is wanted each morning."""

CHOSEN = "wish.chosen"


@frozen
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


def screen(settings: AlertSettings, *, may_gather: bool, is_morning: bool) -> Message:
    """Everything that a matcher wants to hear of, and the ways to change it."""
    facets = [(Label(f"filter.{facet}"), data(FACET, place)) for place, facet in enumerate(SlotFacet)]
    digest = [_other_way(is_digest=settings.is_digest)] if may_gather else []
    morning = (Label("wish.no_morning" if is_morning else "wish.morning"), data(MORNING, 0 if is_morning else 1))
    everything = [(Label("wish.everything"), data(EVERYTHING))] if settings.is_narrowed else []
    shown = AlertSettingsShown(
        kinds=tuple(kind for kind in SlotKind if kind in settings.kinds),
        trades=tuple(trade for trade in Trade if trade in settings.trades),
        areas=tuple(sorted(settings.areas)),
        is_digest=settings.is_digest and may_gather,
        is_morning=is_morning,
    )
    return Message(shown, numbered([*facets, *digest, *everything, morning]))


def facet_screen(facet: SlotFacet, values: Sequence[Value]) -> Message:
    """The values of one facet, each with whether it is wanted."""
    place = list(SlotFacet).index(facet)
    choices = [(value.label, data(SET, place, value.place, 0 if value.is_chosen else 1)) for value in values]
    return Message(AlertFacetAsked(facet), numbered([*choices, (Label("answer.done"), data(SHOW))], in_a_row=2))


def decisions_screen(*, is_digest: bool) -> Message:
    """How a coordinator hears of what waits for a decision: at once or once a day, and the other way."""
    return Message(DecisionSettings(is_digest), numbered([_other_way(is_digest=is_digest)]))


def kind_values(settings: AlertSettings) -> list[Value]:
    """Every kind."""
    return [_value(place, Label(f"kind.{kind}"), kind in settings.kinds) for place, kind in enumerate(SlotKind)]


def trade_values(settings: AlertSettings) -> list[Value]:
    """Every trade."""
    return [_value(place, Label(f"trade.{trade}"), trade in settings.trades) for place, trade in enumerate(Trade)]


def area_values(settings: AlertSettings, areas: Sequence[tuple[int, str]]) -> list[Value]:
    """Every area that occurs, by a slot that is in it."""
    return [_value(slot_id, Label(text=area), settings.has_area(area)) for slot_id, area in areas]


def _value(place: int, label: Label, is_chosen: bool) -> Value:  # noqa: FBT001  each value is one line of a list
    return Value(place, replace(label, note=CHOSEN) if is_chosen else label, is_chosen)


def _other_way(*, is_digest: bool) -> Choice:
    """From once a day to one by one, and back."""
    return Label("wish.one_by_one" if is_digest else "wish.gathered"), data(DIGEST, 0 if is_digest else 1)
