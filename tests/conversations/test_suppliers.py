"""A supplier's page: for those who match and lead, in the chat and on one A4; it keeps nobody's phone or e-mail."""

from datetime import UTC, date, datetime

import pytest
from sqlalchemy import select

from domain.evaluation import EvaluationQuestion, Verdict
from domain.meeting import MeetingKind
from domain.obligation import ObligationKind, ObligationStatus
from handlers.doorways import SUPPLIER
from storage.outbox import OutboxRow
from storage.placements.evaluation import Evaluation
from tests.city import City
from tests.contracts import has_contract
from tests.conversations.unmet import MIRA
from tests.documents import claims, pages_of
from tests.each import each
from tests.meetings import has_meeting
from tests.obligations import has_obligation
from tests.placements import has_begun, has_taken

PHONE, EMAIL = "040-628 04 01", "mira@example.se"


@pytest.fixture
async def city(city: City) -> City:
    """The painters have promised, offered and met."""
    contract = await has_contract(city, people=MIRA)
    await has_obligation(city, contract, ObligationKind.ANNUAL_REVIEW, date(2026, 11, 20))
    await has_obligation(city, contract, ObligationKind.ACTION, date(2026, 11, 27), key="city", is_for_city=True)
    await has_obligation(city, contract, ObligationKind.START_UP, date(2026, 11, 2), status=ObligationStatus.FULFILLED)
    await has_meeting(city, contract, MeetingKind.FOLLOW_UP, datetime(2026, 12, 10, 9, tzinfo=UTC))
    return city


async def evaluated(city: City) -> None:
    """Somebody has begun with the painters, and all have said what they think of it."""
    await has_taken(city)
    placement = await has_begun(city, 1)
    again = {EvaluationQuestion.AGAIN.value: Verdict.YES.value}
    answers = {1: again, 3: {EvaluationQuestion.BRIEF.value: Verdict.PARTLY.value}}
    now = city.clock.now()
    async with city.database.write() as session:
        session.add_all(
            Evaluation(placement_id=placement.id, person_id=person, verdicts=given, asked_at=now, said_at=now)
            for person, given in answers.items()
        )


async def test_a_coordinator_finds_a_supplier_and_reads_what_waits_for_whom(
    city: City, subtests: pytest.Subtests
) -> None:
    karin = city.coordinator
    await evaluated(city)
    await city.maleri.reports_internship(area="Norr")
    with each(subtests, "by the list, and by a part of the name"):
        assert (await karin.says("/leverantorer")).startswith("Leverantörer (2)\n1. Exempelmåleriet AB · Måleri")
        assert "Leverantörer som passar ”maleri” (1)" in await karin.says("/leverantorer maleri")
    page = await karin.presses("Exempelmåleriet AB")
    with each(subtests, "what waits for the city comes first, apart from what waits for the supplier"):
        assert (
            "Väntar på kommunen\n– 1 erbjudande som ingen matchare har tagit\n"
            "– Överenskommen åtgärd, 27 november 2026 (2026/1)\n"
            "Väntar på leverantören\n– Årsuppföljning, 20 november 2026 (2026/1)" in page
        )
    with each(subtests, "who to talk to, with the phone as it is now, kept in no message"):
        assert f"Prata med\nMira Holm\nTelefon: {PHONE}\nMejl: {EMAIL}" in page
        kept = await city.asks(lambda session: session.scalar(select(OutboxRow.content).order_by(OutboxRow.id.desc())))
        assert PHONE not in str(kept)
    with each(subtests, "the rest, each with its numbers"):
        assert (
            "– 2026/1 Målning av skolor. Åtaganden: 1 väntar på kommunen, 1 väntar på leverantörens svar, 1 klart"
            in page
        )
        assert "– 2026, praktikplats: 4 platser, 2 tagna, 1 har börjat" in page
        assert "Ta emot igen: 1 ja, 0 delvis, 0 nej (leverantören, 1 svar)" in page
        assert "Som den beskrevs: 0 ja, 1 delvis, 0 nej (kommunen, 1 svar)" in page
        assert "Möten\n– Avstämning, torsdag 10 december 2026" in page
    with each(subtests, "all of it, the contract, and the way back to where one was"):
        await karin.presses("Visa allt")
        assert "2. Visa det viktigaste" in karin.buttons
        assert (await karin.presses("2026/1")).startswith("2026/1 Målning av skolor")
        assert (await karin.presses("Leverantören")).startswith("Exempelmåleriet AB")


async def test_a_matcher_reads_names_and_their_own_answers_and_comes_from_the_cards(
    city: City, subtests: pytest.Subtests
) -> None:
    await evaluated(city)
    anna, bashir = city.matcher_a, city.matcher_b
    await anna.says("/avtal")
    await anna.presses("2026/1")
    page = await anna.presses("Leverantören")
    with each(subtests, "names, and no phone"):
        assert "Prata med\nMira Holm\nTelefon och mejl ser du på kortet" in page
        assert PHONE not in page
    with each(subtests, "what she has answered herself, and nothing that others have"):
        assert "Vad du har svarat\n– Som den beskrevs: 0 ja, 1 delvis, 0 nej (du, 1 svar)" in page
        assert "Ta emot igen" not in page
    await city.maleri.reports_internship(area="Norr")
    await bashir.says("/platser")
    await bashir.presses("Praktikplats")
    with each(subtests, "from an offer's card"):
        assert "svarat" not in await bashir.presses("Leverantören")
    with each(subtests, "nobody at a supplier has it, nor the list"):
        assert (await city.maleri.presses_forged(f"{SUPPLIER}:1")).startswith("Det finns inte längre")
        assert "inte använda" in await city.maleri.says("/leverantorer")


async def test_the_page_stands_on_one_a4_with_a_line_to_write_the_phone_on(
    city: City, subtests: pytest.Subtests
) -> None:
    await city.coordinator.says("/leverantorer exempel")
    await city.coordinator.presses("Exempelmåleriet AB")
    await city.coordinator.presses("Skriv ut")
    file = city.telegram.shelf.find(city.coordinator.last.file_id or "")
    assert file is not None
    (words,), claimed = pages_of(file.content), claims(file.content)
    with each(subtests, "one page, called by the supplier's name"):
        assert file.file_name == "leverantör-Exempelmåleriet-AB.pdf"
    with each(subtests, "it is PDF/UA, with a title and a language"):
        assert claimed["title"] == "Exempelmåleriet AB, 23 november 2026"
        assert claimed["language"] == "sv-SE"
        assert claimed["is_accessible"]
    with each(subtests, "a line for the phone, and no phone"):
        assert "Telefon, mejl:" in words
        assert not [private for private in (PHONE, EMAIL) if private in words]
