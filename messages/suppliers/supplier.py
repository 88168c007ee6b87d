"""What the bot says of suppliers: the list of them, and one's page, in the chat and to print."""

from datetime import date

from domain.evaluation import EvaluationQuestion
from domain.frozen import frozen
from domain.how_far import HowFar
from domain.slot import SlotKind, Trade
from messages.contracts.facts import MeetingDay
from messages.obligations.facts import ObligationFacts
from messages.template import template


@frozen
class SupplierLine:
    """A supplier in a list."""

    name: str
    trade: Trade | None


@template("staff_suppliers_listed")
@frozen
class SuppliersListed:
    """A page of the suppliers.

    Attributes:
        search: What is looked for; empty where nothing is.
    """

    suppliers: tuple[SupplierLine, ...]
    total: int
    number: int
    pages: int
    search: str


@frozen
class AwaitedOfSupplier:
    """Something promised that waits for somebody: for the city or for the supplier."""

    how_far: HowFar
    obligation: ObligationFacts
    number: str


@frozen
class Waits:
    """What waits for whom, the city's first.

    Attributes:
        untaken: How many offers wait for a matcher.
        proposals: How many proposals wait for the supplier's answer.
        promised: What is promised and waits, soonest due first.
    """

    untaken: int
    proposals: int
    promised: tuple[AwaitedOfSupplier, ...]


@frozen
class SoMany:
    """How much is how far."""

    how_far: HowFar
    number: int


@frozen
class ContractStanding:
    """A contract, and how much of what follows from it is how far."""

    number: str
    title: str
    ends_on: date | None
    has_ended: bool
    stands: tuple[SoMany, ...]


@frozen
class KindOffered:
    """What became of the places of one kind that were offered in one year; nobody begins in a visit or a lecture."""

    kind: SlotKind
    offers: int
    offered: int
    taken: int
    begun: int
    completed: int


@frozen
class YearOffered:
    """One year's offers.

    Attributes:
        earlier: How many starts were entered as earlier results.
    """

    year: int
    kinds: tuple[KindOffered, ...]
    earlier: int


@frozen
class Judged:
    """How one question was answered, and by how many."""

    question: EvaluationQuestion
    yes: int
    partly: int
    no: int

    @property
    def answers(self) -> int:
        """How many answered."""
        return self.yes + self.partly + self.no


@frozen
class MeetingsWith:
    """The meetings with a supplier.

    Attributes:
        attended: Of those that were held: to how many somebody of theirs came.
        ahead: Those that are booked, the first to begin first.
    """

    held: int
    attended: int
    not_held: int
    cancelled: int
    ahead: tuple[MeetingDay, ...]

    @property
    def have_been(self) -> bool:
        """Whether any day of a meeting has come, or would have."""
        return any((self.held, self.not_held, self.cancelled))


@frozen
class Supplier:
    """All that a supplier's page tells.

    Attributes:
        trades: Its own first, then those of its offers.
        contacts: Who to talk to, the first first; their phone and e-mail are no part of it.
        by_supplier: What its people have answered in evaluations.
        by_city: What the city's people have; a matcher reads their own.
    """

    name: str
    organisation_number: str | None
    trades: tuple[Trade, ...]
    contacts: tuple[str, ...]
    waits: Waits
    contracts: tuple[ContractStanding, ...]
    years: tuple[YearOffered, ...]
    by_supplier: tuple[Judged, ...]
    by_city: tuple[Judged, ...]
    meetings: MeetingsWith


@template("staff_supplier_shown")
@frozen
class SupplierShown:
    """A supplier's page. The phone and e-mail of the first contact are no parameters; see `Message`.

    Attributes:
        is_whole: All of it, and not only what matters most.
        is_matchers: A matcher reads it.
    """

    supplier: Supplier
    is_whole: bool
    is_matchers: bool


@template("staff_supplier_sheet")
@frozen
class SupplierSheet:
    """The page as a file to print: without phone and e-mail, which are kept in no file.

    Attributes:
        name: The supplier's, by which the file is called.
        on: The day on which it was so.
    """

    name: str
    supplier: Supplier
    is_matchers: bool
    on: date
    city: str
