import pytest

from bot.demo.local_telegram.gateway import METHODS

from .bot_api_facts import BotApiFacts, load_facts


@pytest.fixture
def facts() -> BotApiFacts:
    return load_facts()


def test_every_method_of_the_stand_in_is_one_of_telegrams(facts: BotApiFacts) -> None:
    assert [name for name in METHODS if facts.check_request(name, {}) == [f"{name}: no such method"]] == []


def test_a_right_request_has_no_problems(facts: BotApiFacts) -> None:
    markup = '{"inline_keyboard": [[{"text": "Ja", "callback_data": "y"}]]}'
    params = {"chat_id": 1, "text": "42", "reply_markup": markup, "disable_notification": True}
    assert facts.check_request("sendMessage", params) == []


@pytest.mark.parametrize(
    ("params", "problem"),
    [
        ({"chat_id": 1}, "sendMessage.text: missing"),
        ({"chat_id": 1, "text": 42}, "sendMessage.text: not of type String"),
        ({"chat_id": True, "text": "x"}, "sendMessage.chat_id: not of type Integer"),
        ({"chat_id": 1, "text": "x", "colour": "red"}, "sendMessage.colour: no such parameter"),
        (
            {"chat_id": 1, "text": "x", "reply_markup": {"inline_keyboard": [[{"callback_data": "y"}]]}},
            "sendMessage.reply_markup.inline_keyboard[0][0].text: missing in InlineKeyboardButton",
        ),
        (
            {"chat_id": 1, "text": "x", "entities": [{"type": "bold", "offset": 0}]},
            "sendMessage.entities[0].length: missing in MessageEntity",
        ),
    ],
)
def test_a_wrong_request_is_found_out(facts: BotApiFacts, params: dict[str, object], problem: str) -> None:
    assert facts.check_request("sendMessage", params) == [problem]


def test_a_wrong_value_is_found_out(facts: BotApiFacts) -> None:
    assert facts.check_value("User", {"id": 1, "is_bot": False, "first_name": "Anna"}) == []
    assert facts.check_value("User", {"id": "1", "is_bot": False, "name": "Anna"}) == [
        "User.name: no field of User",
        "User.first_name: missing in User",
        "User.id: not of type Integer",
    ]
    assert facts.check_value("Array of Update", [{}]) == ["Array of Update[0].update_id: missing in Update"]


def test_a_type_that_was_not_taken_along_passes_for_nothing(facts: BotApiFacts) -> None:
    update = {"update_id": 1, "poll": {"id": "1"}}
    assert facts.check_value("Update", update) == ["Update.poll: Poll is not among the types of take_facts.py"]
