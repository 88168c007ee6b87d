"""Two who touch one person's conversation at one moment, on PostgreSQL: one after the other, and nothing is lost."""

import asyncio
import logging
from collections import Counter
from collections.abc import Awaitable, Callable
from typing import Any

import pytest
from sqlalchemy import select

from bot import dispatch
from bot.schedule import Schedule
from handlers.form import filling
from handlers.form.views import ANSWER, BACK, CANCEL
from handlers.handling.work import Work
from storage.conversation import Conversation
from storage.inbox import InboxRow, InboxState
from storage.outbox import OutboxRow
from storage.people import person
from storage.slots.inquiry import Inquiry
from tests.city import City
from tests.conversations.people import card_of
from tests.empty_database import on_postgresql
from tests.everything import IS_EVERYTHING
from tests.holder import Holder

COLLISIONS = 100 if IS_EVERYTHING else 6
DEADLOCK_SEEN_AFTER = 1.0
"""Seconds, PostgreSQL's own."""

MIRA, ANNA = 1, 3
"""Their numbers in the small city."""

HER_CONVERSATION = "SELECT 1 FROM conversation WHERE person_id = %s FOR UPDATE"
ASKED = {"kind": "Vad vill ni erbjuda?", "trade": "Vilken bransch gäller det?"}


async def mira_begins_to_report(city: City) -> None:
    """Anew, with nothing answered."""
    await city.maleri.says("/avbryt")
    await city.maleri.says("/rapportera")


async def answers(city: City) -> dict[str, Any]:
    """What Mira's form has answered so far."""
    talk = await city.asks(lambda session: session.get_one(Conversation, MIRA))
    return dict(talk.answers.get("answers", {}))


async def collide(city: City, holder: Holder, *, is_press_first: bool) -> None:
    """Mira presses while Anna's question comes: both are in the middle of it before either has written anything."""
    steps: list[Callable[[], object]] = [
        lambda: city.maleri.phone.presses_button("3. Anställning"),
        lambda: city.matcher_a.phone.says("Finns det parkering?"),
    ]
    holder.takes(HER_CONVERSATION, MIRA)
    for number, step in enumerate(steps if is_press_first else reversed(steps), start=1):
        step()
        await holder.sees_waiting(number)
    holder.lets_go()
    await city.settled()


async def revisions(city: City) -> Counter[str]:
    """How many messages asked under each revision of Mira's conversation."""
    rows = await city.asks(
        lambda session: session.scalars(select(OutboxRow.content).where(OutboxRow.person_id == MIRA))
    )
    found = [
        {button["data"].split(":")[1] for row in content.get("buttons", ()) for button in row if is_of_form(button)}
        for content in rows
    ]
    return Counter(revision for of_message in found for revision in of_message)


def is_of_form(button: dict[str, Any]) -> bool:
    return button["data"].partition(":")[0] in {ANSWER, BACK, CANCEL}


@on_postgresql
@pytest.mark.timeout(60 + 6 * COLLISIONS)
async def test_a_press_that_meets_a_colleagues_question_answers_what_was_asked(
    city: City, figure: Callable[[str], None]
) -> None:
    await city.maleri.reports_internship()
    await city.matcher_a.presses("Visa allt")
    wrong = 0
    with Holder(city) as holder:
        for number in range(COLLISIONS):
            await mira_begins_to_report(city)
            await city.matcher_a.presses("Ställ en fråga")
            await collide(city, holder, is_press_first=number % 2 == 0)
            asked = next(name for name, words in ASKED.items() if words in city.maleri.last_text)
            before = await answers(city)
            await city.maleri.does(lambda phone: phone.presses_button("3. "))
            given = {name for name, value in (await answers(city)).items() if before.get(name) != value}
            wrong += given != {asked}
    doubled = [revision for revision, times in (await revisions(city)).items() if times > 1]
    figure(f"{COLLISIONS} collisions, {wrong} answers under another question, {len(doubled)} revisions given twice")
    assert (wrong, doubled) == (0, [])


@on_postgresql
@pytest.mark.parametrize("holds_chat_for", [dispatch.HOLDS_CHAT_FOR, 10.0])
async def test_of_two_who_wait_for_each_other_one_is_done_again_and_neither_is_counted(
    city: City, holds_chat_for: float, caplog: pytest.LogCaptureFixture
) -> None:
    """Anna asks Mira while Mira answers Anna: each holds her own conversation, and wants the other's.

    One gives up before PostgreSQL sees it; where both waited for longer, as others do, PostgreSQL would end one.
    """
    await city.maleri.reports_internship()
    await city.matcher_a.presses("Visa allt")
    await city.matcher_a.presses("Ställ en fråga")
    await city.matcher_a.says("Finns det parkering?")
    await city.matcher_a.presses("Ställ en fråga")
    with Holder(city, waited_for=holds_chat_for) as holder, caplog.at_level(logging.INFO, "bot.collision"):
        holder.takes("LOCK TABLE inquiry IN SHARE MODE")
        city.matcher_a.phone.says("Ingår lunch?")
        await holder.sees_waiting(1)  # or one worker would take both, one after the other
        city.maleri.phone.says("Ja, på baksidan.", reply_to=city.maleri.last.message_id)
        await holder.sees_waiting(2)
        holder.lets_go()
        await city.settled()
    assert [record.name for record in caplog.records] == ["bot.collision"] * (holds_chat_for > DEADLOCK_SEEN_AFTER)
    assert [message.text.count("Ingår lunch?") for message in city.maleri.received].count(1) == 1
    assert [message.text.count("Ja, på baksidan.") for message in city.matcher_a.received].count(1) == 1
    rows = await city.asks(lambda session: session.scalars(select(InboxRow)))
    assert {(row.state, row.attempts) for row in rows} == {(InboxState.HANDLED, 0)}
    answered = await city.asks(lambda session: session.scalars(select(Inquiry.answer).order_by(Inquiry.id)))
    assert list(answered) == ["Ja, på baksidan.", None]


@on_postgresql
async def test_who_has_waited_while_their_access_ended_does_nothing_more(city: City) -> None:
    await city.maleri.reports_internship()
    await card_of(city.coordinator, "Mira Holm")
    await city.coordinator.presses("Avsluta tillgång")
    await city.maleri.says("/platser")
    with Holder(city) as holder:
        holder.takes(HER_CONVERSATION, MIRA)
        city.coordinator.phone.says("1")
        await holder.sees_waiting(1)
        city.maleri.phone.says("/rapportera")
        await holder.sees_waiting(2)
        holder.lets_go()
        await city.settled()
    assert not any("Vad vill ni erbjuda?" in message.text for message in city.maleri.received)


@on_postgresql
async def test_a_duty_that_collides_is_done_again_in_the_same_tick(
    city: City, caplog: pytest.LogCaptureFixture
) -> None:
    for chat in (city.maleri, city.matcher_a):
        await chat.says("/hjalp")
    begun: list[int] = []
    both_hold_one = asyncio.Barrier(2)

    async def takes(work: Work, person_id: int) -> None:
        (await filling.talk_of(work, await person.find(work.session, person_id))).form_version += 1

    def ticking(first: int, second: int) -> Awaitable[None]:
        async def touches_both(work: Work) -> bool:
            begun.append(first)
            await takes(work, first)
            if len(begun) <= 2:
                await both_hold_one.wait()
            await takes(work, second)
            return False

        return Schedule(city.database, city.clock, city.program.city, (touches_both,)).tick()

    await asyncio.gather(ticking(MIRA, ANNA), ticking(ANNA, MIRA))
    assert len(begun) == 3
    assert "failed" not in caplog.text
    talks = await city.asks(lambda session: session.scalars(select(Conversation).order_by(Conversation.person_id)))
    assert [talk.form_version for talk in talks] == [2, 2]
