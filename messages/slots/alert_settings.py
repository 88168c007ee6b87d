"""What the bot says about what a matcher is alerted about."""

from domain.frozen import frozen
from domain.slot import SlotKind, Trade
from domain.slot_filter import SlotFacet
from messages.template import template


@template("matcher_alert_wishes")
@frozen
class AlertSettingsShown:
    """What this matcher is alerted about; empty where nothing is left out."""

    kinds: tuple[SlotKind, ...]
    trades: tuple[Trade, ...]
    areas: tuple[str, ...]
    is_digest: bool
    is_morning: bool = False
    """A message each morning tells what is new and what waits."""


@template("matcher_alert_facet")
@frozen
class AlertFacetAsked:
    """Which kinds, trades or areas?"""

    facet: SlotFacet
