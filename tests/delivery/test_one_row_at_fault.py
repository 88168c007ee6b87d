"""A row that can't be sent is its own trouble: it ends dead, says why, and stops no other."""

import logging
from typing import Any

import pytest
from jinja2 import Environment

from messages import everyone
from messages.message import Message
from messages.people.joining import HowToGetIn
from storage.outbox import Method, OutboxState
from tests.city import City
from tests.delivery.outside import arrivals, queue, row

FINE = Message(everyone.CommandUnknown()).content()

BROKEN: dict[str, dict[str, Any]] = {
    "nothing": {"content": {}},
    "an unknown template": {"content": FINE | {"template": "no_such_template"}},
    "parameters of another kind": {"content": FINE | {"template": "everyone_apology", "parameters": [1, 2]}},
    "parameters missing": {"content": FINE | {"template": "everyone_apology"}},
    "buttons of another kind": {"content": FINE | {"buttons": "yes"}},
    "buttons that carry too much": {
        "content": FINE | {"buttons": [[{"label": {"name": "slot.claim"}, "data": "x" * 65, "number": 0}]]}
    },
    "a label that there isn't": {
        "content": FINE | {"template": "everyone_sent_no_text", "parameters": {"what": "a secret"}}
    },
    "a menu of nobody": {"method": Method.SET_MY_COMMANDS, "content": {"role": "king"}},
    "an edit of nothing": {"method": Method.EDIT_MESSAGE_TEXT, "content": {}},
}


@pytest.mark.parametrize("broken", BROKEN.values(), ids=BROKEN)
async def test_what_cant_be_sent_is_dead_and_the_next_goes_out(city: City, broken: dict[str, Any]) -> None:
    await queue(city, city.maleri, "broken", **broken)
    await queue(city, city.maleri, "next")
    await city.settled()
    assert (await row(city, "broken")).state is OutboxState.DEAD
    assert arrivals(city.maleri, "next") == 1


@pytest.mark.parametrize("error", [TypeError, ZeroDivisionError, RecursionError, AttributeError])
async def test_whatever_a_template_raises_the_row_is_dead_and_the_log_has_no_words(
    city: City, error: type[Exception], monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def breaks(_environment: Environment, _name: str) -> None:
        raise error("Hemlig text")

    with monkeypatch.context() as broken, caplog.at_level(logging.INFO):
        broken.setattr(Environment, "get_template", breaks)
        await queue(city, city.maleri, "broken")
        await city.settled()
    await queue(city, city.maleri, "next")
    await city.settled()
    dead = await row(city, "broken")
    assert (dead.state, dead.failure) == (OutboxState.DEAD, f"can't be worded ({error.__name__})")
    assert arrivals(city.maleri, "next") == 1
    assert "refused for good" in caplog.text
    assert "Hemlig" not in caplog.text


async def test_an_edit_with_a_slip_in_its_formatting_goes_out_as_plain_text(city: City) -> None:
    await queue(city, city.maleri, "original")
    await city.settled()
    original = await row(city, "original")
    city.telegram.faults.bad_request("can't parse entities: Unclosed start tag", method="editMessageText")
    content = Message(HowToGetIn(city="changed", contact="—")).content()
    await queue(city, city.maleri, "edit", method=Method.EDIT_MESSAGE_TEXT, content=content, original_id=original.id)
    await city.settled()
    assert (await row(city, "edit")).state is OutboxState.SENT
    assert [arrivals(city.maleri, words) for words in ("original", "changed")] == [0, 1]
