"""From rows to contracts: a further row adds a requirement, and what does not agree is said with its row and column."""

from collections.abc import Sequence
from datetime import date

import pytest

from domain.contract import Clause
from domain.contract_sheet import Column, End, Slip
from domain.slot import SlotKind, Trade
from handlers.importing.already_here import AlreadyHere
from handlers.importing.comparing import NewContract, compared
from handlers.importing.contract_sort import CONTRACTS
from handlers.importing.headings import headings_of
from handlers.importing.interpreting import listing_of
from handlers.importing.listed import Company, ListedContact, Listing, Requirement
from tests.importing.sheets import NUMBER, OTHER_NUMBER, csv, further, row, rows_of


def listed(*rows: str) -> Listing:
    first, *others = rows_of(csv(*rows))
    return listing_of(others, headings_of(CONTRACTS, first).places)


NOTHING_HERE = AlreadyHere({}, {}, {}, {}, {}, {}, {}, {}, {})


def new(*rows: str) -> Sequence[NewContract]:
    return compared(listed(*rows), NOTHING_HERE, date(2026, 11, 23)).new


def slips(*rows: str) -> list[tuple[int, Column, Slip]]:
    mistakes = compared(listed(*rows), NOTHING_HERE, date(2026, 11, 23)).mistakes
    return [(each.row, each.column, each.slip) for each in mistakes]


WANTED = {"places": "2", "slot_kind": "Praktikplats", "due_on": "2027-06-30"}


def test_a_contract_is_put_together_from_its_rows() -> None:
    more = {"slot_kind": "Anställning", "due_on": "2028-01-31", "clause": "sysselsättningskrav", "places": "1"}
    people = {"contact": "Mira Holm", "email": "m@x.example", "deputy": "Nils Ask", "deputy_phone": "042-10 00 00"}
    (contract,) = new(row(clause="Sysselsättningskrav", **WANTED, **people), further(**more))
    assert contract.terms.clause is Clause.EMPLOYMENT
    assert contract.requirements == (
        Requirement(SlotKind.INTERNSHIP, date(2027, 6, 30), 2),
        Requirement(SlotKind.EMPLOYMENT, date(2028, 1, 31), 1),
    )
    assert contract.listed.contacts == (
        ListedContact("Mira Holm", "m@x.example"),
        ListedContact("Nils Ask", phone="042-10 00 00", is_second=True),
    )


def test_a_new_contract_that_says_nothing_of_its_clause_has_the_dialogue_clause() -> None:
    assert [each.clause for each in listed(row()).contracts] == [None]
    assert [each.terms.clause for each in new(row())] == [Clause.DIALOGUE]


def test_what_one_row_tells_of_a_supplier_or_a_contact_holds_for_all() -> None:
    first, second = listed(
        row("A-1", contact="Mira Holm"),
        row(
            "A-2",
            supplier="FIRMAN  ab",
            organisation_number=NUMBER,
            trade="Måleri",
            contact="Mira Holm",
            phone="042-10 00 00",
        ),
    ).contracts
    assert first.company == second.company == Company("Firman AB", NUMBER, Trade.PAINTING)
    assert first.contacts == second.contacts == (ListedContact("Mira Holm", phone="042-10 00 00"),)


def test_an_open_end_that_is_written_is_not_the_same_as_a_blank_one() -> None:
    ends = [
        each.ends_on
        for each in listed(row("1", ends_on=""), row("2", ends_on="t.v."), row("3", ends_on="2028-11-30")).contracts
    ]
    assert ends == [None, End.OPEN, date(2028, 11, 30)]


WRONG: dict[str, tuple[list[str], list[tuple[int, Column, Slip]]]] = {
    "nobody knows which contract it is": (
        [further("", area="Råå")],
        [(2, Column.SUPPLIER, Slip.MISSING), (2, Column.REGISTRY_NUMBER, Slip.MISSING)],
    ),
    "a new contract without title and start": (
        [row(title="", starts_on="")],
        [(2, Column.TITLE, Slip.MISSING), (2, Column.STARTS_ON, Slip.MISSING)],
    ),
    "a slip is no gap as well": ([row(starts_on="snart")], [(2, Column.STARTS_ON, Slip.NOT_A_DAY)]),
    "the end before the start": ([row(ends_on="2026-11-30")], [(2, Column.ENDS_ON, Slip.END_BEFORE_START)]),
    "numbers of a dialogue clause": (
        [row(clause="dialogkrav", places="2")],
        [(2, Column.PLACES, Slip.NUMBERS_WITHOUT_REQUIREMENT)],
    ),
    "a requirement without numbers": (
        [row(clause="sysselsättningskrav", places="2")],
        [(2, Column.SLOT_KIND, Slip.MISSING), (2, Column.DUE_ON, Slip.MISSING)],
    ),
    "half a further row": (
        [row(**WANTED), further(places="3")],
        [(3, Column.SLOT_KIND, Slip.MISSING), (3, Column.DUE_ON, Slip.MISSING)],
    ),
    "a requirement after the end": ([row(**WANTED | {"due_on": "2029-01-01"})], [(2, Column.DUE_ON, Slip.DUE_OUTSIDE)]),
    "two numbers for the same": (
        [row(**WANTED), further(**WANTED | {"places": "3"})],
        [(3, Column.DUE_ON, Slip.TWICE)],
    ),
    "rows of a contract that differ": ([row(), row(title="Golv")], [(3, Column.TITLE, Slip.NOT_AS_ABOVE)]),
    "an e-mail of nobody": ([row(email="a@x.example")], [(2, Column.CONTACT, Slip.MISSING)]),
    "somebody who stands in for themselves": (
        [row(contact="Mira Holm", deputy="Mira Holm")],
        [(2, Column.SECOND_CONTACT, Slip.SAME_NAME_TWICE)],
    ),
    "two numbers of a supplier": (
        [row(organisation_number=NUMBER), row("A-2", organisation_number=OTHER_NUMBER)],
        [(3, Column.ORGANISATION_NUMBER, Slip.NOT_AS_ABOVE)],
    ),
    "two suppliers with a number": (
        [row(organisation_number=NUMBER), row("A-2", organisation_number=NUMBER, supplier="Andra AB")],
        [(3, Column.SUPPLIER, Slip.OTHER_NAME)],
    ),
    "nearly the same name under one number": (
        [row(supplier="Firman AB"), row(supplier="Firmman AB")],
        [(3, Column.SUPPLIER, Slip.NEARLY_THE_SAME)],
    ),
    "two phones of a contact": (
        [row(contact="Mira Holm", phone="042-10 00 00"), row("A-2", contact="Mira Holm", phone="042-10 00 01")],
        [(3, Column.PHONE, Slip.NOT_AS_ABOVE)],
    ),
}


@pytest.mark.parametrize(("rows", "expected"), WRONG.values(), ids=WRONG)
def test_what_is_wrong_is_named_by_row_and_column(rows: list[str], expected: list[tuple[int, Column, Slip]]) -> None:
    assert slips(*rows) == expected


def test_half_a_contract_is_none_and_the_others_are_right() -> None:
    found = compared(
        listed(row("A-1", **WANTED), further("A-1", places="3"), row("A-2"), row("")), NOTHING_HERE, date(2026, 11, 23)
    )
    assert [each.listed.registry_number for each in found.new] == ["A-2"]
    assert found.wrong == 2


def test_several_suppliers_under_one_number_have_a_contract_each() -> None:
    """The second leaves the title blank: it is the procurement's. The last row goes with the one above."""
    first, second = new(
        row(organisation_number=NUMBER),
        row(supplier="Andra AB", title="", organisation_number=OTHER_NUMBER),
        row(),
        further(**WANTED),
    )
    assert [each.terms.title for each in (first, second)] == ["Måleri", "Måleri"]
    assert (first.listed.company.name, first.requirements) == (
        "Firman AB",
        (Requirement(SlotKind.INTERNSHIP, date(2027, 6, 30), 2),),
    )
    assert (second.listed.company.name, second.requirements) == ("Andra AB", ())
