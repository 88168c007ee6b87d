"""A question to the city that waits: somebody is reminded, others are asked, and no question is left with nobody."""

from datetime import timedelta

from sqlalchemy import select

from domain.language import Language
from domain.role import Role
from storage.ledger import LedgerRow
from tests.chat import Chat
from tests.city import MONDAY_MORNING, City
from tests.conversations.city_questions import asked, asks, buttons_of_list
from tests.conversations.people import card_of, ends_access, is_away, is_out_of_reach

TUESDAY, WEDNESDAY, THURSDAY = (MONDAY_MORNING + timedelta(days=days) for days in (1, 2, 3))


def said(chat: Chat, begins: str) -> int:
    """How many of the bot's messages begin so."""
    return sum(each.words.startswith(begins) for each in chat.received)


async def events(city: City) -> list[str]:
    """What the ledger has of questions to the city, in order."""
    about = select(LedgerRow.event).where(LedgerRow.event.startswith("city_question_")).order_by(LedgerRow.id)
    return list(await city.asks(lambda session: session.scalars(about)))


async def test_whoever_was_asked_is_reminded_once_then_the_others_are_asked_and_whoever_asked_hears_it(
    city: City,
) -> None:
    other = await city.person("Rut Alm", Role.COORDINATOR)
    await asked(city, "Var ligger ni?")
    await city.coordinator.says("På torget.", reply_to=city.coordinator.last.message_id)
    await asked(city)
    await city.until(TUESDAY - timedelta(minutes=1))
    assert said(city.coordinator, "Mira Holm väntar på ditt svar.") == 0
    await city.until(TUESDAY)
    assert city.coordinator.last_text.startswith("Mira Holm väntar på ditt svar.\nFår vi ta betalt")
    assert "Jag påminner bara en gång." in city.coordinator.last_text
    await city.until(THURSDAY - timedelta(minutes=1))
    assert said(city.coordinator, "Mira Holm väntar") == 1
    assert other.last_text == ""
    await city.until(THURSDAY)
    assert said(city.coordinator, "Mira Holm väntar") == 1
    assert other.last_text.startswith("Mira Holm väntar på svar från Karin Ek.")
    assert city.maleri.last_text.startswith("Det dröjer med svaret.\nDu frågade: Får vi ta betalt")
    assert "Nu har jag också frågat Rut Alm." in city.maleri.last_text
    assert city.settings.contact in city.maleri.last_text
    await city.later(timedelta(days=14))
    assert (said(city.coordinator, "Mira Holm väntar"), said(other, "Mira Holm väntar")) == (1, 1)
    await other.presses("Svara")
    await other.answers("Nej, det ingår.", "1")
    assert city.maleri.last_text.startswith("Rut Alm har svarat på din fråga.")
    of_waiting = ["city_question_asked", *["city_question_reminded"] * 2, "city_question_answered"]
    assert await events(city) == ["city_question_asked", "city_question_answered", *of_waiting]


async def test_the_deputy_of_whoever_was_asked_has_it_when_it_is_time_for_a_reminder(city: City) -> None:
    await asked(city)
    await city.coordinator.presses("Skicka till en kollega")
    await city.coordinator.presses("Anna Lind · matchare")
    await is_away(city.matcher_a, deputy="Bashir Nur")
    await city.until(TUESDAY)
    assert "Till Anna Lind, som är borta." in city.matcher_b.last_text
    assert "Mira Holm frågar kommunen." in city.matcher_b.last_text
    assert city.maleri.last_text.startswith("Bashir Nur har din fråga nu.")
    await city.matcher_b.says("Nej, det ingår.", reply_to=city.matcher_b.last.message_id)
    assert city.maleri.last_text.startswith("Bashir Nur har svarat på din fråga.")


async def test_who_is_away_without_a_deputy_is_not_waited_for(city: City) -> None:
    await asked(city)
    await is_away(city.coordinator)
    await city.until(TUESDAY)
    assert city.matcher_a.last_text.startswith("Mira Holm frågar kommunen.\nFår vi ta betalt")
    assert city.maleri.last_text.startswith("Anna Lind har din fråga nu.")
    assert said(city.coordinator, "Mira Holm väntar") == 0


async def test_where_nobody_is_in_it_waits_and_goes_to_the_first_who_comes(city: City) -> None:
    for chat in (city.coordinator, city.matcher_a, city.matcher_b):
        await is_away(chat, deputy=None if chat is city.coordinator else "2")
    summary = await asks(city.maleri)
    assert "Ingen på kommunen är inne i Steget just nu." in summary
    await city.maleri.presses("Skicka")
    assert city.maleri.last_text.startswith("Din fråga är sparad, men ingen har fått den än.")
    assert city.settings.contact in city.maleri.last_text
    await city.until(TUESDAY)
    heard = len(city.maleri.received)
    await city.matcher_b.says("/borta")
    await city.matcher_b.presses("Jag är tillbaka")
    await city.until(WEDNESDAY)
    assert said(city.matcher_b, "Mira Holm frågar kommunen.") == 1
    assert city.maleri.last_text.startswith("Bashir Nur har din fråga nu.")
    assert len(city.maleri.received) == heard + 1


async def test_whoever_leaves_leaves_no_question_behind(city: City) -> None:
    other = await city.person("Rut Alm", Role.COORDINATOR)
    await asked(city)
    await card_of(other, "Karin Ek")
    await other.presses("Lämna över")
    await other.presses("Rut Alm")
    assert said(other, "Mira Holm frågar kommunen.") == 1
    assert said(other, "Du tar över efter Karin Ek.") == 1
    assert city.maleri.last_text.startswith("Rut Alm har din fråga nu.")
    await ends_access(city.coordinator, "Rut Alm", "2")
    assert said(city.coordinator, "Mira Holm frågar kommunen.") == 2
    assert city.maleri.last_text.startswith("Karin Ek har din fråga nu.")


async def test_whom_telegram_does_not_reach_is_not_waited_for(city: City) -> None:
    await asked(city)
    city.coordinator.phone.blocks_bot()
    await city.maleri.says("/hjalp")
    await asked(city, "Var ligger ni?")
    assert said(city.matcher_a, "Mira Holm frågar kommunen.") + said(city.matcher_b, "Mira Holm frågar kommunen.") == 2


async def test_the_answer_to_who_has_left_goes_to_a_colleague_and_where_there_is_none_the_answerer_hears_it(
    city: City,
) -> None:
    await asked(city)
    await is_out_of_reach(city.maleri)
    colleague = await city.person("Nils Berg", Role.SUPPLIER, company="Exempelmåleriet AB", language=Language.ENGLISH)
    await city.coordinator.says("Nej, det ingår.", reply_to=city.coordinator.last.message_id)
    assert "Karin Ek has answered your question.\nNej, det ingår." in colleague.last_text
    assert "skickat till Nils Berg" in city.coordinator.last_text
    assert "What do you want to ask the city?" in await colleague.presses("Ask more")
    await asked(city, "Var ligger ni?")
    await is_out_of_reach(city.maleri)
    await is_out_of_reach(colleague)
    await city.coordinator.says("På torget.", reply_to=city.coordinator.last.message_id)
    assert "Svaret är sparat, men Mira Holm går inte att nå" in city.coordinator.last_text


async def test_a_colleague_who_takes_over_at_the_company_gets_the_answer(city: City) -> None:
    await asked(city)
    colleague = await city.person("Nils Berg", Role.SUPPLIER, company="Exempelmåleriet AB")
    question = city.coordinator.last.message_id
    await ends_access(city.coordinator, "Mira Holm", "Nils Berg")
    assert "Får vi ta betalt" in colleague.last_text
    await city.coordinator.says("Nej, det ingår.", reply_to=question)
    assert colleague.last_text.startswith("Karin Ek har svarat på din fråga.")


async def test_those_who_may_answer_find_what_waits_in_a_list(city: City) -> None:
    await city.coordinator.says("/hjalp")
    assert (await city.coordinator.presses_forged("cql")) == "Inga frågor väntar på svar."
    await asked(city)
    ways = [await buttons_of_list(chat) for chat in (city.coordinator, city.matcher_a, city.maleri)]
    assert ["Obesvarade frågor (1)" in " ".join(labels) for labels in ways] == [True, False, False]
    await city.coordinator.presses("Obesvarade frågor")
    assert city.coordinator.last_text.startswith("1 fråga väntar på svar")
    await asked(city, "Var ligger ni?")
    await city.coordinator.presses("Skicka till en kollega")
    await city.coordinator.presses("Anna Lind · matchare")
    listed = await city.coordinator.presses_forged("cql")
    assert listed.startswith("2 frågor väntar på svar")
    assert "Exempelmåleriet AB · 23 november 2026 · CSR-samordnarens tur: Karin Ek" in listed
    assert "2. Var ligger ni?\nExempelmåleriet AB · 23 november 2026 · matcharnas tur: Anna Lind" in listed
    assert "Var ligger ni?" in await city.coordinator.presses("2. Var ligger ni?")
    await city.matcher_a.says("/hjalp")
    assert (await city.matcher_a.presses_forged("cql")).startswith("1 fråga väntar på svar")
    for day in (TUESDAY, THURSDAY):
        await city.until(day)
    await city.coordinator.says("/hjalp")
    listed = await city.coordinator.presses_forged("cql")
    assert "CSR-samordnarens tur\n" in listed
