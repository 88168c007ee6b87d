"""What a sheet lists: contracts, each put together from its rows, and what is wrong with the others."""

from datetime import date

from domain.contract import Cadence, Clause, Counting, CountsFrom
from domain.contract_sheet import Column, End, Slip
from domain.frozen import frozen
from domain.slot import SlotKind, Trade


@frozen
class Mistake:
    """Something that is wrong in a row.

    Attributes:
        about: What it does not agree with, where it is wrong for that alone.
    """

    row: int
    column: Column
    slip: Slip
    about: str = ""


@frozen
class Company:
    """A supplier, as far as the sheet tells."""

    name: str
    organisation_number: str | None = None
    trade: Trade | None = None
    area: str | None = None


@frozen
class ListedContact:
    """A contact of a contract, or the second contact, who stands behind."""

    name: str
    email: str | None = None
    phone: str | None = None
    is_second: bool = False


REACHED_AT = {
    False: (Column.EMAIL, Column.PHONE),
    True: (Column.SECOND_CONTACT_EMAIL, Column.SECOND_CONTACT_PHONE),
}
"""In which columns it stands how a contact is reached, and how the second one."""


@frozen
class Requirement:
    """So many places of a kind by a day."""

    kind: SlotKind
    due_on: date
    places: int


@frozen
class Asking:
    """What one row says of a requirement, as far as it says anything: the others may be known already.

    Attributes:
        places: How many; 0 takes away what is known of that kind by that day, or all that is known.
    """

    row: int
    kind: SlotKind | None = None
    due_on: date | None = None
    places: int | None = None

    @property
    def takes_away(self) -> bool:
        """Whether it says that nothing is asked for any more."""
        return self.places == 0

    @property
    def complete(self) -> Requirement | None:
        """The requirement, where the row says all of it."""
        if self.kind is None or self.due_on is None or not self.places:
            return None
        return Requirement(self.kind, self.due_on, self.places)

    @property
    def missing(self) -> tuple[Column, ...]:
        """The columns that the row leaves blank."""
        said = {Column.PLACES: self.places, Column.SLOT_KIND: self.kind, Column.DUE_ON: self.due_on}
        return tuple(column for column, value in said.items() if value is None)


@frozen
class ListedContract:
    """One contract: what its rows say of it. What none of them says is None: it may be known already.

    Attributes:
        row: The first of its rows.
        ends_on: The last day; None where no row says anything of it, which is not the same as that there is none.
        asked: What its rows say in numbers, in their order.
        contacts: The contact and the second contact, as far as the sheet names any.
    """

    row: int
    company: Company
    registry_number: str
    title: str | None
    starts_on: date | None
    ends_on: date | End | None
    clause: Clause | None
    value: int | None = None
    cadence: Cadence | None = None
    counting: Counting | None = None
    counts_from: CountsFrom | None = None
    asked: tuple[Asking, ...] = ()
    contacts: tuple[ListedContact, ...] = ()

    @property
    def last_day(self) -> date | None:
        """The last day that is told; None where there is none, or nothing is said of it."""
        return None if self.ends_on is End.OPEN else self.ends_on


@frozen
class Listing:
    """All of a sheet.

    Attributes:
        contracts: Those that are right in every row.
        mistakes: What is wrong, in the order of the rows.
        wrong: How many contracts have a mistake; a row that says no registry number counts as one.
    """

    contracts: tuple[ListedContract, ...]
    mistakes: tuple[Mistake, ...]
    wrong: int
