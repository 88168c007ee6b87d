"""What the bot says to coordinators."""

from dataclasses import dataclass

from domain.role import Role
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
