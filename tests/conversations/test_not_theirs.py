"""What is not theirs, or not there any more: nothing of the press remains, and an open form's question comes last."""

from dataclasses import replace

import pytest
from sqlalchemy import select

from domain.language import Language
from domain.ledger_event import LedgerEvent
from handlers.form.form import FORMS
from handlers.form.question import Answers, Known
from handlers.handling.answer import Answer, NotTheirsError
from handlers.handling.press import Press
from handlers.handling.work import Work
from handlers.people import language
from handlers.people.absence import away
from handlers.registry import BUTTONS
from messages.message import Message
from messages.people.language import LanguageSet
from storage import conversation
from storage.inbox import InboxRow, InboxState
from storage.ledger import LedgerRow
from storage.people.person import Person
from tests.city import City
from tests.each import each

BUTTON = language.CHOOSE
NOT_FOUND = "Det finns inte längre"
ANNA = 3
"""Her id; no invitation, file or list has that number."""

QUESTION = "När är du tillbaka?"


async def write(work: Work, actor: Person) -> None:
    """Change something, say something, and record something."""
    actor.language = Language.ENGLISH
    await work.tell(actor, Message(LanguageSet()))
    await work.record(LedgerEvent.SLOT_REPORTED, actor=actor)
    await work.session.flush()


async def finds_it_before(_work: Work, _actor: Person, _press: Press) -> Answer:
    """Look first, as acts do."""
    raise NotTheirsError


async def finds_it_after(work: Work, actor: Person, _press: Press) -> Answer:
    """Find out too late, with everything written."""
    await write(work, actor)
    raise NotTheirsError


async def has_written_nothing(city: City) -> bool:
    """Whether nothing of all that `write` does is left."""
    person = await city.asks(lambda session: session.get_one(Person, 1))
    events = (await city.asks(lambda session: session.scalars(select(LedgerRow.event)))).all()
    said = any("English" in message.text for message in city.maleri.received)
    return person.language is Language.SWEDISH and LedgerEvent.SLOT_REPORTED not in events and not said


@pytest.mark.parametrize("act", [finds_it_before, finds_it_after])
async def test_a_press_on_what_is_not_theirs_leaves_nothing_and_the_form_has_the_last_word(
    city: City, monkeypatch: pytest.MonkeyPatch, act: object
) -> None:
    await city.maleri.says("/borta")
    monkeypatch.setitem(BUTTONS, BUTTON, act)
    said = len(city.maleri.received)
    await city.maleri.presses_forged(f"{BUTTON}:1")
    answer, question = [message.words for message in city.maleri.received[said:]]
    assert answer.startswith(NOT_FOUND)
    assert QUESTION in question
    assert await has_written_nothing(city)


async def test_the_other_things_of_the_update_remain(city: City, monkeypatch: pytest.MonkeyPatch) -> None:
    await city.maleri.says("/borta")
    monkeypatch.setitem(BUTTONS, BUTTON, finds_it_after)
    before = await city.asks(lambda session: session.get_one(conversation.Conversation, 1))
    await city.maleri.presses_forged(f"{BUTTON}:1")
    after = await city.asks(lambda session: session.get_one(conversation.Conversation, 1))
    states = (await city.asks(lambda session: session.scalars(select(InboxRow.state)))).all()
    assert set(states) == {InboxState.HANDLED}
    assert (after.flow, after.answers, after.revision) == (before.flow, before.answers, before.revision + 1)
    await city.maleri.presses("Om 2 veckor")
    assert city.maleri.last_text.startswith("Du är borta. Tillbaka:")


@pytest.mark.parametrize("act", [finds_it_before, finds_it_after])
async def test_without_a_form_the_answer_stands_alone(city: City, monkeypatch: pytest.MonkeyPatch, act: object) -> None:
    await city.maleri.says("/sprak")
    monkeypatch.setitem(BUTTONS, BUTTON, act)
    await city.maleri.says("2")
    assert city.maleri.last_text.startswith(NOT_FOUND)
    assert await has_written_nothing(city)


@pytest.mark.parametrize("writes_first", [False, True])
async def test_a_form_that_is_sent_about_what_is_not_theirs_ends_so_and_leaves_nothing(
    city: City, monkeypatch: pytest.MonkeyPatch, *, writes_first: bool
) -> None:
    async def send(work: Work, actor: Person, _answers: Answers, _known: Known) -> Message:
        if writes_first:
            await write(work, actor)
        raise NotTheirsError

    monkeypatch.setitem(FORMS, away.FORM.name, replace(away.FORM, send=send))
    await city.maleri.says("/borta")
    await city.maleri.says("1")
    assert city.maleri.last_text.startswith(NOT_FOUND)
    assert await has_written_nothing(city)
    assert (await city.maleri.says("/avbryt")).startswith("Det finns inget att avbryta.")


async def test_a_form_that_lay_below_comes_up_after_it(city: City, monkeypatch: pytest.MonkeyPatch) -> None:
    async def send(work: Work, actor: Person, _answers: Answers, _known: Known) -> Message:
        await write(work, actor)
        raise NotTheirsError

    monkeypatch.setitem(FORMS, away.FORM.name, replace(away.FORM, send=send))
    await city.maleri.says("/rapportera")
    await city.maleri.says("/borta")
    said = len(city.maleri.received)
    await city.maleri.says("1")
    answer, question = [message.words for message in city.maleri.received[said:]]
    assert answer.startswith(NOT_FOUND)
    assert "Steg 1\n" in question
    assert await has_written_nothing(city)


async def test_buttons_of_other_conversations_leave_an_open_form_the_last_word(
    city: City, subtests: pytest.Subtests
) -> None:
    await city.maleri.says("/borta")
    for button in ("pe", "ph", "pa", "pd", "ia", "id", "iu", "in", "ml", "pc", "pi", "ib", "ik"):
        with each(subtests, button):
            said = len(city.maleri.received)
            await city.maleri.presses_forged(f"{button}:{ANNA}:0")
            answer, question = [message.words for message in city.maleri.received[said:]]
            assert answer.startswith(NOT_FOUND)
            assert QUESTION in question


async def test_a_command_that_is_not_theirs_leaves_an_open_form_the_last_word(city: City) -> None:
    await city.matcher_a.says("/borta")
    said = len(city.matcher_a.received)
    await city.matcher_a.says("/rapportera")
    _refusal, question = [message.words for message in city.matcher_a.received[said:]]
    assert QUESTION in question


async def test_start_leaves_an_open_form_the_last_word(city: City) -> None:
    await city.maleri.says("/borta")
    await city.maleri.says("/start en-kod-som-inte-finns")
    assert QUESTION in city.maleri.last_text
