"""Inline keyboards: the buttons below a message."""

from typing import Any
from urllib.parse import urlsplit

from bot.demo.local_telegram.parameters import Parameters
from bot.demo.local_telegram.refusal import bad_request
from domain.frozen import frozen

MOST_BUTTONS = 100
MOST_DATA_BYTES = 64
STYLES = (None, "primary", "success", "danger")


@frozen
class Button:
    """A button: pressing it tells the bot its data, or opens its link."""

    text: str
    data: str | None = None
    url: str | None = None
    style: str | None = None

    def as_json(self) -> dict[str, Any]:
        """The button as the Bot API writes it."""
        fields = {"text": self.text, "callback_data": self.data, "url": self.url, "style": self.style}
        return {name: value for name, value in fields.items() if value is not None}


Buttons = list[list[Button]]


def as_markup(buttons: Buttons) -> dict[str, Any]:
    """The keyboard as the Bot API writes it."""
    return {"inline_keyboard": [[button.as_json() for button in row] for row in buttons]}


def read_buttons(parameters: Parameters) -> Buttons:
    """The inline keyboard asked for; reply keyboards have no place in a message and give none."""
    markup = parameters.json("reply_markup", "reply keyboard markup")
    if markup is None:
        return []
    if not isinstance(markup, dict):
        raise bad_request("object expected as reply markup")
    rows = markup.get("inline_keyboard", [])
    if not (isinstance(rows, list) and all(isinstance(row, list) for row in rows)):
        raise bad_request('field "inline_keyboard" of the InlineKeyboardMarkup must be an Array of Arrays')
    buttons = [[_button(given) for given in row] for row in rows if row]
    if sum(map(len, buttons)) > MOST_BUTTONS:
        raise bad_request("reply markup is too long")
    return buttons


def _button(given: Any) -> Button:
    if not isinstance(given, dict) or not isinstance(given.get("text"), str):
        raise bad_request("can't parse inline keyboard button: Can't find field \"text\"")
    if not given["text"].strip():
        raise bad_request("BUTTON_TEXT_INVALID")
    data, url = given.get("callback_data"), given.get("url")
    if data is None and url is None:
        raise bad_request("can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard")
    if data is not None:
        _check_data(data)
    else:
        _check_url(url)
    if given.get("style") not in STYLES:
        raise bad_request("invalid button style specified")
    return Button(given["text"], data, url, given.get("style"))


def _check_data(data: Any) -> None:
    if not isinstance(data, str) or not 1 <= len(data.encode()) <= MOST_DATA_BYTES:
        raise bad_request("BUTTON_DATA_INVALID")


def _check_url(url: Any) -> None:
    parts = urlsplit(str(url))
    if parts.scheme not in {"http", "https", "tg"} or not parts.netloc:
        raise bad_request(f"inline keyboard button URL '{url}' is invalid: Wrong HTTP URL")
