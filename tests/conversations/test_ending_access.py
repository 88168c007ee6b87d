"""A coordinator ends somebody's access."""

from sqlalchemy import select

from bot import inviting
from domain.language import Language
from domain.role import Role
from handlers.handling.work import Work
from handlers.leaving.ending_access import FORM
from handlers.leaving.leaver import Leaver, of_leaver
from messages.message import Message
from messages.people.language import LanguageAsked
from storage import conversation
from storage.ledger import LedgerRow
from storage.outbox import OutboxRow, OutboxState
from storage.people.person import Person, by_telegram_id
from tests.chat import Chat
from tests.city import City
from tests.conversations.people import card_of, ends_access


async def person_of(city: City, chat: Chat) -> Person:
    found = await city.asks(lambda session: by_telegram_id(session, chat.phone.user_id))
    assert found is not None
    return found


async def test_it_is_checked_first_and_takes_effect_at_the_next_press(city: City) -> None:
    await city.maleri.reports_internship()
    await card_of(city.coordinator, "Anna Lind")
    await city.coordinator.presses("Avsluta tillgång")
    assert "Ska tillgången avslutas för Anna Lind?" in city.coordinator.last_text
    assert "Öppet just nu: inget" in city.coordinator.last_text
    assert (await person_of(city, city.matcher_a)).ended_at is None
    await city.coordinator.presses("Avsluta tillgång")
    assert city.coordinator.last_text == "Tillgången är avslutad för Anna Lind."
    assert city.matcher_a.last_text.startswith("Hej då, Anna Lind, och tack för din hjälp!")
    await city.matcher_a.presses("Jag tar den")
    assert "behöver du en inbjudan" in city.matcher_a.last_text
    (slot,) = await city.slots()
    assert slot.claimed_by is None


async def test_the_menu_goes(city: City) -> None:
    await city.matcher_a.says("/sprak svenska")
    assert "borta" in dict(city.matcher_a.phone.commands)
    await ends_access(city.coordinator, "Anna Lind")
    assert not city.matcher_a.phone.commands


async def test_in_the_middle_of_a_form_it_ends_there(city: City) -> None:
    await city.maleri.says("/rapportera")
    await city.maleri.presses("Praktikplats")
    answer = city.maleri.data("Måleri")
    await ends_access(city.coordinator, "Mira Holm")
    assert city.maleri.last_text.startswith("Hej då")
    assert not any(message.buttons for message in city.maleri.received)
    await city.maleri.presses_forged(answer)
    await city.maleri.says("1")
    assert "behöver du en inbjudan" in city.maleri.last_text
    mira = await person_of(city, city.maleri)
    talk = await city.asks(lambda session: session.get(conversation.Conversation, mira.id))
    assert talk is not None
    assert (talk.flow, talk.answers, talk.parked, talk.question_id) == (None, {}, [], None)
    assert await city.slots() == []


async def test_in_the_middle_of_a_queue_nothing_more_comes_but_the_goodbye(city: City) -> None:
    await city.stop()
    anna = await person_of(city, city.matcher_a)
    async with city.database.write() as session:
        work = Work(session, city.clock.now(), city.program.city, "test")
        for _ in range(3):
            await work.tell(anna, Message(LanguageAsked()), secret="a code")
    # The press and what is queued are there at the same time: the bot is busy with others meanwhile.
    await _ends_while_it_is_queued(city, anna)
    assert [message.text.split(",")[0] for message in city.matcher_a.received] == ["Hej då"]
    rows = (await city.asks(lambda session: session.scalars(select(OutboxRow).order_by(OutboxRow.id)))).all()
    queued_before = [row for row in rows if row.dedup_key.startswith("test:")]
    assert {row.state for row in queued_before} == {OutboxState.CANCELLED}
    assert {row.secret for row in queued_before} == {None}


async def _ends_while_it_is_queued(city: City, leaver: Person) -> None:
    """End access in a transaction of its own, as dispatch does, before delivery has begun."""
    karin = await person_of(city, city.coordinator)
    async with city.database.write() as session:
        work = Work(session, city.clock.now(), city.program.city, "end")
        actor = await session.get_one(Person, karin.id)
        known = await of_leaver(work, actor, Leaver(leaver.id))
        await FORM.send(work, actor, {}, known)
    city.start()
    await city.settled()


async def test_open_matters_are_handed_to_a_colleague(city: City) -> None:
    await city.maleri.reports_internship()
    await city.matcher_a.presses("Jag tar den")
    await card_of(city.coordinator, "Anna Lind")
    await city.coordinator.presses("Avsluta tillgång")
    assert "Vem tar över efter Anna Lind?" in city.coordinator.last_text
    await city.coordinator.presses("Bashir Nur")
    assert "Öppet just nu: 1 erbjudande, 0 frågor" in city.coordinator.last_text
    assert "Tar över: Bashir Nur" in city.coordinator.last_text
    await city.coordinator.presses("Avsluta tillgång")
    assert "Bashir Nur tar över det som var öppet." in city.coordinator.last_text
    assert city.matcher_b.last_text.startswith("Du tar över efter Anna Lind.")
    assert city.maleri.last_text.startswith("Bashir Nur tar hand om ert erbjudande nu")
    assert city.matcher_a.last_text.startswith("Hej då")


async def test_what_stands_without_anybody_is_said_and_can_be_handed_over_later(city: City) -> None:
    await city.maleri.reports_internship()
    await city.matcher_a.presses("Jag tar den")
    closing = await ends_access(city.coordinator, "Anna Lind", "2")
    assert "Det här har ingen tagit över:" in closing
    assert "Praktikplats · Måleri · 2 platser · Centrum" in closing
    await city.coordinator.says("/personer")
    await city.coordinator.presses("Har slutat (1)")
    await city.coordinator.presses("Anna Lind")
    await city.coordinator.presses("Lämna över")
    await city.coordinator.presses("Bashir Nur")
    assert city.matcher_b.last_text.startswith("Du tar över efter Anna Lind.")


async def test_news_for_somebody_who_is_gone_reaches_the_coordinators(city: City) -> None:
    await city.maleri.reports_internship()
    await ends_access(city.coordinator, "Mira Holm")
    before = len(city.maleri.received)
    await city.matcher_a.presses("Jag tar den")
    assert len(city.maleri.received) == before
    assert city.coordinator.last_text.startswith("Till Mira Holm, som inte kan ta emot det just nu.")


async def test_the_gone_learn_nothing_new_from_old_alerts(city: City) -> None:
    await city.maleri.reports_internship()
    await ends_access(city.coordinator, "Anna Lind")
    before = [message.text for message in city.matcher_a.received]
    await city.matcher_b.presses("Jag tar den")
    assert [message.text for message in city.matcher_a.received] == before


async def test_the_other_coordinators_hear_it_and_it_stands_in_the_ledger(city: City) -> None:
    olle = await city.person("Olle Ny", Role.COORDINATOR)
    await ends_access(city.coordinator, "Mira Holm")
    assert olle.last_text.startswith("Karin Ek har avslutat tillgången för Mira Holm (Exempelmåleriet AB)")
    rows = (await city.asks(lambda session: session.scalars(select(LedgerRow)))).all()
    mira, karin = await person_of(city, city.maleri), await person_of(city, city.coordinator)
    assert [(row.actor_id, row.about) for row in rows if row.event == "access_ended"] == [
        (karin.id, f"person:{mira.id}")
    ]


async def test_two_coordinators_end_it_once(city: City) -> None:
    olle = await city.person("Olle Ny", Role.COORDINATOR)
    for chat in (olle, city.coordinator):
        await card_of(chat, "Mira Holm")
        await chat.presses("Avsluta tillgång")
    await olle.presses("Avsluta tillgång")
    await city.coordinator.says("1")
    assert sum(message.text.startswith("Hej då") for message in city.maleri.received) == 1


async def test_whoever_has_left_comes_in_again_by_a_new_invitation(city: City) -> None:
    await ends_access(city.coordinator, "Anna Lind")
    invited = await inviting.invite(
        city.database, Role.SUPPLIER, name="Anna Lind", supplier_name="Nya Firman AB", now=city.clock.now()
    )
    await city.matcher_a.says(f"/start {invited.code}")
    assert city.matcher_a.last_text.startswith("Välkommen, Anna Lind!")
    assert (await person_of(city, city.matcher_a)).role is Role.SUPPLIER
    await city.matcher_a.reports_internship()
    assert len(await city.slots()) == 1


async def test_in_english_too(city: City) -> None:
    erin = await city.person("Erin Coe", Role.COORDINATOR, language=Language.ENGLISH)
    await erin.says("/people")
    await erin.presses("Sam Dahl")
    await erin.presses("End access")
    await erin.presses("End access")
    assert erin.last_text == "Access has ended for Sam Dahl."
    assert city.park.last_text.startswith("Goodbye, Sam Dahl")
