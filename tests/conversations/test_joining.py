from datetime import timedelta
from functools import partial
from pathlib import Path

import pytest
from sqlalchemy import func, select, update

from bot import inviting
from bot.demo.local_telegram import Phone
from domain.invitation import hashed, new_code
from domain.role import Role
from handlers.people.joining import REFUSALS_IN_A_MINUTE
from storage.ledger import LedgerRow, LedgerText
from storage.outbox import OutboxRow
from storage.people.invitation import Invitation
from storage.people.person import Person, by_telegram_id
from tests.chat import Chat
from tests.city import City
from tests.conversations.people import invites_a_matcher
from tests.each import each


async def code_for(city: City, role: Role, *, name: str = "Nya Namnet", company: str | None = None) -> str:
    invited = await inviting.invite(city.database, role, name=name, supplier_name=company, now=city.clock.now())
    return invited.code


def link(code: str) -> str:
    return f"https://t.me/steget_demo_bot?start={code}"


async def invited_before(city: City, code: str) -> None:
    """Give an invitation that is out this code, as they were drawn before."""
    await code_for(city, Role.MATCHER)
    async with city.database.write() as session:
        await session.execute(
            update(Invitation).where(Invitation.code_hash == hashed(code)).values(code_hash=hashed(new_code()))
        )
        newest = await session.scalar(select(func.max(Invitation.id)))
        await session.execute(update(Invitation).where(Invitation.id == newest).values(code_hash=hashed(code)))


async def person_of(city: City, chat: Chat) -> Person | None:
    return await city.asks(lambda session: by_telegram_id(session, chat.phone.user_id))


@pytest.mark.parametrize("role", list(Role))
async def test_an_invitation_lets_one_in_with_its_role_and_supplier(city: City, role: Role) -> None:
    company = "Nya Firman AB" if role is Role.SUPPLIER else None
    code = await code_for(city, role, company=company)
    newcomer = city.stranger()
    await newcomer.says(f"/start {code}")
    assert newcomer.last_text.startswith("Välkommen, Nya Namnet!")
    person = await person_of(city, newcomer)
    assert person is not None
    assert person.role is role
    assert (person.supplier_id is not None) == (role is Role.SUPPLIER)
    assert "hjalp" in dict(newcomer.phone.commands)
    assert ("rapportera" in dict(newcomer.phone.commands)) == (role is Role.SUPPLIER)


async def test_the_coordinator_hears_who_came_in(city: City) -> None:
    newcomer = city.stranger()
    await newcomer.says(f"/start {await code_for(city, Role.MATCHER)}")
    assert city.coordinator.last_text == "Nya Namnet är med nu som matchare."


async def test_an_invitation_works_once(city: City) -> None:
    code = await code_for(city, Role.MATCHER)
    first, second = city.stranger(), city.stranger()
    await first.says(f"/start {code}")
    await second.says(f"/start {code}")
    assert second.last_text.startswith("Den inbjudan går inte att använda.")
    assert "040-628 04 00" in second.last_text
    assert await person_of(city, second) is None


@pytest.mark.parametrize(("days", "is_in"), [(13.9, True), (14, False)])
async def test_an_invitation_works_for_14_days(city: City, days: float, is_in: bool) -> None:
    code = await code_for(city, Role.MATCHER)
    city.clock.advance(timedelta(days=days))
    newcomer = city.stranger()
    await newcomer.says(f"/start {code}")
    assert (await person_of(city, newcomer) is not None) == is_in


async def test_whoever_is_in_already_does_not_use_an_invitation_up(city: City) -> None:
    code = await code_for(city, Role.MATCHER)
    await city.matcher_a.says(f"/start {code}")
    assert city.matcher_a.last_text.startswith("Hej igen, Anna Lind!")
    invitation = await city.asks(lambda session: session.scalar(select(Invitation)))
    assert invitation is not None
    assert invitation.redeemed_at is None


async def test_the_code_is_kept_nowhere(city: City) -> None:
    code = await code_for(city, Role.MATCHER)
    newcomer = city.stranger()
    await newcomer.says(f"/start {code}")
    await city.stop()
    texts = await city.asks(lambda session: session.scalars(select(LedgerText.content)))
    said = await city.asks(lambda session: session.scalars(select(OutboxRow.rendered)))
    assert not any(code in (text or "") for text in [*texts.all(), *said.all()])
    if city.database.is_sqlite:
        assert code.encode() not in Path(city.database.url.database or "").read_bytes()


async def test_a_newcomer_is_greeted_in_the_language_of_their_telegram(city: City) -> None:
    for language, greeting in (("en", "Welcome"), ("en-GB", "Welcome"), ("sv", "Välkommen"), ("ar", "Välkommen")):
        newcomer = city.stranger(language=language)
        await newcomer.says(f"/start {await code_for(city, Role.MATCHER)}")
        assert newcomer.last_text.startswith(greeting)


async def test_a_stranger_gets_one_kind_answer_a_day(city: City) -> None:
    stranger = city.stranger()
    for text in ("Hej", "/start", "/rapportera", "Hallå?", "1"):
        await stranger.says(text)
    assert len(stranger.received) == 1
    assert "040-628 04 00" in stranger.last_text
    await city.later(timedelta(days=1))
    await stranger.says("Hej igen")
    assert len(stranger.received) == 2


async def test_who_guesses_is_refused_three_times_a_minute_and_gets_in_at_once_with_a_right_code(
    city: City,
) -> None:
    stranger = city.stranger()
    for guess in range(8):
        await stranger.says(f"/start {guess:022}")
    assert len(stranger.received) == REFUSALS_IN_A_MINUTE
    await city.later(timedelta(minutes=1))
    await stranger.says(f"/start {9:022}")
    assert len(stranger.received) == REFUSALS_IN_A_MINUTE + 1
    await stranger.says(f"/start {await code_for(city, Role.MATCHER)}")
    assert "Välkommen" in stranger.last_text


PASTED = (
    "https://t.me/steget_demo_bot?start={code}",
    "Hej! Här är din inbjudan:\n\nhttps://t.me/steget_demo_bot?start={code}\n\nHälsningar Karin",
    "https://t.me/steget_demo_bot?start={first}\n{rest}\nHälsningar Karin",
    "tg://resolve?domain=steget_demo_bot&start={code}",
    "{code}",
    "{code}.",
    "  ”{code}”  ",
    "start={code}",
    "/start {code}.",
    "/START {upper}",
    "{upper}",
    "Koden är {first} {rest}",
)


async def test_an_invitation_lets_one_in_however_it_is_pasted_also_in_the_second_message_of_the_day(
    city: City, subtests: pytest.Subtests
) -> None:
    for way in PASTED:
        with each(subtests, way):
            newcomer, code = city.stranger(), await code_for(city, Role.MATCHER)
            await newcomer.says("Hej")
            await newcomer.says(way.format(code=code, upper=code.upper(), first=code[:11], rest=code[11:]))
            assert newcomer.last_text.startswith("Välkommen, Nya Namnet!")


PHOTO = {"file_id": "photo", "file_unique_id": "photo", "width": 90, "height": 90}


async def test_a_command_without_an_entity_and_a_link_behind_words_let_one_in_too(city: City) -> None:
    for number in range(3):
        newcomer, code = city.stranger(), await code_for(city, Role.MATCHER)
        behind_words = [{"type": "text_link", "offset": 0, "length": 3, "url": link(code)}]
        parts = (
            {"text": f"/start {code}"},
            {"text": "Hit", "entities": behind_words},
            {"photo": [PHOTO], "caption": link(code)},
        )[number]
        await newcomer.does(partial(Phone.sends_other, parts=parts))
        assert newcomer.last_text.startswith("Välkommen, Nya Namnet!"), parts


async def test_a_code_from_before_works_as_it_was_written(city: City) -> None:
    for code in ("Zs1lI0Oo-9kQ_x7Yt2bWq4nVp8a", "_Zs1lI0Oo9kQx7Yt2bWq4nVp8a-"):
        for way in (way for way in PASTED if "{upper}" not in way and "{first} {rest}" not in way):
            await invited_before(city, code)
            newcomer = city.stranger()
            await newcomer.says(way.format(code=code, first=code[:11], rest=code[11:]))
            assert newcomer.last_text.startswith("Välkommen, Nya Namnet!"), way


async def test_who_passes_on_a_part_of_a_code_hears_that_it_does_not_work_and_three_times_a_minute_at_most(
    city: City,
) -> None:
    stranger, code = city.stranger(), await code_for(city, Role.MATCHER)
    await stranger.says("Hej")
    for part in (f"start={code[:20]}", f"a1{code[:18]}", f"/start {code[:9]}", f"{code[:29]}2x", f"start={code[1:]}"):
        await stranger.says(part)
    assert [message.words[:20] for message in stranger.received[1:]] == ["Den inbjudan går int"] * REFUSALS_IN_A_MINUTE
    await stranger.says(code)
    assert stranger.last_text.startswith("Välkommen")


async def test_whoever_is_in_may_paste_an_invitation_too_also_where_a_question_is_open(city: City) -> None:
    code = await code_for(city, Role.MATCHER)
    for way in (f"https://t.me/steget_demo_bot?start={code}", code, f"/start {code}"):
        await city.matcher_a.says(way)
        assert city.matcher_a.last_text.startswith("Hej igen, Anna Lind!")
    await city.maleri.says("/rapportera")
    question = city.maleri.last_text
    await city.maleri.says(code)
    assert city.maleri.received[-2].words.startswith("Hej igen, Mira Holm!")
    assert city.maleri.last_text.endswith(question.splitlines()[-1])
    invitation = await city.asks(lambda session: session.scalar(select(Invitation)))
    assert invitation is not None
    assert invitation.redeemed_at is None


async def test_a_button_that_shows_an_invitation_lets_nobody_in_who_has_left(city: City) -> None:
    """The message under which they press holds the link, but they haven't sent it."""
    code = await invites_a_matcher(city.coordinator)
    shown = next(message.message_id for message in city.coordinator.received if code in message.words)
    async with city.database.write() as session:
        coordinator = await by_telegram_id(session, city.coordinator.phone.user_id)
        assert coordinator is not None
        coordinator.ended_at = city.clock.now()
    await city.coordinator.presses_forged("iu:1", message_id=shown)
    assert "behöver du en inbjudan" in city.coordinator.last_text


async def test_joining_and_inviting_stand_in_the_ledger(city: City) -> None:
    await city.stranger().says(f"/start {await code_for(city, Role.MATCHER)}")
    rows = await city.asks(lambda session: session.scalars(select(LedgerRow).order_by(LedgerRow.id)))
    events = [row.event for row in rows.all()]
    assert events[:2] == ["person_invited", "person_joined"]
    assert "message_accepted" in events


async def test_start_makes_somebody_reachable_again(city: City) -> None:
    city.maleri.phone.blocks_bot()
    await city.settled()
    person = await person_of(city, city.maleri)
    assert person is not None
    assert person.unreachable_at is not None
    assert "Mira Holm (Exempelmåleriet AB)" in city.coordinator.last_text
    await city.maleri.says("/start")
    person = await person_of(city, city.maleri)
    assert person is not None
    assert person.unreachable_at is None
    assert city.maleri.last_text.startswith("Hej igen")
