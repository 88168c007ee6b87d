"""A text and its entities, as the bot's parameters give them."""

from typing import Any

from bot.demo.local_telegram.entities import Entity, units, with_found
from bot.demo.local_telegram.markup import MarkupReader
from bot.demo.local_telegram.parameters import Parameters
from bot.demo.local_telegram.refusal import bad_request

TEXT_LIMIT = 4096
CAPTION_LIMIT = 1024


def read_text(parameters: Parameters) -> tuple[str, list[Entity]]:
    """The text of a message, refused where Telegram would refuse it."""
    text, entities = _formatted(parameters, "text", "entities")
    if not text:
        raise bad_request("message text is empty")
    if len(text) > TEXT_LIMIT:
        raise bad_request("message is too long")
    return text, entities


def read_caption(parameters: Parameters) -> tuple[str, list[Entity]]:
    """The text under a picture or a document; it may be empty."""
    caption, entities = _formatted(parameters, "caption", "caption_entities")
    if len(caption) > CAPTION_LIMIT:
        raise bad_request("message caption is too long")
    return caption, entities


def _formatted(parameters: Parameters, text_name: str, entities_name: str) -> tuple[str, list[Entity]]:
    source = cleaned(parameters.text(text_name))
    mode = parameters.text("parse_mode").lower()
    if mode == "html":
        text, entities = MarkupReader(source).read()
    elif mode in {"", "none"}:
        text, entities = source, _given(parameters.json(entities_name, "message entities"))
    else:  # Markdown has no reader here: no part of the bot writes it
        raise bad_request("unsupported parse_mode")
    text, entities = trimmed(text, entities)
    return text, with_found(text, entities)


def _given(entities: Any) -> list[Entity]:
    try:
        return [
            {**entity, "offset": int(entity["offset"]), "length": int(entity["length"])}
            for entity in entities or []
            if entity["type"]
        ]
    except (TypeError, KeyError, ValueError) as error:
        raise bad_request("can't parse entities: expected an Array of MessageEntity") from error


def cleaned(text: str) -> str:
    """Without carriage returns, and with spaces for other control characters."""
    return "".join(" " if char < " " and char != "\n" else char for char in text.replace("\r", ""))


def trimmed(text: str, entities: list[Entity]) -> tuple[str, list[Entity]]:
    """Without the white space at both ends, and the entities moved along."""
    left = units(text) - units(text.lstrip())
    text = text.strip()
    end = units(text)
    moved = []
    for entity in entities:
        start = min(max(entity["offset"] - left, 0), end)
        stop = min(max(entity["offset"] + entity["length"] - left, 0), end)
        if start < stop:
            moved.append({**entity, "offset": start, "length": stop - start})
    return text, moved
