"""What can be done with a placement, each a button on its card."""

from collections.abc import Callable, Sequence

from domain.access import may
from domain.action import Action
from domain.frozen import frozen
from domain.placement import PlacementStatus
from domain.placement_life import PLACEMENT_LIFE, PlacementEvent
from domain.proposal_answer import WantsToKnow
from domain.slot import SlotStatus
from domain.subject import StartSubject
from handlers.doorways import HEAR_START, PLACEMENT
from handlers.handling.choices import Choice, numbered
from handlers.placements.codes import AGREE, BEGUN, DECLINE, EXPLAIN, KNOW_MORE, MEET, MET, NOTHING, RECONSIDER
from handlers.placements.ending.codes import HOW
from handlers.placements.ending.finding import Ending
from handlers.placements.starts.codes import NO, YES
from handlers.slots import views as slot_views
from messages.button import data
from messages.label import Label
from messages.message import Rows
from storage.people.person import Person
from storage.placements.placement import Placement
from storage.slots.slot import Slot


@frozen
class Shown:
    """A placement that is looked at.

    Attributes:
        slot: The offer that it is in.
        has_room: Whether another could have a place in that.
        stand_ins: Who hears what is asked of its matcher, while they are away.
    """

    placement: Placement
    slot: Slot
    has_room: bool
    stand_ins: tuple[int, ...] = ()

    @property
    def subject(self) -> StartSubject:
        """It as the rules of access see it."""
        return self.placement.subject_in(self.slot, stand_ins=self.stand_ins)


@frozen
class Way:
    """Something that can be done with a placement.

    Attributes:
        label: How it is named in `labels.toml`.
        code: What its button carries first.
        action: What it takes to be allowed.
        event: What would happen to the placement.
        fits: Whether it fits, beside that.
    """

    label: str
    code: str
    action: Action
    event: PlacementEvent
    fits: Callable[[Shown], bool] = lambda _shown: True

    def is_open(self, shown: Shown, viewer: Person) -> bool:
        """Whether it can be done now, by this person."""
        can_happen = PLACEMENT_LIFE.allows(shown.placement.status, self.event) and self.fits(shown)
        return can_happen and may(viewer.actor, self.action, shown.subject)


def _is_agreed(shown: Shown) -> bool:
    return shown.placement.status is PlacementStatus.AGREED


def _is_not_agreed(shown: Shown) -> bool:
    return not _is_agreed(shown)


def _has_room(shown: Shown) -> bool:
    return shown.has_room and shown.slot.status is SlotStatus.RESERVED


def _awaits_answer(shown: Shown) -> bool:
    return shown.placement.awaits_answer


def _may_ask_more(shown: Shown) -> bool:
    return len(shown.placement.wants_to_know or {}) < len(WantsToKnow)


WAYS = (
    Way("placement.meet", MEET, Action.ANSWER_PROPOSAL, PlacementEvent.INTEREST),
    Way("placement.know_more", KNOW_MORE, Action.ANSWER_PROPOSAL, PlacementEvent.INTEREST, _may_ask_more),
    Way("placement.reconsider", RECONSIDER, Action.ANSWER_PROPOSAL, PlacementEvent.RECONSIDER, _has_room),
    Way("start_answer.yes", YES, Action.CONFIRM_START, PlacementEvent.CONFIRM),
    Way("start_answer.no", NO, Action.CONFIRM_START, PlacementEvent.DENY),
    Way("placement.explain", EXPLAIN, Action.LEAD_PLACEMENT, PlacementEvent.INTEREST, _awaits_answer),
    Way("placement.met", MET, Action.LEAD_PLACEMENT, PlacementEvent.INTRODUCE),
    Way("placement.agree", AGREE, Action.LEAD_PLACEMENT, PlacementEvent.AGREE, _is_not_agreed),
    Way("placement.begun", BEGUN, Action.LEAD_PLACEMENT, PlacementEvent.START),
    Way("placement.agree_again", AGREE, Action.LEAD_PLACEMENT, PlacementEvent.AGREE, _is_agreed),
    Way("placement.unsuitable", DECLINE, Action.ANSWER_PROPOSAL, PlacementEvent.DECLINE),
    Way("placement.nothing", NOTHING, Action.LEAD_PLACEMENT, PlacementEvent.WITHDRAW),
    Way("placement.end", HOW, Action.SAY_END, PlacementEvent.END),
    Way("hearsay.enter", HEAR_START, Action.HEAR_PROPOSAL, PlacementEvent.INTEREST),
    Way("hearsay.enter", HEAR_START, Action.HEAR_START, PlacementEvent.CONFIRM),
)
"""In the order in which a card shows them."""


def ways(shown: Shown, viewer: Person) -> list[Choice]:
    """What this person can do with it now."""
    can_be = [(Label(way.label), data(way.code, shown.placement.id)) for way in WAYS if way.is_open(shown, viewer)]
    is_asked = Ending(shown.placement, shown.slot).is_asked_of(viewer)
    return [*can_be, *([(Label("placement.end_answer"), data(HOW, shown.placement.id))] if is_asked else [])]


def card_buttons(shown: Shown, viewer: Person) -> Rows:
    """What this person can do with it now, and the way to its offer."""
    slot = shown.slot
    to_slot = (Label("placement.to_slot"), data(slot_views.CARD, slot.id, slot.revision))
    return numbered([*ways(shown, viewer), to_slot])


def choices(labels: Sequence[str], placement_id: int, code: str, *more: int) -> list[Choice]:
    """A button for each, with its place among them behind the placement's id; and the way back to the card."""
    named = [(Label(label), data(code, placement_id, *more, place)) for place, label in enumerate(labels)]
    return [*named, back(placement_id)]


def back(placement_id: int) -> Choice:
    """The way back to the card."""
    return Label("answer.back"), data(PLACEMENT, placement_id)
