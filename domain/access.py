"""Who may do what: one pure question, asked at every press, and answered with no unless a line here says yes."""

from dataclasses import dataclass
from enum import StrEnum

from domain.role import Role

STAFF = (Role.MATCHER, Role.COORDINATOR, Role.ADMINISTRATOR)


class Action(StrEnum):
    """What somebody may want to do with a slot."""

    REPORT_SLOT = "report_slot"
    SEE_SLOT = "see_slot"
    CLAIM_SLOT = "claim_slot"


@dataclass(frozen=True)
class Actor:
    """The person who asks, as the database knows them; never as a button claims."""

    person_id: int
    role: Role
    supplier_id: int | None
    is_active: bool


@dataclass(frozen=True)
class SlotSubject:
    """The slot that is asked about."""

    supplier_id: int


def may(actor: Actor, action: Action, subject: SlotSubject | None = None) -> bool:
    """Whether the actor may do it. Not yours is answered as not found, so nobody learns what exists."""
    if not actor.is_active:
        return False
    match action:
        case Action.REPORT_SLOT:
            return actor.role is Role.SUPPLIER and actor.supplier_id is not None
        case Action.CLAIM_SLOT:
            return actor.role is Role.MATCHER
        case Action.SEE_SLOT:
            return actor.role in STAFF or (actor.role is Role.SUPPLIER and _is_own(actor, subject))


def _is_own(actor: Actor, subject: SlotSubject | None) -> bool:
    return subject is not None and subject.supplier_id == actor.supplier_id
