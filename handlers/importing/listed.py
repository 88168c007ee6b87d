"""What a sheet lists: contracts, each put together from its rows, and what is wrong with the others."""

from dataclasses import dataclass
from datetime import date

from domain.contract import Clause
from domain.contract_sheet import Column, End, Slip
from domain.slot import SlotKind, Trade


@dataclass(frozen=True)
class Mistake:
    """Something that is wrong in a row."""

    row: int
    column: Column
    slip: Slip


@dataclass(frozen=True)
class Company:
    """A supplier, as far as the sheet tells."""

    name: str
    organisation_number: str | None = None
    trade: Trade | None = None
    area: str | None = None


@dataclass(frozen=True)
class ListedContact:
    """A contact of a contract, or the second contact, who stands behind."""

    name: str
    email: str | None = None
    phone: str | None = None


@dataclass(frozen=True)
class Requirement:
    """So many places of a kind by a day."""

    kind: SlotKind
    due_on: date
    places: int


@dataclass(frozen=True)
class ListedContract:
    """One contract.

    Attributes:
        row: The first of its rows.
        ends_on: The last day; None where no row says anything of it, which is not the same as that there is none.
        contacts: The contact and the second contact, as far as the sheet names any.
    """

    row: int
    company: Company
    registry_number: str
    title: str
    starts_on: date
    ends_on: date | End | None
    clause: Clause
    value: int | None = None
    requirements: tuple[Requirement, ...] = ()
    contacts: tuple[ListedContact, ...] = ()

    @property
    def last_day(self) -> date | None:
        """The last day that is told; None where there is none, or nothing is said of it."""
        return None if self.ends_on is End.OPEN else self.ends_on


@dataclass(frozen=True)
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
