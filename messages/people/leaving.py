"""What is said when somebody's access ends, or what is open for them is handed over."""

from domain.frozen import frozen
from domain.role import Role
from messages.slots.claim import Sees
from messages.slots.facts import SlotFacts
from messages.template import template


@template("coordinator_ending_checked")
@frozen
class EndingChecked:
    """Whose access is going to end, and what is open for them, before it is done.

    Attributes:
        heir: Who takes it over; None where nobody does.
        has_wishes: They have wishes, too; how many isn't said.
    """

    name: str
    role: Role
    supplier: str | None
    slots: int
    inquiries: int
    heir: str | None
    complaint: str
    has_wishes: bool = False


@template("coordinator_access_ended")
@frozen
class AccessEnded:
    """Somebody's access has ended. Told to who ended it.

    Attributes:
        heir: Who has taken over what was open.
        left: What stands without anybody.
        inquiries_left: How many inquiries do.
    """

    name: str
    heir: str | None
    left: tuple[SlotFacts, ...]
    inquiries_left: int


@template("coordinator_access_ended_by_other")
@frozen
class AccessEndedByOther:
    """Another coordinator has ended somebody's access."""

    name: str
    role: Role
    supplier: str | None
    ended_by: str
    heir: str | None


@template("coordinator_handed_over")
@frozen
class HandedOver:
    """What was open for somebody is a colleague's now."""

    name: str
    heir: str
    slots: int
    inquiries: int
    has_wishes: bool = False


@template("coordinator_nobody_to_choose")
@frozen
class NobodyToChoose:
    """There is no colleague in the same role who could stand in or take over."""

    name: str
    role: Role
    supplier: str | None


@template("everyone_goodbye")
@frozen
class Goodbye:
    """Their own access has ended: the last that they hear."""

    name: str
    city: str
    contact: str


@template("everyone_took_over")
@frozen
class TookOver:
    """They have taken over what was open for a colleague.

    Attributes:
        questions: What is asked and not answered yet, in the asker's words.
        has_wishes: Wishes are theirs now, too; the list shows which.
    """

    role: Role
    name: str
    slots: tuple[SlotFacts, ...]
    questions: tuple[str, ...]
    has_wishes: bool = False


@template("supplier_slot_handed_over")
@frozen
class SlotHandedOver:
    """Another matcher sees to their slot now. `sees` and `is_over` as in `SlotClaimed`."""

    slot: SlotFacts
    matcher: str
    earlier: str
    contact: str
    sees: Sees | None = None
    is_over: bool = False


@template("matcher_contact_changed")
@frozen
class ContactChanged:
    """Somebody else at the company answers for a slot that they have claimed."""

    slot: SlotFacts
    earlier: str
