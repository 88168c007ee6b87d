"""What the bot says before a dialogue meeting: what there is to talk of, each side in its own words."""

from datetime import date, datetime

from domain.agenda import Matter
from domain.empty_places import EmptyPlaces
from domain.frozen import frozen
from domain.meeting import MeetingKind
from domain.slot import SlotKind, Trade
from messages.meetings.meeting import MeetingFacts
from messages.obligations.facts import ObligationFacts
from messages.template import template


@frozen
class OfferNamed:
    """An offer, as an agenda names it: never by a code, nor by anybody who is meant for it."""

    kind: SlotKind
    trade: Trade
    starts_on: date


@frozen
class MeetingOn:
    """Another meeting, by its kind and day."""

    kind: MeetingKind
    on: date


@frozen
class AgendaAbout:
    """What a point is about: one of the three.

    Attributes:
        contract: The number of the contract that it is under; empty where the supplier has only one, or it is under
            none.
    """

    contract: str = ""
    offer: OfferNamed | None = None
    promise: ObligationFacts | None = None
    meeting: MeetingOn | None = None


@frozen
class AgendaPoint:
    """One thing that somebody is to do.

    Attributes:
        since: The day from which it has waited; None where that is not known.
        times: How many such things there are that read alike.
    """

    matter: Matter
    about: AgendaAbout
    since: date | None
    times: int = 1


@frozen
class ActionFollowed:
    """What was agreed in a meeting, and what has come of it.

    Attributes:
        is_for_city: Whether it is the city's to do.
        is_done: Whether it is done, or not needed any more.
        is_late: Whether its day has passed, and it is not done.
    """

    title: str
    due_on: date
    is_for_city: bool
    is_done: bool
    is_late: bool


@frozen
class LastTime:
    """The last meeting that was held with the supplier, and what was agreed there."""

    meeting: MeetingOn
    actions: tuple[ActionFollowed, ...]


@frozen
class Promised:
    """A contract, by its number and title, and the numbers and plans that are promised under it."""

    contract: str
    promises: tuple[ObligationFacts, ...]


@frozen
class Given:
    """What the supplier has offered of a kind, and how far it has come.

    Attributes:
        offers: How often; of visits and lectures that is what counts.
        places: How many places were offered in these.
        taken: How many of the places a matcher has or had.
        proposed: For how many somebody was proposed, or began without that.
        begun: In how many places somebody has begun, as both sides say.
        completed: In how many of these the time ended as planned.
        held: How many visits or lectures were held.
    """

    kind: SlotKind
    offers: int
    places: int
    taken: int
    proposed: int
    begun: int
    completed: int
    held: int


@frozen
class Agenda:
    """What there is to talk of, from what is known now.

    Attributes:
        for_city: What the city is to do, what has waited longest first; `for_supplier` what the supplier is to do.
        empty: The places that stood empty lately, the city's own reasons first.
        not_tried: The ways to contribute that the supplier has not offered yet.
    """

    for_city: tuple[AgendaPoint, ...]
    for_supplier: tuple[AgendaPoint, ...]
    last_time: LastTime | None
    promised: tuple[Promised, ...]
    given: tuple[Given, ...]
    empty: tuple[EmptyPlaces, ...]
    not_tried: tuple[SlotKind, ...]

    def is_longer_than(self, most: int) -> bool:
        """Whether any part of it has more lines than that."""
        actions = self.last_time.actions if self.last_time else ()
        return max(map(len, (self.for_city, self.for_supplier, actions, self.promised, self.given))) > most


SHOWN = 6
"""Lines of each part, until somebody wants to see all."""


@template("coordinator_meeting_agenda")
@frozen
class AgendaForCity:
    """An agenda for whoever leads the meeting, or comes for the city.

    Attributes:
        most: So many lines of each part are shown.
    """

    meeting: MeetingFacts
    agenda: Agenda
    most: int = SHOWN


@template("supplier_meeting_agenda")
@frozen
class AgendaForSupplier:
    """The same for the supplier."""

    meeting: MeetingFacts
    agenda: Agenda
    most: int = SHOWN


@template("everyone_meeting_agenda_page")
@frozen
class AgendaPage:
    """An agenda on one page, to print.

    Attributes:
        city: Whose it is.
        made_at: When what it tells was so, on the city's clock.
    """

    meeting: MeetingFacts
    agenda: Agenda
    is_for_supplier: bool
    city: str
    made_at: datetime

    @property
    def name(self) -> str:
        """What the file is called after."""
        return self.meeting.supplier
