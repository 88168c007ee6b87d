"""Somebody is proposed: the supplier answers, they meet, a first day is agreed, somebody begins. Nobody is named."""

import asyncio
import json
import re
from datetime import timedelta
from functools import partial

from sqlalchemy import select, update

from bot.collision import despite_collisions
from domain.hold import HoldReason
from domain.placement import UNDER_WAY, PlacementStatus
from domain.slot import SlotStatus
from handlers import door
from handlers.doorways import HEAR_START, PROPOSE
from handlers.handling.work import Work
from handlers.slots.waiting.codes import ASSIGN
from handlers.wishes.codes import DISPOSE
from messages.button import base36, data
from storage.contracts.hold import Hold
from storage.conversation import Conversation
from storage.ledger import LedgerText
from storage.obligations import nudge_time
from storage.outbox import OutboxRow
from storage.people import person
from storage.placements import under_way
from storage.placements.under_way import Proposal
from storage.slots.slot import Slot
from tests.chat import Chat
from tests.city import City
from tests.contracts import a_contract
from tests.conversations.people import is_away, is_out_of_reach
from tests.domain.hours import at
from tests.placements import card_of, has_taken, joined_with, placements, proposes
from tests.record import recorded, times
from tests.wishes import has_wish, turns_wishes_on


async def test_from_a_proposal_to_the_first_day_and_each_phone_shows_how_it_stands(city: City) -> None:
    await has_taken(city)
    placement = await proposes(city)
    assert city.matcher_a.last_text.startswith("Förslaget är skickat.")
    proposal = city.maleri.last
    assert proposal.words.startswith("Anna Lind föreslår någon till er: vill ni träffas?")
    for told in (f"Kommunens kod för personen: {placement.code}", "Omfattning: 50 % av heltid"):
        assert told in proposal.words
    assert "1 föreslagen" in await card_of(city.matcher_a)

    assert (await city.maleri.presses("Vi vill träffas")).startswith("Tack! Anna Lind på kommunen hör av sig")
    assert city.matcher_a.last_text.startswith("Mira Holm vill träffas")
    said = len(city.maleri.received)
    await city.matcher_a.presses("De har träffats")
    assert city.maleri.received[-1].words.startswith("Ni har träffats")
    await city.matcher_a.presses("Börjar den")
    await city.matcher_a.presses("Som föreslaget")
    assert city.maleri.received[-1].words.startswith("Första dagen är bestämd")
    assert len(city.maleri.received) == said, "what changes is shown in silence"

    await city.matcher_a.presses("Har börjat")
    await city.matcher_a.presses("I dag")
    await city.matcher_a.presses("Ny person i år")
    assert city.matcher_a.last_text.startswith("Noterat. Leverantören får frågan")
    assert city.maleri.last_text.startswith("Stämmer det att någon har börjat hos er?")
    await city.maleri.presses("Ja")
    (placement,) = await placements(city)
    assert placement.status is PlacementStatus.CONFIRMED
    events = [
        "placement_proposed",
        "placement_interested",
        "placement_introduced",
        "placement_agreed",
        "placement_started",
        "placement_confirmed",
    ]
    assert [len(await recorded(city, event)) for event in events] == [1] * len(events)


async def test_what_does_not_suit_has_a_reason_and_can_be_thought_over_while_nobody_else_has_the_place(
    city: City,
) -> None:
    await has_taken(city, places=1)
    first = await proposes(city)
    await card_of(city.matcher_a)
    assert not any("Föreslå någon" in label for label in city.matcher_a.buttons), "the only place is spoken for"
    assert (await city.maleri.presses("Passar inte")).startswith("Varför passar det inte?")
    assert (await city.maleri.presses("Tiderna")).startswith("Tack för svaret.")
    reconsider = city.maleri.data("Vi har ändrat oss")
    assert city.matcher_a.last_text.startswith("Mira Holm säger att det inte passar")
    assert "Skäl: Tiderna passar inte" in city.matcher_a.last_text
    await city.maleri.presses("Vi har ändrat oss")
    assert city.matcher_a.last_text.startswith("Mira Holm vill träffas")
    await city.matcher_a.presses("Det blev inget")
    await city.matcher_a.presses("Språket")
    assert city.maleri.last_text.startswith("Det blev inget den här gången. Tack")
    assert "Språket" not in city.maleri.last_text, "what it says of a person is not for the supplier"
    second = await proposes(city)
    assert second.code != first.code
    await city.maleri.presses("Passar inte")
    await city.maleri.presses("Språket")
    third = await proposes(city)
    newer = await city.maleri.presses_forged(reconsider.replace(base36(first.id), base36(second.id)))
    assert newer.startswith("Någon annan har hunnit före.")
    statuses = [each.status for each in await placements(city)]
    assert statuses == [PlacementStatus.WITHDRAWN, PlacementStatus.DECLINED, PlacementStatus.PROPOSED], third.code


async def test_what_did_not_suit_is_not_thought_over_once_the_offer_is_over(city: City) -> None:
    await has_taken(city)
    await proposes(city)
    await city.maleri.presses("Passar inte")
    await city.maleri.presses("Något annat")
    async with city.database.write() as session:
        await session.execute(update(Slot).values(status=SlotStatus.EXPIRED))
    assert (await city.maleri.presses("Vi har ändrat oss")).startswith("Det har redan hänt något annat.")
    assert not any("ändrat oss" in label for label in city.maleri.buttons)
    assert [each.status for each in await placements(city)] == [PlacementStatus.DECLINED]


async def test_what_a_supplier_wants_to_know_is_answered_from_lists_and_it_is_not_waited_for_meanwhile(
    city: City,
) -> None:
    await has_taken(city)
    await proposes(city)
    await city.maleri.presses("Behöver veta mer")
    await city.maleri.presses("Svenska")
    assert "Valt: Svenska, Beslut, lön, försäkring" in await city.maleri.presses("Beslut, lön")
    text = await city.maleri.presses("Skicka frågorna")
    assert text.startswith("Tack! Anna Lind svarar, och ni behöver inte göra något under tiden.")
    assert city.matcher_a.last_text.startswith("Mira Holm vill veta mer innan de svarar")
    await city.until(at("2026-11-27 10:00"))
    assert "väntar på ert svar" not in city.maleri.last_text, "it is the matcher's turn"
    assert city.matcher_a.last_text.startswith("Mira Holm vill veta mer"), "five working days are not over"
    await city.until(at("2026-11-30 10:00"))
    assert city.matcher_a.last_text.startswith("Leverantören väntar på dina svar")
    assert (await city.matcher_a.presses("Svara på frågorna")).startswith("Svenska: vad svarar du?")
    assert (await city.matcher_a.presses("Enkel svenska")).startswith("Beslut, lön, försäkring: vad svarar du?")
    assert (await city.matcher_a.presses("Som vanligt")).startswith("Tack! Leverantören har fått svaren")
    assert city.maleri.last_text.startswith("Svar från Anna Lind: vill ni träffas?")
    assert "Svenska: förstår enkel svenska" in city.maleri.last_text
    assert "handläggaren på kommunen bekräftar" in city.maleri.last_text
    await city.until(at("2026-12-03 10:30"))
    assert city.maleri.last_text.startswith("Anna Lind väntar på ert svar: vill ni träffas?")


async def test_a_proposal_that_nobody_answers_reminds_once_and_then_goes_to_the_coordinators(city: City) -> None:
    contract = await a_contract(city)
    await has_taken(city)
    await proposes(city)
    heard = len(city.maleri.received)
    await city.until(at("2026-11-28 09:00"))
    assert len(city.maleri.received) == heard, "no phone rings on a Saturday"
    await city.until(at("2026-11-30 09:00"))
    assert city.maleri.last_text.startswith("Anna Lind väntar på ert svar: vill ni träffas?")
    assert len(city.maleri.received) == heard + 1
    await city.until(at("2026-12-07 09:30"))
    assert len(city.maleri.received) == heard + 1, "the supplier is reminded once"
    assert city.coordinator.last_text.startswith("Exempelmåleriet AB har inte svarat på ett förslag")
    assert "040-123 45" in city.coordinator.last_text, contract
    assert city.matcher_a.last_text.startswith("Inget svar på ditt förslag än")
    await city.maleri.presses("Vi vill träffas")
    assert city.coordinator.last_text.startswith("Leverantören vill träffas"), "what was said shows how it stands"
    await city.until(at("2026-12-14 10:30"))
    assert city.matcher_a.last_text.startswith("Leverantören vill träffas: har ni setts?")
    await city.matcher_a.presses("Börjar den")
    await city.matcher_a.presses("Måndag 21 dec")
    await city.until(at("2026-12-21 08:30"))
    assert city.matcher_a.last_text.startswith("I dag är första dagen: har någon börjat?")
    assert "ert svar" not in city.maleri.last_text


async def test_whoever_was_nudged_within_a_week_is_reminded_of_a_proposal_after_it(city: City) -> None:
    await has_taken(city)
    await proposes(city)
    async with city.database.write() as session:
        (await nudge_time.of_people(session, [1]))[1].sent_at = city.clock.now()
    heard = len(city.maleri.received)
    await city.until(at("2026-11-27 09:00"))
    assert len(city.maleri.received) == heard
    await city.until(at("2026-11-30 09:00"))
    assert city.maleri.last_text.startswith("Anna Lind väntar på ert svar")


async def test_while_the_matcher_is_away_whoever_stands_in_does_what_is_asked_and_never_both_sides(city: City) -> None:
    await has_taken(city)
    placement = await proposes(city)
    met = city.matcher_a.data("Det blev inget").replace("pln", "pli")
    await city.matcher_b.says("/platser")
    assert (await city.matcher_b.presses_forged(met)).startswith("Det har redan hänt något annat."), "not away yet"
    await is_away(city.matcher_a, deputy="Bashir Nur")
    await city.maleri.presses("Vi vill träffas")
    assert city.matcher_b.last_text.startswith("Till Anna Lind, som är borta.")
    assert (await city.matcher_b.presses("De har träffats")).startswith("Noterat.")
    for press in ("Har börjat", "I dag", "Ny person i år"):
        await city.matcher_b.presses(press)
    assert city.maleri.last_text.startswith("Stämmer det att någon har börjat hos er?")
    heard = await city.matcher_b.presses_forged(data(HEAR_START, placement.id))
    assert heard.startswith("Någon annan på kommunen antecknar det här svaret"), "nobody says it for both sides"


async def test_an_offer_that_another_matcher_goes_on_with_takes_what_is_under_way_along(city: City) -> None:
    await has_taken(city)
    await proposes(city)
    met = city.matcher_a.data("Det blev inget").replace("pln", "pli")
    await city.maleri.presses("Vi vill träffas")
    (slot,) = await city.slots()
    await city.coordinator.says("/platser")
    await city.coordinator.presses_forged(data(ASSIGN, slot.id, slot.revision, 4))
    (placement,) = await placements(city)
    assert placement.matcher_id == 4
    assert any("Nu är det Bashir Nur på kommunen" in message.words for message in city.maleri.received)
    (handed_over,) = [each for each in city.maleri.received if each.words.startswith("Bashir Nur tar hand om")]
    assert handed_over.buttons == [], "nobody writes while somebody is proposed"
    await city.matcher_a.presses_forged(met)
    assert city.matcher_a.last_text.startswith("Det har redan hänt något annat.")
    await card_of(city.matcher_b)
    await city.matcher_b.presses("Ska träffas")
    assert (await city.matcher_b.presses("De har träffats")).startswith("Noterat.")


async def test_a_proposal_that_is_begun_for_a_wish_keeps_nothing_of_it_once_the_wish_is_disposed_of(city: City) -> None:
    await turns_wishes_on(city)
    gone, stays = await has_wish(city), await has_wish(city, 4, code="QQWWQQWW")
    for chat, wish_id in ((city.matcher_a, gone), (city.matcher_b, stays)):
        await city.maleri.reports_internship()
        slot = (await city.slots())[-1]
        await chat.says("/hjalp")
        await chat.presses_forged(data(PROPOSE, slot.id, slot.revision, wish_id))
    assert await wishes_in_forms(city) == {gone, stays}
    await city.matcher_a.presses_forged(data(DISPOSE, gone))
    assert await wishes_in_forms(city) == {stays}


async def wishes_in_forms(city: City) -> set[int]:
    """The ids of all wishes that anything in anybody's conversation names, open or below."""
    rows = await city.asks(lambda session: session.execute(select(Conversation.answers, Conversation.parked)))
    kept = json.dumps([list(row) for row in rows])
    return {int(number) for number in re.findall(r'"wish_id": (\d+)', kept) if int(number)}


async def test_of_two_proposals_for_one_wish_nothing_at_the_supplier_or_in_the_record_tells_that_they_are_one(
    city: City,
) -> None:
    await turns_wishes_on(city)
    code = "QQWWQQWW"
    wish_id = await has_wish(city, 4, code=code)
    for _ in range(2):
        await city.maleri.reports_internship()
        slot = (await city.slots())[-1]
        await city.matcher_b.presses_forged(data(PROPOSE, slot.id, slot.revision, wish_id))
        for press in ("Som erbjudet", "Som erbjudet", "Heltid", "Skicka"):
            await city.matcher_b.presses(press)
    assert (await city.slots())[0].claimed_by == 4, "who proposes somebody for a free offer takes it, too"
    first, second = await placements(city)
    assert first.code != second.code
    assert await joined_with(city, wish_id) == [first.id, second.id]
    said = "".join(message.words for message in city.maleri.received)
    kept = await city.asks(lambda session: session.scalars(select(OutboxRow.content)))
    recorded_ = await city.asks(lambda session: session.scalars(select(LedgerText.content)))
    assert code not in said + "".join(map(str, [*kept, *recorded_]))
    alike = [message.words for message in city.maleri.received if "vill ni träffas?" in message.words]
    assert len(alike) == 2
    assert alike[0].replace(first.code, second.code) == alike[1].replace(" · nr 2", ""), (
        "but for the code they say the same of anybody"
    )


async def test_while_a_contract_rests_nobody_is_reminded(city: City) -> None:
    contract = await a_contract(city)
    await has_taken(city)
    await proposes(city)
    async with city.database.write() as session:
        session.add(Hold(contract_id=contract.id, reason=HoldReason.PILOT, begun_at=city.clock.now(), begun_by=5))
    heard = len(city.maleri.received)
    await city.until(at("2026-11-27 09:00"))
    assert len(city.maleri.received) == heard


async def test_once_somebody_is_proposed_nobody_writes_about_the_offer_and_each_sees_how_to_reach_the_other(
    city: City,
) -> None:
    await has_taken(city)
    ask = city.matcher_a.data("Ställ en fråga")
    write = city.maleri.data("Skriv till Anna Lind")
    await proposes(city)
    for chat, stale in ((city.matcher_a, ask), (city.maleri, write)):
        assert (await chat.presses_forged(stale)).startswith("Någon är föreslagen."), stale
        await card_of(chat)
        assert not any("fråga" in label or "Skriv till" in label for label in chat.buttons)
    await city.maleri.presses("Föreslagen")
    assert "Ring Anna Lind." in city.maleri.last_text
    await city.maleri.presses("Passar inte")
    await city.maleri.presses("Något annat")
    await card_of(city.matcher_a)
    assert any("Ställ en fråga" in label for label in city.matcher_a.buttons)


async def test_an_offer_that_is_given_back_or_taken_back_ends_what_is_under_way_in_it(city: City) -> None:
    await has_taken(city)
    await proposes(city)
    await card_of(city.matcher_a)
    assert not any("Någon har börjat" in label for label in city.matcher_a.buttons), "that is said on their own card"
    text = await city.matcher_a.presses("Lämna tillbaka")
    assert text.startswith("1 person är föreslagen. Vill du ändå lämna tillbaka erbjudandet?")
    await city.matcher_a.presses("Ja, lämna tillbaka")
    assert city.maleri.last_text.startswith("Det blev inget den här gången. Tack")
    assert "Erbjudandet ligger kvar för andra matchare." in city.maleri.last_text
    await card_of(city.matcher_b)
    await city.matcher_b.presses("Jag tar den")
    await card_of(city.matcher_b)
    for press in ("Föreslå någon", "Måndag 7 dec", "3 månader", "Heltid", "Skicka"):
        await city.matcher_b.presses(press)
    await card_of(city.maleri)
    for press in ("Ta tillbaka", "1", "Skicka"):
        await city.maleri.presses(press)
    assert [each.status for each in await placements(city)] == [PlacementStatus.WITHDRAWN, PlacementStatus.DECLINED]
    assert await times(city, "placement_declined") == 1


async def test_of_two_who_propose_at_once_for_one_place_one_is_told_that_it_is_taken(city: City) -> None:
    await has_taken(city, places=1)
    await card_of(city.matcher_a)
    for press in ("Föreslå någon", "Som erbjudet", "Som erbjudet", "Halvtid"):
        await city.matcher_a.presses(press)
    slot = (await city.slots())[0]

    async def meanwhile(work: Work) -> None:
        today = work.city.today(work.now)
        proposal = Proposal(today, None, 100)
        await under_way.propose(work.session, slot.id, proposal, matcher_id=3, now=work.now, next_at=None)

    await city.does_work(meanwhile)
    assert (await city.matcher_a.presses("Skicka")).startswith("Erbjudandet är fullt")
    assert len(await placements(city)) == 1


async def test_a_supplier_that_thinks_it_over_and_a_matcher_who_proposes_another_at_once_share_no_place(
    city: City,
) -> None:
    await has_taken(city, places=1)
    await proposes(city)
    await city.maleri.presses("Passar inte")
    await city.maleri.presses("Något annat")
    await card_of(city.matcher_a)
    for press in ("Föreslå någon", "Som erbjudet", "Som erbjudet", "Halvtid"):
        await city.matcher_a.presses(press)
    pressed = ((city.maleri, "Vi har ändrat oss"), (city.matcher_a, "Skicka"))

    async def presses(chat: Chat, carried: str) -> None:
        async with city.database.write() as session:
            work = Work(session, city.clock.now(), city.program.city, key=f"at-once:{chat.phone.user_id}")
            actor = await person.by_telegram_id(session, chat.phone.user_id)
            assert actor is not None
            await door.press(work, actor, carried, None)

    ways = [(chat, chat.data(label)) for chat, label in pressed]
    await asyncio.gather(*(despite_collisions(partial(presses, *way)) for way in ways))
    assert sum(each.status in UNDER_WAY for each in await placements(city)) == 1


async def test_where_nobody_is_in_the_coordinator_calls_and_what_was_heard_counts_until_somebody_objects(
    city: City,
) -> None:
    await has_taken(city)
    await is_out_of_reach(city.maleri)
    placement = await proposes(city)
    assert city.matcher_a.last_text.startswith("Noterat. Ingen hos leverantören går att nå i Steget")
    assert city.coordinator.last_text.startswith("Fråga Exempelmåleriet AB: vill de träffa någon")
    await city.coordinator.presses("Ange vad leverantören sagt")
    await city.coordinator.presses("Vill träffa personen")
    await city.coordinator.answers("Mira Holm", "1", "1")
    await city.coordinator.presses("Anteckna")
    assert city.matcher_a.last_text.startswith("Mira Holm vill träffas")
    assert await times(city, "supplier_heard") == 1
    await city.maleri.says("/start")
    await city.later(timedelta(minutes=5))
    await city.maleri.presses("Nej, det stämmer inte")
    await city.maleri.presses("Det har vi inte sagt")
    (now,) = await placements(city)
    assert (now.status, now.id) == (PlacementStatus.PROPOSED, placement.id)
    assert any("vill ni träffas?" in message.words for message in city.maleri.received[-3:])
