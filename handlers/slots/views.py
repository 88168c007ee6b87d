"""The buttons under lists and cards. What can be done with a slot is gathered in `WAYS`."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, datetime

from domain.access import may
from domain.action import Action
from domain.fit import AT_A_WORKPLACE
from domain.frozen import frozen
from domain.offer_step import OfferStep
from domain.placement import BEGIN_WITH_SOMEBODY
from domain.role import STAFF
from domain.slot import SlotKind, SlotStatus
from domain.slot_filter import SlotFacet
from domain.slot_life import SLOT_LIFE, SlotEvent
from domain.turn.turn import Side
from domain.writing import UNDO_FINDING_FOR, end_of_asking
from handlers.doorways import HEAR_SLOT, PLACEMENT, PROPOSE, SAY_START, SUPPLIER, UNDO_START
from handlers.handling.choices import Choice, Page, numbered, places_beside
from handlers.slots.areas.codes import LIST as AREAS
from handlers.slots.inquiry.codes import ASK, FIND, UNFIND
from handlers.slots.inquiry.writing import writing_facts
from handlers.slots.selection import Selection
from handlers.slots.waiting.codes import EXPLAIN, HELD, NOT_HELD, ON_IT, PLAN_DAY, RENEW, STILL
from messages.button import data
from messages.label import Label
from messages.message import Rows
from storage.people.person import Person
from storage.placements.placement import Placement
from storage.slots.slot import Slot

LIST, CARD, FILTER = "pl", "pk", "pf"
TAKE, RELEASE, CHANGE, PAUSE, RESUME, WITHDRAW, ADAPT = "pj", "pr", "px", "pp", "po", "pt", "adp"
RELEASE_ANYWAY = "prj"
"""What a slot's buttons carry: the action, the slot's id and revision, and the selection of the list behind it."""


@frozen
class Filled:
    """How much of a slot is taken.

    Attributes:
        begun: In how many places somebody has begun, as the matcher says.
        proposed: For how many more somebody is meant.
    """

    begun: int = 0
    proposed: int = 0

    @property
    def taken(self) -> int:
        """How many places are not free."""
        return self.begun + self.proposed


@frozen
class Way:
    """Something that can be done with a slot.

    Attributes:
        label: How it is named in `labels.toml`.
        code: What its button carries first.
        action: What it takes to be allowed.
        event: What would happen to the slot; None for what leaves it as it is.
        fits: Whether it fits the slot, how much of it is taken, and the day.
        names_holder: Its name says who has the slot.
        carries_list: The list behind the card goes with it; not where a form opens below.
    """

    label: str
    code: str
    action: Action
    event: SlotEvent | None = None
    fits: Callable[[Slot, Filled, date], bool] = lambda _slot, _filled, _today: True
    names_holder: bool = False
    carries_list: bool = True

    def is_open(self, slot: Slot, viewer: Person, filled: Filled, today: date) -> bool:
        """Whether it can be done now, by this person."""
        can_happen = self.event is None or SLOT_LIFE.allows(slot.status, self.event)
        return can_happen and self.fits(slot, filled, today) and may(viewer.actor, self.action, slot.subject)


def _has_room(slot: Slot, filled: Filled, _today: date) -> bool:
    return slot.kind in BEGIN_WITH_SOMEBODY and filled.taken < slot.places


def _may_say_start(slot: Slot, filled: Filled, today: date) -> bool:
    # Of whoever is proposed it is said on the placement's own card, or they would be taken for two.
    return not filled.proposed and _has_room(slot, filled, today)


def _may_say_resident(slot: Slot, filled: Filled, today: date) -> bool:
    return slot.kind is not SlotKind.MENTOR and _may_say_start(slot, filled, today)


def _may_say_mentor(slot: Slot, filled: Filled, today: date) -> bool:
    return slot.kind is SlotKind.MENTOR and _may_say_start(slot, filled, today)


def _may_ask(slot: Slot, filled: Filled, _today: date) -> bool:
    return end_of_asking(writing_facts(slot, begun=filled.begun, proposed=filled.proposed), Side.MATCHER) is None


def _may_write(slot: Slot, filled: Filled, _today: date) -> bool:
    return end_of_asking(writing_facts(slot, begun=filled.begun, proposed=filled.proposed), Side.SUPPLIER) is None


def _may_find(slot: Slot, filled: Filled, today: date) -> bool:
    return slot.kind in BEGIN_WITH_SOMEBODY and _may_ask(slot, filled, today)


def _is_at_a_workplace(slot: Slot, _filled: Filled, _today: date) -> bool:
    return slot.kind in AT_A_WORKPLACE


def _is_begun(_slot: Slot, filled: Filled, _today: date) -> bool:
    return filled.begun > 0


def _is_to_come(slot: Slot, _filled: Filled, today: date) -> bool:
    return not slot.timed.is_past(today)


def _is_held_on_a_day(slot: Slot, _filled: Filled, _today: date) -> bool:
    return slot.timed.is_held_on_a_day


def _is_its_day(slot: Slot, _filled: Filled, today: date) -> bool:
    return slot.timed.is_held_on_a_day and slot.timed.starts_on <= today


def _is_asked_about(slot: Slot, _filled: Filled, today: date) -> bool:
    return slot.asked is OfferStep.STILL and not slot.timed.is_past(today)


def _is_quiet(slot: Slot, filled: Filled, today: date) -> bool:
    return (
        slot.asked in {OfferStep.HOLDER, OfferStep.OVER_HOLDER} and not filled.taken and not slot.timed.is_past(today)
    )


def _lacks_reason(slot: Slot, _filled: Filled, _today: date) -> bool:
    return slot.status is SlotStatus.EXPIRED and slot.empty_reason is None


def _can_be_renewed(slot: Slot, _filled: Filled, _today: date) -> bool:
    return slot.status is SlotStatus.EXPIRED and slot.asked is not OfferStep.RENEWED


WAYS = (
    Way("slot.claim", TAKE, Action.CLAIM_SLOT, SlotEvent.CLAIM, _is_to_come),
    Way("slot.propose", PROPOSE, Action.REPORT_START, SlotEvent.START, _has_room, carries_list=False),
    Way("inquiry.ask", ASK, Action.ASK_ABOUT_SLOT, SlotEvent.ASK, _may_ask),
    Way("inquiry.write_to", ASK, Action.WRITE_TO_MATCHER, SlotEvent.ASK, _may_write, names_holder=True),
    Way("slot.release", RELEASE, Action.RELEASE_SLOT, SlotEvent.RELEASE, _is_to_come),
    Way("slot.on_it", ON_IT, Action.RELEASE_SLOT, SlotEvent.GO_ON, _is_quiet),
    Way("slot.start", SAY_START, Action.REPORT_START, SlotEvent.START, _may_say_resident),
    Way("slot.start_mentor", SAY_START, Action.REPORT_START, SlotEvent.START, _may_say_mentor),
    Way("slot.undo_start", UNDO_START, Action.REPORT_START, fits=_is_begun),
    Way("inquiry.find", FIND, Action.FIND_SOMEBODY, SlotEvent.FIND, _may_find),
    Way("slot.change", CHANGE, Action.CHANGE_SLOT, SlotEvent.CHANGE),
    Way("slot.pause", PAUSE, Action.PAUSE_SLOT, SlotEvent.PAUSE, _is_to_come),
    Way("slot.resume", RESUME, Action.PAUSE_SLOT, SlotEvent.RESUME, _is_to_come),
    Way("slot.still", STILL, Action.CHANGE_SLOT, SlotEvent.KEEP, _is_asked_about),
    Way("slot.plan_day", PLAN_DAY, Action.FOLLOW_UP_SLOT, SlotEvent.HOLD, _is_held_on_a_day),
    Way("slot.held", HELD, Action.FOLLOW_UP_SLOT, SlotEvent.HOLD, _is_its_day),
    Way("slot.not_held", NOT_HELD, Action.FOLLOW_UP_SLOT, SlotEvent.HOLD, _is_its_day),
    Way("slot.explain", EXPLAIN, Action.FOLLOW_UP_SLOT, fits=_lacks_reason),
    Way("slot.renew", RENEW, Action.CHANGE_SLOT, fits=_can_be_renewed),
    Way("slot.withdraw", WITHDRAW, Action.WITHDRAW_SLOT, SlotEvent.WITHDRAW),
    Way("slot.adapt", ADAPT, Action.ADAPT_SLOT, SlotEvent.ADAPT, _is_at_a_workplace),
    Way("hearsay.enter", HEAR_SLOT, Action.HEAR_OFFER, SlotEvent.ASK),
)
"""In the order in which a card shows them."""


@frozen
class Moment:
    """The instant at which a card is looked at, and the city's day then."""

    now: datetime
    today: date


def card_buttons(  # noqa: PLR0913  what is looked at, by whom, when, and from where
    slot: Slot,
    viewer: Person,
    selection: Selection,
    *,
    filled: Filled,
    holder: str,
    moment: Moment,
    placed: Sequence[Placement] = (),
    more: Sequence[Choice] = (),
) -> Rows:
    """What this person can do with the slot now, where so much of it is taken, what else, and the way to the list."""
    carried, behind = (slot.id, slot.revision), selection.numbers
    ways = [
        (
            Label(way.label, text=holder if way.names_holder else ""),
            data(way.code, *carried, *(behind if way.carries_list else ())),
        )
        for way in WAYS
        if way.is_open(slot, viewer, filled, moment.today)
    ]
    somebody = [_way_to_placement(each) for each in placed]
    undo = [(Label("inquiry.unfind"), data(UNFIND, *carried, *behind))] if _may_unfind(slot, viewer, moment.now) else []
    whose = [(Label("supplier_page.open"), data(SUPPLIER, slot.supplier_id))] if _may_see_supplier(viewer) else []
    return numbered([*ways, *undo, *somebody, *more, *whose, to_list(selection)], in_a_row=2)


def _may_see_supplier(viewer: Person) -> bool:
    return may(viewer.actor, Action.SEE_SUPPLIER)


def _way_to_placement(placement: Placement) -> Choice:
    how = Label(f"placement_short.{placement.status}")
    return Label(joined=(Label(text=placement.code), how)), data(PLACEMENT, placement.id)


def _may_unfind(slot: Slot, viewer: Person, now: datetime) -> bool:
    is_theirs = may(viewer.actor, Action.FIND_SOMEBODY, slot.subject)
    return is_theirs and slot.found_at is not None and now <= slot.found_at + UNDO_FINDING_FOR


def list_buttons(
    slots: Sequence[Slot], named: Sequence[Label], selection: Selection, page: Page, viewer: Person
) -> Rows:
    """Each slot as it is named, the pages beside this one, and for staff what the list can be narrowed down to."""
    items = _ways_to_cards(slots, named, selection)
    others = [*_pages_beside(selection, page), *(_filters(selection) if viewer.role in STAFF else [])]
    return (*numbered(items), *numbered(others, first=len(items) + 1, in_a_row=2))


def with_areas(rows: Rows, unknown: int) -> Rows:
    """The list's buttons and, below, the way to the city's areas, for whoever keeps them."""
    label = Label("area.of_list_new", text=str(unknown)) if unknown else Label("area.of_list")
    return (*rows, *numbered([(label, data(AREAS))], first=1 + sum(map(len, rows))))


def digest_buttons(slots: Sequence[Slot], named: Sequence[Label]) -> Rows:
    """Each slot of a digest as it is named, with its card behind it."""
    return numbered(_ways_to_cards(slots, named, Selection()))


def open_buttons(slots: Sequence[Slot], named: Sequence[Label]) -> Rows:
    """Each slot that waits, and the way to all of them."""
    to_all = (Label("filter.all"), data(LIST, *Selection().numbers))
    return numbered([*_ways_to_cards(slots, named, Selection()), to_all])


def value_buttons(ways: Sequence[tuple[Label, Selection]], selection: Selection, facet: SlotFacet) -> Rows:
    """The values of a facet, all of them at once, and back."""
    values = [(label, data(LIST, *there.numbers)) for label, there in ways]
    everything = selection.narrowed(facet, 0 if facet is SlotFacet.AREA else None)
    to_all = (Label("filter.all"), data(LIST, *everything.numbers))
    return numbered([*values, to_all, to_list(selection)], in_a_row=2)


def to_list(selection: Selection) -> Choice:
    """The way to the list, where it was."""
    return Label("slot.to_list"), data(LIST, *selection.numbers)


def _ways_to_cards(slots: Sequence[Slot], named: Sequence[Label], selection: Selection) -> list[Choice]:
    ways = [data(CARD, slot.id, slot.revision, *selection.numbers) for slot in slots]
    return list(zip(named, ways, strict=True))


def _pages_beside(selection: Selection, page: Page) -> list[Choice]:
    return [(label, data(LIST, *replace(selection, page=place).numbers)) for label, place in places_beside(page)]


def _filters(selection: Selection) -> list[Choice]:
    facets = [
        (Label(f"filter.{facet}"), data(FILTER, place, *selection.numbers)) for place, facet in enumerate(SlotFacet)
    ]
    clear = [(Label("filter.clear"), data(LIST, *Selection().numbers))] if selection.is_narrowed else []
    return [*facets, *clear]
