"""A supplier's page in print: one A4, however much there is to tell."""

from datetime import date

import pytest

from domain.evaluation import ASKED_OF_MATCHER, ASKED_OF_SUPPLIER
from domain.how_far import HowFar
from domain.language import Language
from domain.meeting import MeetingKind
from domain.obligation import ObligationKind, ObligationStatus
from domain.slot import SlotKind, Trade
from messages.contracts.facts import MeetingDay
from messages.obligations.facts import ObligationFacts
from messages.suppliers import supplier_sheet
from messages.suppliers.supplier import (
    AwaitedOfSupplier,
    ContractStanding,
    Judged,
    KindOffered,
    MeetingsWith,
    SoMany,
    Supplier,
    SupplierSheet,
    Waits,
    YearOffered,
)
from tests.documents import pages_of

LONG = "Ommålning av fastigheter i centrum och kring Södra hamnen, inne och ute " * 2
DAY = date(2026, 11, 23)


def promised(side: HowFar) -> AwaitedOfSupplier:
    said = ObligationFacts(ObligationKind.ACTION, LONG, None, 0, DAY, begun=0, status=ObligationStatus.OPEN)
    return AwaitedOfSupplier(side, said, "UN-2026-1138")


MUCH = Supplier(
    name="Exempelmåleriet i Södra Påhittade Kommunens Centrum AB",
    organisation_number="556016-0680",
    trades=tuple(Trade),
    contacts=("Mira Holm", "Nils Ask", "Olle Nyqvist", "Nora Berg"),
    waits=Waits(12, 4, tuple(promised(side) for side in (HowFar.CITY, HowFar.SUPPLIER) for _ in range(9))),
    contracts=(ContractStanding("UN-2026-1138", LONG, DAY, False, tuple(SoMany(far, 12) for far in HowFar)),) * 14,  # noqa: FBT003  a field's value
    years=tuple(
        YearOffered(year, tuple(KindOffered(kind, 3, 5, 4, 3, 2) for kind in SlotKind), 3)
        for year in (2026, 2025, 2024)
    ),
    by_supplier=tuple(Judged(question, 12, 3, 1) for question in ASKED_OF_SUPPLIER),
    by_city=tuple(Judged(question, 12, 3, 1) for question in ASKED_OF_MATCHER),
    meetings=MeetingsWith(12, 11, 1, 2, (MeetingDay(MeetingKind.FOLLOW_UP, DAY),) * 4),
)


@pytest.mark.parametrize("language", Language)
def test_however_much_there_is_it_is_one_page_and_what_has_no_room_is_counted(language: Language) -> None:
    file = supplier_sheet.pdf(SupplierSheet(MUCH.name, MUCH, False, DAY, "Exempelstad"), language)  # noqa: FBT003  a field's value
    (words,) = pages_of(file)
    assert ("Och 10 till." if language is Language.SWEDISH else "And 10 more.") in words
    assert "Exempelstad" in words
