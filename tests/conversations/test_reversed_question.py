"""Somebody looks for a place that nobody has offered: the likeliest suppliers are asked, and a yes is an offer."""

from datetime import timedelta

from sqlalchemy import select, update

from domain.hold import HoldReason
from domain.ledger_event import LedgerEvent
from domain.reversed_question import QUIET_FOR, ReversedAnswer
from domain.slot import SlotKind
from storage.contracts.hold import Hold
from storage.ledger import LedgerRow
from storage.results.earlier_result import EarlierResult
from storage.wishes.reversed_question import ReversedQuestion
from tests.chat import Chat
from tests.city import City
from tests.contracts import has_contract
from tests.wishes import has_area, has_wish, turns_wishes_on


async def a_wish(city: City, matcher_id: int = 3, *, code: str = "BCDF") -> str:
    """What the button carries that asks suppliers for a new wish of the matcher's."""
    return f"rqa:{await has_wish(city, matcher_id, code=code, area_id=await has_area(city))}"


async def whom_to_ask(matcher: Chat, carried: str) -> str:
    """*Fråga leverantörer* on the wish's card."""
    await matcher.says("/platser")
    return await matcher.presses_forged(carried)


async def painters_have_had_two(city: City) -> None:
    now = city.clock.now()
    told = {"supplier_id": 1, "kind": SlotKind.INTERNSHIP, "number": 2, "year": 2025, "source": "Årsredovisning"}
    async with city.database.write() as session:
        session.add(EarlierResult(**told, entered_at=now))


async def asked(city: City) -> ReversedQuestion:
    return (await city.asks(lambda session: session.scalars(select(ReversedQuestion)))).one()


async def test_a_place_that_nobody_has_offered_is_asked_for_and_a_yes_is_an_offer(city: City) -> None:
    await turns_wishes_on(city)
    await painters_have_had_two(city)
    seen = await whom_to_ask(city.matcher_a, await a_wish(city))
    assert "Ni har tagit emot två praktikanter i måleri." in seen
    assert "Exempelmåleriet AB (vald)" in seen
    assert "Påhittade" not in seen
    sent = await city.matcher_a.presses("Skicka frågan")
    assert sent.startswith("Frågan är skickad till Exempelmåleriet AB.")
    words = city.maleri.last_text
    line = "Ni har tagit emot två praktikanter i måleri. Kan ni ta emot en till, i Centrum från mars?"
    assert words.splitlines()[0] == line
    assert "Exempelstad söker en sådan plats åt någon." in words

    summary = await city.maleri.presses("Ja, det kan vi")
    assert "Stämmer det?" in summary
    assert "1 mars 2027" in summary
    assert "Område: Centrum" in summary
    assert "Tack! Erbjudandet är skickat." in await city.maleri.presses("Skicka")
    assert "Exempelmåleriet AB säger ja till din fråga. Tar du den?" in city.matcher_a.last_text
    assert "Från Exempelmåleriet AB. Tar du den?" in city.matcher_b.last_text
    question, (slot,) = await asked(city), await city.slots()
    assert (question.answer, question.slot_id, slot.places) == (ReversedAnswer.YES, slot.id, 1)
    await city.matcher_a.presses("Jag tar den")
    assert "Anna Lind" in city.matcher_b.last_text
    await city.matcher_a.says("/onskemal")
    assert "23 nov frågades Exempelmåleriet AB: Ja, det kan vi" in await city.matcher_a.presses("BCD F")


async def test_later_and_no_are_passed_on_and_may_still_become_a_yes(city: City) -> None:
    await turns_wishes_on(city)
    await whom_to_ask(city.matcher_a, await a_wish(city))
    await city.matcher_a.presses("Skicka frågan")
    assert "Det här är er bransch. Kan ni ta emot en praktikant i måleri i Centrum från mars?" in city.maleri.last_text
    await city.maleri.presses("Senare")
    assert "Kan ni ta emot" in await city.maleri.presses("Tillbaka")
    await city.maleri.presses("Senare")
    assert "Tack för svaret: Senare, från maj." in await city.maleri.presses("Från maj 2027")
    assert city.matcher_a.last_text == "Exempelmåleriet AB har svarat på din fråga: Senare, från maj."
    before = len(city.matcher_a.received)

    # The same question, still there on a colleague's phone.
    number = (await asked(city)).id
    await city.maleri.presses_forged(f"rqn:{number}")
    assert "Tack för svaret: Ingen hinner handleda." in await city.maleri.presses("Ingen hinner handleda")
    assert city.matcher_a.last_text.endswith("Ingen hinner handleda.")
    await city.maleri.presses_forged(f"rqx:{number}:0")
    assert len(city.matcher_a.received) == before + 1, "the same answer once more is no news"
    assert "Stämmer det?" in await city.maleri.presses("Ja, det kan vi")
    await city.maleri.presses("Skicka")
    assert "Praktikplats" in await city.maleri.presses_forged(f"rqn:{number}"), "an offer is taken back on its card"
    assert (await asked(city)).answer is ReversedAnswer.YES
    await city.park.says("/platser")
    assert "Praktikplats" not in await city.park.presses_forged(f"rqy:{number}"), "another's question is not found"


async def test_nobody_is_asked_twice_in_four_weeks_whoever_asks(city: City) -> None:
    await turns_wishes_on(city)
    mine, others = await a_wish(city), await a_wish(city, 4, code="GHJK")
    await whom_to_ask(city.matcher_b, others)
    await whom_to_ask(city.matcher_a, mine)
    await city.matcher_a.presses("Skicka frågan")
    assert "Just nu finns ingen leverantör att fråga" in await city.matcher_b.presses("Skicka frågan")
    await city.later(QUIET_FOR - timedelta(minutes=1))
    assert "Just nu finns ingen" in await whom_to_ask(city.matcher_b, others)
    await city.later(timedelta(minutes=1))
    assert "Exempelmåleriet AB" in await whom_to_ask(city.matcher_b, others)
    assert "Just nu finns ingen" in await whom_to_ask(city.matcher_a, mine), "for one wish nobody is asked twice"
    assert len([each for each in city.maleri.received if "Kan ni ta emot" in each.words]) == 1, "and nobody reminded"
    await whom_to_ask(city.matcher_a, others)
    assert "Exempelmåleriet" not in city.matcher_a.last_text, "another's wish is not found"


async def test_a_supplier_is_asked_in_working_hours_and_nothing_while_reminders_rest(city: City) -> None:
    await turns_wishes_on(city)
    wish = await a_wish(city)
    contract_id = await has_contract(city, people=["Mira Holm"])
    held = Hold(contract_id=contract_id, reason=HoldReason.SUMMER, begun_at=city.clock.now(), begun_by=5)
    async with city.database.write() as session:
        session.add(held)
    assert "Just nu finns ingen leverantör" in await whom_to_ask(city.matcher_a, wish)
    async with city.database.write() as session:
        await session.execute(update(Hold).values(contract_id=None))
    assert "Alla påminnelser är pausade" in await whom_to_ask(city.matcher_a, wish)
    async with city.database.write() as session:
        await session.execute(update(Hold).values(ended_at=city.clock.now()))
    await city.later(timedelta(hours=12))
    await whom_to_ask(city.matcher_a, wish)
    before = len(city.maleri.received)
    assert "De får den när arbetsdagen börjar." in await city.matcher_a.presses("Skicka frågan")
    assert len(city.maleri.received) == before
    await city.later(timedelta(hours=12))
    assert "Kan ni ta emot en praktikant" in city.maleri.last_text


async def test_of_the_wish_the_supplier_and_the_ledger_learn_nothing_more(city: City) -> None:
    await turns_wishes_on(city)
    wish = await a_wish(city)
    await whom_to_ask(city.matcher_a, wish)
    await city.matcher_a.presses("Skicka frågan")
    number, before = (await asked(city)).id, len(city.maleri.received)
    await city.matcher_a.presses("Till önskemålet")
    await city.matcher_a.presses("Fått plats")
    assert "Just den platsen behövs inte längre." in city.maleri.last_text
    assert len(city.maleri.received) == before, "without a sound"
    assert "Just den platsen behövs inte längre." in await city.maleri.presses_forged(f"rqy:{number}")
    assert "Erbjud den ändå" in city.maleri.buttons[0]
    assert "BCDF" not in "".join(each.words for each in city.maleri.received)
    events = (LedgerEvent.REVERSED_QUESTION_ASKED, LedgerEvent.REVERSED_QUESTION_ANSWERED)
    rows = await city.asks(lambda session: session.scalars(select(LedgerRow).where(LedgerRow.event.in_(events))))
    assert [(row.supplier_id, row.actor_id, row.about) for row in rows] == [(1, 3, "reversed_question:1")]
