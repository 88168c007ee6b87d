"""Parts of a text that mean something: found in it, and shown on a page.

Telegram counts offsets and lengths in UTF-16 code units.
"""

import html
import re
from typing import Any

Entity = dict[str, Any]

# Nothing is looked for inside these, and they are never nested in one another.
SEALED = frozenset({"code", "pre", "text_link", "url", "email", "mention", "hashtag", "bot_command"})

FINDINGS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("url", re.compile(r"\bhttps?://[^\s<>\"]*[^\s<>\".,;:!?)\]}']", re.IGNORECASE)),
    ("email", re.compile(r"\b[\w.+-]+@[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}\b", re.IGNORECASE)),
    ("bot_command", re.compile(r"(?<![\w/<>])/[a-zA-Z0-9_]{1,64}(?:@[a-zA-Z0-9_]{3,32})?(?![\w/@])")),
    ("mention", re.compile(r"(?<!\w)@[a-zA-Z0-9_]{4,32}(?!\w)")),
    ("hashtag", re.compile(r"(?<!\w)#\w*[^\W\d]\w*")),
)

TAGS = {
    "bold": "b",
    "italic": "i",
    "underline": "u",
    "strikethrough": "s",
    "code": "code",
    "pre": "pre",
    "blockquote": "blockquote",
    "expandable_blockquote": "blockquote",
}
SAFE_LINK = re.compile(r"(?:https?|tg|mailto|tel):", re.IGNORECASE)


def units(text: str) -> int:
    """How long Telegram says that a text is."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def in_order(entities: list[Entity]) -> list[Entity]:
    """Outer before inner, first before last."""
    return sorted(entities, key=lambda entity: (entity["offset"], -entity["length"]))


def with_found(text: str, entities: list[Entity]) -> list[Entity]:
    """The entities given and those that Telegram finds by itself: links, commands, mentions."""
    result = list(entities)
    for kind, pattern in FINDINGS:
        for match in pattern.finditer(text):
            found = {"type": kind, "offset": units(text[: match.start()]), "length": units(match[0])}
            if not any(_meets_sealed(found, other) for other in result):
                result.append(found)
    return in_order(result)


def _meets_sealed(found: Entity, other: Entity) -> bool:
    return (
        other["type"] in SEALED
        and found["offset"] < other["offset"] + other["length"]
        and other["offset"] < found["offset"] + found["length"]
    )


def page_html(text: str, entities: list[Entity]) -> str:
    """Text as HTML that is safe to put on a page: built from the plain text, never from what the bot sent."""
    encoded = text.encode("utf-16-le", "surrogatepass")
    return _render(encoded, 0, len(encoded) // 2, in_order(entities))


def _render(encoded: bytes, start: int, end: int, entities: list[Entity]) -> str:
    pieces = []
    while entities:
        first, *rest = entities
        begin = max(first["offset"], start)
        stop = min(first["offset"] + first["length"], end)
        entities = [entity for entity in rest if entity["offset"] >= stop]
        if begin < stop:
            inner = _render(encoded, begin, stop, [entity for entity in rest if entity["offset"] < stop])
            pieces += [_escaped(encoded, start, begin), _wrapped(inner, first, _plain(encoded, begin, stop))]
            start = stop
    return "".join([*pieces, _escaped(encoded, start, end)])


def _plain(encoded: bytes, start: int, end: int) -> str:
    return encoded[2 * start : 2 * end].decode("utf-16-le", "replace")


def _escaped(encoded: bytes, start: int, end: int) -> str:
    return html.escape(_plain(encoded, start, end))


def _wrapped(inner: str, entity: Entity, plain: str) -> str:
    kind = entity["type"]
    if kind in {"text_link", "url"}:
        return _link(inner, str(entity.get("url", plain)))
    if kind == "email":
        return _link(inner, f"mailto:{plain}")
    if kind == "spoiler":
        return f'<span class="tg-spoiler">{inner}</span>'
    tag = TAGS.get(kind)
    return f"<{tag}>{inner}</{tag}>" if tag else inner


def _link(inner: str, url: str) -> str:
    if not SAFE_LINK.match(url):
        return inner
    return f'<a href="{html.escape(url)}" target="_blank" rel="noopener noreferrer">{inner}</a>'
