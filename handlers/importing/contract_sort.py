"""The list of contracts: which columns it has, and how one of its headings bears on another."""

import re

from domain.contract_sheet import MOST_ROWS, REQUIRED, Column
from domain.pattern import Pattern
from handlers.importing.list_sort import ListSort, Named

TELL_OF_PLACES = {Column.SLOT_KIND, Column.CLAUSE}
OF_PLACES = (Column.PLACES, Column.DUE_ON)
TO_SECOND = {Column.EMAIL: Column.SECOND_CONTACT_EMAIL, Column.PHONE: Column.SECOND_CONTACT_PHONE}


def _settled(named: Named[Column]) -> None:
    _share_with_second(named)
    _leave_other_counts(named)


def _share_with_second(named: Named[Column]) -> None:
    """A second "Telefon", right of the second contact's name, is theirs."""
    begins = min((at for _, at in named.get(Column.SECOND_CONTACT, ())), default=None)
    for column, of_second in TO_SECOND.items():
        behind = [each for each in named.get(column, ()) if begins is not None and each[1] > begins]
        if len(behind) == 1 and len(named[column]) > 1 and of_second not in named:
            named[of_second] = behind
            named[column].remove(behind[0])


def _leave_other_counts(named: Named[Column]) -> None:
    """In a list that tells of no places "Antal" is of something else, such as tins of paint."""
    if named.keys() & TELL_OF_PLACES:
        return
    for column in OF_PLACES:
        if column in named and not min(named[column])[0]:
            del named[column]


CONTRACTS = ListSort(
    columns=Column,
    words="column",
    needed=REQUIRED,
    days=(Column.STARTS_ON, Column.ENDS_ON, Column.DUE_ON),
    known_by=(Column.REGISTRY_NUMBER, Column.SUPPLIER, Column.STARTS_ON),
    most_rows=MOST_ROWS,
    other_unit=Pattern(r"\b(?:tkr|mkr|mnkr|tsek|msek|ksek|tusen|milj\w*|euro?|€|%)", re.IGNORECASE),
    another=Pattern(
        r"(?i)option|förl|max|inkl|möjl|senast|prel|kommun|stad|beställ|intern|egen|vår|exten|prolong|\bour\b"
    ),
    settled=_settled,
)
