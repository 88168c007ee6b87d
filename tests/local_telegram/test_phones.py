import pytest

from bot.demo.local_telegram import Change, LocalTelegram, Phone
from bot.demo.local_telegram.changes import Subscription

from .api import KEYBOARD, Api


async def test_a_long_text_arrives_as_two_messages(api: Api, anna: Phone) -> None:
    text = "å" * 4096 + "slut"
    assert anna.says(text) == [1, 2]
    first, second = await api.result("getUpdates")
    assert first["message"]["text"] + second["message"]["text"] == text
    assert second["message"]["text"] == "slut"


async def test_an_invitation_link_starts_the_chat_with_its_code(api: Api, telegram: LocalTelegram) -> None:
    bo = telegram.add_phone("Bo", last_name="Ek", language_code="en", user_id=77)
    bo.opens_link("ABC")
    assert bo.has_started
    (update,) = await api.result("getUpdates")
    assert update["message"]["text"] == "/start ABC"
    assert update["message"]["entities"] == [{"type": "bot_command", "offset": 0, "length": 6}]
    assert update["message"]["from"]["last_name"] == "Ek"
    assert telegram.phones[77] is bo


async def test_a_press_tells_the_bot_the_data_and_the_message(api: Api, anna: Phone) -> None:
    await api.result("sendMessage", chat_id=anna.user_id, text="Gammal", reply_markup=KEYBOARD)
    await api.result("sendMessage", chat_id=anna.user_id, text="Ny", reply_markup=KEYBOARD)
    query_id = anna.presses_button("Nej")
    (update,) = await api.result("getUpdates")
    query = update["callback_query"]
    assert (query["id"], query["data"], query["message"]["text"]) == (query_id, "no", "Ny")


async def test_a_forged_press_below_a_message_that_is_gone_still_reaches_the_bot(api: Api, anna: Phone) -> None:
    anna.presses(99, "forged")
    (update,) = await api.result("getUpdates")
    gone = {"message_id": 99, "chat": anna.description, "date": 0}
    assert update["callback_query"]["message"] == gone


async def test_pressing_a_button_that_is_not_there_names_those_that_are(api: Api, anna: Phone) -> None:
    await api.result("sendMessage", chat_id=anna.user_id, text="Hej", reply_markup=KEYBOARD)
    with pytest.raises(LookupError, match="'Ja', 'Nej'"):
        anna.presses_button("Kanske")


async def test_blocking_and_unblocking_tell_the_bot(api: Api, anna: Phone) -> None:
    anna.blocks_bot()
    anna.blocks_bot()
    anna.unblocks_bot()
    updates = await api.result("getUpdates")
    standings = [update["my_chat_member"]["new_chat_member"]["status"] for update in updates]
    assert standings == ["kicked", "member"]


async def test_who_writes_to_a_bot_that_they_have_blocked_lets_it_in_first(api: Api, anna: Phone) -> None:
    anna.blocks_bot()
    anna.says("Hej igen")
    updates = await api.result("getUpdates")
    assert [next(reversed(update)) for update in updates] == ["my_chat_member", "my_chat_member", "message"]


async def test_everything_that_can_be_sent_is_true_to_the_schema(api: Api, anna: Phone) -> None:
    anna.sends_photo(caption="bild")
    anna.sends_sticker()
    anna.sends_voice()
    anna.sends_location()
    anna.sends_document("a.pdf", b"%PDF")
    anna.says("svar", reply_to=1)
    updates = await api.result("getUpdates")  # checked against the schema there
    assert len(updates) == 6
    assert updates[-1]["message"]["reply_to_message"]["caption"] == "bild"
    kinds = [message.kind for message in anna.messages]
    assert kinds == ["photo", "sticker", "voice", "location", "document", "text"]


async def test_an_empty_message_is_never_sent(anna: Phone) -> None:
    with pytest.raises(ValueError, match="empty"):
        anna.says(" \n")


def menu(*names: str) -> list[dict[str, str]]:
    return [{"command": name, "description": name.title()} for name in names]


async def test_the_menu_of_the_chat_and_the_language_comes_before_wider_ones(api: Api, anna: Phone) -> None:
    of_anna = {"type": "chat", "chat_id": anna.user_id}
    await api.result("setMyCommands", commands=menu("help"))
    assert anna.commands == [("help", "Help")]
    await api.result("setMyCommands", commands=menu("hjalp"), language_code="sv")
    assert anna.commands == [("hjalp", "Hjalp")]
    await api.result("setMyCommands", commands=menu("slots"), scope=of_anna)
    assert anna.commands == [("slots", "Slots")]
    await api.result("setMyCommands", commands=menu("platser"), scope=of_anna, language_code="sv")
    assert anna.commands == [("platser", "Platser")]
    assert await api.result("getMyCommands", scope=of_anna) == menu("slots")
    await api.result("deleteMyCommands", scope=of_anna, language_code="sv")
    assert anna.commands == [("slots", "Slots")]


async def test_a_wrong_menu_is_refused(api: Api) -> None:
    assert await api.refusal("setMyCommands", commands=menu("Åh")) == "Bad Request: BOT_COMMAND_INVALID"
    scope = {"type": "chat", "chat_id": 5}
    refusal = await api.refusal("setMyCommands", commands=menu("a"), scope=scope)
    assert refusal == "Bad Request: chat not found"


async def test_a_bot_in_a_group_hears_it_until_it_leaves(api: Api, anna: Phone, telegram: LocalTelegram) -> None:
    group = telegram.add_group("Fikarummet", [anna])
    group.says(anna, "Hej alla")
    await api.result("sendMessage", chat_id=group.chat_id, text="Hej då")
    await api.result("leaveChat", chat_id=group.chat_id)
    assert group.bot_has_left
    group.says(anna, "Är den borta?")
    refusal = await api.refusal("sendMessage", chat_id=group.chat_id, text="Nej")
    assert refusal == "Forbidden: bot is not a member of the group chat"
    joined, said, left = await api.result("getUpdates")
    assert joined["my_chat_member"]["new_chat_member"]["status"] == "member"
    assert said["message"]["chat"]["type"] == "group"
    assert left["my_chat_member"]["new_chat_member"]["status"] == "left"


async def test_the_feed_tells_every_subscriber_of_each_change_since_it_subscribed(
    api: Api, anna: Phone, telegram: LocalTelegram
) -> None:
    anna.says("före")
    feeds = [telegram.changes(), telegram.changes()]
    await api.result("sendMessage", chat_id=anna.user_id, text="Hej")
    where = {"chat_id": anna.user_id, "message_id": 2}
    await api.result("editMessageText", text="Hallå", **where)
    await api.result("pinChatMessage", **where)
    await api.result("deleteMessage", **where)
    await api.result("setMyCommands", commands=menu("help"))
    await telegram.close()
    for feed in feeds:
        changes = [change async for change in feed]
        assert [change.kind for change in changes] == ["message", "edit", "pin", "delete", "commands"]
        assert {change.user_id for change in changes} == {anna.user_id}


async def test_a_subscriber_that_is_too_slow_is_told_so() -> None:
    feed = Subscription(most_waiting=2)
    for number in range(3):
        feed.put(Change(1, "message", number))
    feed.close()
    assert [change.kind async for change in feed] == ["behind"]


async def test_what_the_bot_says_of_itself_is_shown_in_the_persons_language(api: Api, anna: Phone) -> None:
    assert anna.about_bot == ""
    await api.result("setMyDescription", description="For suppliers")
    assert anna.about_bot == "For suppliers"
    await api.result("setMyDescription", description="För leverantörer", language_code="sv")
    await api.result("setMyShortDescription", short_description="x" * 120)
    assert anna.about_bot == "För leverantörer"
    assert await api.result("getMyDescription", language_code="en") == {"description": ""}
    assert await api.result("getMyShortDescription") == {"short_description": "x" * 120}
    await api.result("setMyDescription", language_code="sv")
    assert anna.about_bot == "For suppliers"


async def test_a_description_that_is_too_long_or_in_no_language_is_refused(api: Api) -> None:
    too_long = "Bad Request: BOT_DESCRIPTION_TOO_LONG"
    assert await api.refusal("setMyDescription", description="x" * 513) == too_long
    assert await api.refusal("setMyShortDescription", short_description="x" * 121) == too_long
    refusal = await api.refusal("setMyDescription", description="x", language_code="swe")
    assert refusal == "Bad Request: invalid language code specified"
