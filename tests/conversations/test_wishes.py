"""A matcher registers what kind of place somebody looks for: all from lists, and never who."""

from collections.abc import Awaitable, Callable
from datetime import timedelta

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from domain.language import Language
from domain.ledger_event import LedgerEvent
from domain.role import Role
from domain.wish import aloud
from handlers.handling.work import Work
from handlers.wishes import views
from messages.button import data
from messages.message import Message
from messages.wishes.wish import NoWishes, WishesNamed
from storage.ledger import LedgerRow, LedgerText
from storage.outbox import OutboxRow, OutboxState
from storage.people import person
from storage.wishes import wish as wishes
from storage.wishes.wish import Wish
from tests.city import City
from tests.conversations.wishes import every_wish, everything_kept, shown_anywhere, turned_on, wishes_for

NOT_FOUND = "Det finns inte längre"


async def code_of_only(city: City) -> str:
    (wish,) = await every_wish(city)
    return wish.code


async def test_a_wish_takes_six_presses_and_nothing_typed(city: City) -> None:
    await turned_on(city)
    matcher = city.matcher_a
    await matcher.says("/onskemal")
    assert "Här finns inga önskemål än." in matcher.last_text
    presses = ["Nytt önskemål", "Praktikplats", "Måleri", "Centrum", "Skicka"]
    for pressed in presses:
        await matcher.presses(pressed)
    code = await code_of_only(city)
    assert len(presses) <= 6
    assert matcher.last_text == (
        f"Sparat. Koden är {aloud(code)}\n"
        "Typ: Praktikplats\nBransch: Måleri\nOmråde: Centrum\n\nInget erbjudande passar än.\n\n"
        "Skriv koden i verksamhetssystemet, inte namnet här. Den är samma persons under hela programmet."
    )
    assert matcher.buttons == [
        "1. Fråga leverantörer",
        "2. Ändra",
        "3. Fått plats",
        "4. Lämnat programmet",
        "5. Till listan",
    ]


async def test_all_that_can_be_told_comes_from_lists_and_each_can_be_changed(city: City) -> None:
    await turned_on(city)
    matcher = city.matcher_a
    await matcher.says("/önskemål")
    for pressed in ("Nytt önskemål", "Lärlingsplats", "Golv", "Var som helst", "Berätta mer"):
        await matcher.presses(pressed)
    for field, *chosen in (
        ("Från när", "dec 2026"),
        ("Arbetstid", "Förmiddagar"),
        ("Svenska", "Enkel svenska"),
        ("Körkort", "B-körkort"),
        ("Arbetsplatsen", "Sittande arbete", "Lugn miljö", "Inga tunga lyft", "Lugn miljö (vald)", "Klart"),
        ("Klart",),
        ("Skicka",),
    ):
        for pressed in (field, *chosen):
            await matcher.presses(pressed)
    assert (
        "Typ: Lärlingsplats\nBransch: Golv\nOmråde: var som helst\nFrån: 1 december 2026\n"
        "Arbetstid: Förmiddagar\nSvenska: Enkel svenska\nKörkort: B-körkort\n– Sittande arbete\n– Inga tunga lyft"
    ) in matcher.last_text
    code = aloud(await code_of_only(city))
    for pressed in ("Ändra", "Ändra område", "Råå", "Berätta mer", "Körkort", "Ta bort svaret", "Klart", "Skicka"):
        await matcher.presses(pressed)
    assert matcher.last_text.startswith(f"{code} är ändrat.")
    assert "Område: Råå" in matcher.last_text
    assert "Körkort" not in matcher.last_text


async def test_a_text_answers_nothing_and_a_number_answers_as_a_press_does(city: City) -> None:
    await turned_on(city)
    matcher = city.matcher_a
    await matcher.says("/onskemal")
    await matcher.says("1")
    await matcher.says("Ali Nilsson vill måla")
    assert await every_wish(city) == []
    for typed in ("1", "1", "2", "1"):
        await matcher.says(typed)
    assert "Sparat." in matcher.last_text
    assert "Ali" not in everything_kept(city)
    assert "Den här frågan är besvarad." in shown_anywhere(matcher)


async def test_a_matcher_keeps_their_own_and_can_take_over_a_colleagues(city: City) -> None:
    await turned_on(city)
    mine, other = city.matcher_a, city.matcher_b
    await wishes_for(mine)
    code = aloud(await code_of_only(city))
    await mine.presses("Fått plats")
    assert mine.last_text.startswith(f"{code} har fått plats. Bra jobbat!")
    await mine.presses("Söker igen")
    assert mine.last_text.startswith(f"{code} söker igen.")
    await mine.presses("Till listan")
    assert f"1. {code} · Praktikplats · Måleri · Centrum" in mine.last_text
    await other.says("/onskemal")
    assert f"1. {code} · Praktikplats · Måleri · Centrum · Anna Lind" in other.last_text
    await other.presses(code)
    assert other.buttons == ["1. Ta över", "2. Till listan"]
    ours = (await every_wish(city))[0].id
    for code_of_button in ("wip", "wik", "wib", "wim", "wie", "wid"):
        assert NOT_FOUND in await other.presses_forged(data(code_of_button, ours)), code_of_button
    await other.presses("Ta över")
    assert f"{code} är ditt nu." in shown_anywhere(other)
    assert "Bashir Nur har tagit över ett av dina önskemål." in shown_anywhere(mine)
    assert NOT_FOUND in await mine.presses_forged(data("wip", ours))
    for stranger in (city.maleri, city.coordinator):
        await stranger.says("/hjalp")
        for code_of_button in ("wic", "wit", "wip", "win"):
            assert NOT_FOUND in await stranger.presses_forged(data(code_of_button, ours)), code_of_button


async def test_the_outbox_the_ledger_and_every_other_table_hold_no_word_of_a_wish(city: City) -> None:
    await turned_on(city)
    await wishes_for(city.matcher_a, "Lärlingsplats", "Fordon", "Råå")
    await city.matcher_a.presses("Till listan")
    await city.matcher_b.says("/onskemal")
    code = await code_of_only(city)
    kept = await city.asks(kept_words)
    assert [word for word in (code, aloud(code), "Fordon", "Lärlingsplats", "vehicles") if word in kept] == []
    assert "matcher_wish_card" in kept


async def kept_words(session: AsyncSession) -> str:
    """All that outbox and ledger keep of what was said."""
    rows = (await session.execute(select(OutboxRow.content, OutboxRow.rendered, OutboxRow.about))).all()
    noted = (await session.execute(select(LedgerRow.about, LedgerText.content).join(LedgerText))).all()
    return "\n".join(str(part) for row in (*rows, *noted) for part in row)


async def test_what_is_disposed_of_is_nowhere_in_the_whole_database(city: City) -> None:
    await turned_on(city)
    mine, other = city.matcher_a, city.matcher_b
    await wishes_for(mine)
    await wishes_for(mine, "Lärlingsplats", "Fordon", "Råå")
    stays, gone = await every_wish(city)
    await mine.says("/onskemal")
    await mine.presses(aloud(gone.code))
    await other.says("/onskemal")
    await mine.presses("Ändra")
    await mine.presses("Ändra bransch")
    await mine.presses("Lämnat programmet")
    assert f"Har {aloud(gone.code)} lämnat programmet?" in shown_anywhere(mine)
    await mine.presses("Ja, ta bort")
    assert [wish.id for wish in await every_wish(city)] == [stays.id]
    everywhere = shown_anywhere(mine, other)
    assert aloud(gone.code) not in everywhere
    assert "Önskemålet som stod här finns inte längre." in everywhere
    kept = everything_kept(city)
    assert [word for word in (gone.code, aloud(gone.code), "vehicles", "Fordon", "Lärlingsplats") if word in kept] == []
    assert stays.code in kept
    assert await city.asks(numbers_of_wishes_in) == {stays.id}
    events = await city.asks(events_about(gone))
    assert events[-1] == LedgerEvent.WISH_DISPOSED
    assert NOT_FOUND in await mine.presses_forged(data("wic", gone.id))
    await wishes_for(mine)
    assert (await every_wish(city))[-1].id not in {gone.id, stays.id}, "its number came again"


async def numbers_of_wishes_in(session: AsyncSession) -> set[int]:
    """Those that any message of the outbox could be looked up by."""
    told = [
        content["parameters"] for content in await session.scalars(select(OutboxRow.content)) if "template" in content
    ]
    return {number for each in told for number in (each.get("wish_id"), *each.get("wish_ids", ())) if number}


async def test_in_english_it_is_the_same(city: City) -> None:
    await turned_on(city)
    matcher = await city.person("Wei Chen", Role.MATCHER, language=Language.ENGLISH)
    await matcher.says("/wishes")
    for pressed in ("New wish", "Employment", "Cleaning", "Anywhere", "Send"):
        await matcher.presses(pressed)
    code = aloud(await code_of_only(city))
    assert matcher.last_text == (
        f"Saved. The code is {code}\nKind: Employment\nTrade: Cleaning\nArea: anywhere\n\nNo offer fits yet.\n\n"
        "Write the code in the case system, not the name here. It stays the same person's for the whole programme."
    )
    await matcher.presses("Left the programme")
    assert "Then the wish and the code are removed at once." in matcher.last_text
    await matcher.presses("Keep")
    assert matcher.last_text.startswith(f"{code} stays.")


async def test_what_waits_to_be_sent_is_not_said_once_the_wish_is_no_more(city: City) -> None:
    await turned_on(city)
    await wishes_for(city.matcher_a)
    (wish,) = await every_wish(city)
    waits = timedelta(minutes=10)
    await city.does_work(lambda work: say_later(work, wish.id, waits))
    await city.matcher_a.presses("Lämnat programmet")
    await city.matcher_a.presses("Ja, ta bort")
    before = len(city.matcher_a.received)
    await city.later(waits)
    assert len(city.matcher_a.received) == before
    assert aloud(wish.code) not in shown_anywhere(city.matcher_a)


async def say_later(work: Work, wish_id: int, waits: timedelta) -> None:
    wish = await wishes.find(work.session, wish_id)
    assert wish is not None
    anna = await person.find(work.session, wish.matcher_id)
    await work.tell(anna, await views.card(work, anna, wish), due_at=work.now + waits)


async def test_what_cannot_be_looked_up_is_its_own_trouble_and_keeps_nobody_waiting(city: City) -> None:
    await turned_on(city)
    nobodys = Message(WishesNamed(reader_id=999_999, wish_ids=(), number=1, pages=1))

    async def tell(work: Work) -> None:
        anna = await person.by_telegram_id(work.session, city.matcher_a.phone.user_id)
        assert anna is not None
        for message in (nobodys, Message(NoWishes())):
            await work.tell(anna, message)

    await city.does_work(tell)
    assert city.matcher_a.last_text.startswith("Här finns inga önskemål än.")
    states = await city.asks(lambda session: session.scalars(select(OutboxRow.state).order_by(OutboxRow.id)))
    assert states.all()[-2:] == [OutboxState.DEAD, OutboxState.SENT]


def events_about(wish: Wish) -> Callable[[AsyncSession], Awaitable[list[str]]]:
    async def found(session: AsyncSession) -> list[str]:
        events = select(LedgerRow.event).where(LedgerRow.about == str(wish.reference)).order_by(LedgerRow.id)
        return list(await session.scalars(events))

    return found
