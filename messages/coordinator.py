"""What the bot says to coordinators."""

from dataclasses import dataclass

from domain.role import Role
from messages.slots.facts import SlotFacts, SlotNews, SlotPage, SlotStanding
from messages.template import template


@template("coordinator_person_joined")
@dataclass(frozen=True)
class PersonJoined:
    """Somebody has used their invitation."""

    name: str
    role: Role
    supplier: str | None


@template("coordinator_person_unreachable")
@dataclass(frozen=True)
class PersonUnreachable:
    """Telegram refuses to reach somebody: they have blocked the bot or left."""

    name: str
    supplier: str | None


@template("coordinator_person_reachable")
@dataclass(frozen=True)
class PersonReachable:
    """Somebody who had blocked the bot has let it in again."""

    name: str
    supplier: str | None


@template("coordinator_slot_without_matcher")
@dataclass(frozen=True)
class SlotWithoutMatcher:
    """A slot was reported, and no matcher can be reached, or none of those who are here wants to hear of such."""

    slot: SlotFacts
    is_anybody_here: bool


@template("coordinator_slots_listed")
@dataclass(frozen=True)
class SlotsListed:
    """Every slot, to look at."""

    page: SlotPage


@template("coordinator_slot_card")
@dataclass(frozen=True)
class SlotCard:
    """One slot and how it stands, to look at."""

    standing: SlotStanding
    news: SlotNews | None
