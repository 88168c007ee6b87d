"""What coordinators hear of somebody whom Telegram refuses to reach, or reaches again."""

from domain.frozen import frozen
from messages.template import template


@template("coordinator_person_unreachable")
@frozen
class PersonUnreachable:
    """Telegram refuses to reach somebody: they have blocked the bot or left."""

    name: str
    supplier: str | None


@template("coordinator_person_reachable")
@frozen
class PersonReachable:
    """Somebody who had blocked the bot has let it in again."""

    name: str
    supplier: str | None
