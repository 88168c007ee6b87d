"""A message before it is worded: parameters and buttons, and the plain data that the outbox keeps of them."""

from dataclasses import dataclass
from typing import Any

from pydantic import TypeAdapter

from messages.button import Button
from messages.template import name_of, parameters_named

Rows = tuple[tuple[Button, ...], ...]

_ROWS: TypeAdapter[Rows] = TypeAdapter(Rows)


@dataclass(frozen=True)
class Message:
    """What will be said, in whatever language the reader has when it is sent."""

    parameters: Any
    buttons: Rows = ()

    def content(self) -> dict[str, Any]:
        """As plain data, for the outbox."""
        return {
            "template": name_of(self.parameters),
            "parameters": TypeAdapter(type(self.parameters)).dump_python(self.parameters, mode="json"),
            "buttons": _ROWS.dump_python(self.buttons, mode="json"),
        }


def from_content(content: dict[str, Any]) -> Message:
    """The message that the outbox kept. Raises KeyError or pydantic's ValidationError for what no message is."""
    parameters_of: TypeAdapter[Any] = TypeAdapter(parameters_named(content["template"]))
    parameters = parameters_of.validate_python(content["parameters"])
    return Message(parameters, _ROWS.validate_python(content["buttons"]))


def without_buttons(content: dict[str, Any]) -> dict[str, Any]:
    """The same message with its buttons taken away."""
    return content | {"buttons": []}


def numbered(content: dict[str, Any], number: int) -> str | None:
    """What the button with that number carries; None where the message has no such button."""
    rows = _ROWS.validate_python(content.get("buttons", []))
    return next((button.data for row in rows for button in row if button.number == number), None)
