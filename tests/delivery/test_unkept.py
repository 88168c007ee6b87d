"""What Telegram sends along with a press is not kept: it may hold words that are kept nowhere."""

from bot.intake import arrival

CHAT = {"id": 7, "type": "private"}
CARD = {"message_id": 5, "date": 1, "chat": CHAT, "text": "BKT 4WX", "reply_markup": {"inline_keyboard": []}}


def test_of_a_message_that_is_pressed_or_replied_to_only_which_it_is_comes_in() -> None:
    which = {"message_id": 5, "date": 1, "chat": CHAT}
    pressed = {"id": "1", "from": {"id": 7}, "data": "wic:1", "message": CARD}
    assert arrival({"update_id": 1, "callback_query": pressed}).payload["callback_query"] == pressed | {
        "message": which
    }
    said = {"message_id": 6, "date": 1, "chat": CHAT, "text": "Ja", "reply_to_message": CARD, "quote": {"text": "BKT"}}
    kept = arrival({"update_id": 2, "message": said}).payload["message"]
    assert (kept["text"], kept["reply_to_message"], "quote" in kept) == ("Ja", which, False)
