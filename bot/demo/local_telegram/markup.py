"""Telegram's own dialect of HTML, read as the real server reads it.

The standard library's HTML parser forgives what Telegram refuses (unknown tags, tags never closed), and does
not say at which byte; so this is a small reader of its own, with the real one's words when it refuses.
"""

import re
from dataclasses import dataclass, field

from bot.demo.local_telegram.entities import Entity, in_order, units
from bot.demo.local_telegram.refusal import RefusedError, bad_request

ENTITY_TYPES = {
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "u": "underline",
    "ins": "underline",
    "s": "strikethrough",
    "strike": "strikethrough",
    "del": "strikethrough",
    "span": "spoiler",
    "tg-spoiler": "spoiler",
    "a": "text_link",
    "code": "code",
    "pre": "pre",
    "blockquote": "blockquote",
    "tg-emoji": "custom_emoji",
}
UNWRITABLE = frozenset({0, *range(0xD800, 0xE000)})  # numbers that are no characters
LARGEST_CODE = 0x10FFFF

CHARACTERS = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}

REFERENCE = re.compile(r"&(?:#x([0-9a-fA-F]{1,6})|#([0-9]{1,7})|(lt|gt|amp|quot));?")
TAG_NAME = re.compile(r"[^\s>]*")
ATTRIBUTE = re.compile(r"\s*([^\s=>\"'/]+)(?:\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([\w.-]+)))?")


def decoded(text: str) -> str:
    """Text with its character references resolved; an unknown one stays as it is, as in Telegram."""
    return REFERENCE.sub(_character, text)


def _character(match: re.Match[str]) -> str:
    hexadecimal, decimal, name = match.groups()
    if name:
        return CHARACTERS[name]
    code = int(hexadecimal, 16) if hexadecimal else int(decimal)
    return match[0] if code in UNWRITABLE or code > LARGEST_CODE else chr(code)


@dataclass
class OpenTag:
    """A tag that waits for its end."""

    name: str
    attributes: dict[str, str]
    offset: int


@dataclass
class MarkupReader:
    """Reads one text of markup from its beginning to its end."""

    source: str
    position: int = 0
    pieces: list[str] = field(default_factory=list)
    length: int = 0
    open_tags: list[OpenTag] = field(default_factory=list)
    entities: list[Entity] = field(default_factory=list)

    def read(self) -> tuple[str, list[Entity]]:
        """The plain text, and what was marked in it."""
        while self.position < len(self.source):
            if self.source.startswith("</", self.position):
                self._read_end()
            elif self.source[self.position] == "<":
                self._read_start()
            else:
                self._read_text()
        if self.open_tags:
            name = self.open_tags[-1].name
            raise _unreadable(f'Can\'t find end tag corresponding to start tag "{name}"')
        return "".join(self.pieces), in_order(self.entities)

    def _read_text(self) -> None:
        end = self.source.find("<", self.position)
        end = len(self.source) if end < 0 else end
        piece = decoded(self.source[self.position : end])
        self.pieces.append(piece)
        self.length += units(piece)
        self.position = end

    def _read_start(self) -> None:
        at = self._byte_offset()
        name = self._take_name(self.position + 1)
        if name not in ENTITY_TYPES:
            raise _unreadable(f'Unsupported start tag "{name}" at byte offset {at}')
        attributes = self._take_attributes(at)
        if name == "span" and attributes.get("class") != "tg-spoiler":
            raise _unreadable(f'Tag "span" must have class "tg-spoiler" at byte offset {at}')
        self.open_tags.append(OpenTag(name, attributes, self.length))

    def _take_name(self, start: int) -> str:
        match = TAG_NAME.match(self.source, start)
        assert match is not None  # noqa: S101 - the pattern matches the empty text too
        self.position = match.end()
        return match[0].lower()

    def _take_attributes(self, at: int) -> dict[str, str]:
        attributes: dict[str, str] = {}
        while match := ATTRIBUTE.match(self.source, self.position):
            name, *values = match.groups()
            attributes[name.lower()] = decoded(next((value for value in values if value is not None), ""))
            self.position = match.end()
        self._close_tag(f"Unclosed start tag at byte offset {at}")
        return attributes

    def _close_tag(self, complaint: str) -> None:
        while self.source[self.position : self.position + 1].isspace():
            self.position += 1
        if not self.source.startswith(">", self.position):
            raise _unreadable(complaint)
        self.position += 1

    def _read_end(self) -> None:
        at = self._byte_offset()
        if not self.open_tags:
            raise _unreadable(f"Unexpected end tag at byte offset {at}")
        name = self._take_name(self.position + 2)
        self._close_tag(f"Unclosed end tag at byte offset {at}")
        tag = self.open_tags.pop()
        if name and name != tag.name:
            found = f'expected "</{tag.name}>", found "</{name}>"'
            raise _unreadable(f"Unmatched end tag at byte offset {at}, {found}")
        self._mark(tag)

    def _mark(self, tag: OpenTag) -> None:
        entity = {
            "type": ENTITY_TYPES[tag.name],
            "offset": tag.offset,
            "length": self.length - tag.offset,
        }
        if entity["length"] and self._specify(entity, tag):
            self.entities.append(entity)

    def _specify(self, entity: Entity, tag: OpenTag) -> bool:
        """Adds what the tag's attributes say; False where Telegram shows the text without the mark."""
        if tag.name == "a":
            entity["url"] = tag.attributes.get("href", "")
            return bool(entity["url"])
        if tag.name == "tg-emoji":
            return self._specify_emoji(entity, tag)
        if tag.name == "blockquote" and "expandable" in tag.attributes:
            entity["type"] = "expandable_blockquote"
        if tag.name in {"pre", "code"}:
            return self._specify_code(entity, tag)
        return True

    def _specify_emoji(self, entity: Entity, tag: OpenTag) -> bool:
        entity["custom_emoji_id"] = tag.attributes.get("emoji-id", "")
        if not entity["custom_emoji_id"].isdigit():
            raise _unreadable("Invalid custom emoji identifier specified")
        return True

    def _specify_code(self, entity: Entity, tag: OpenTag) -> bool:
        """<pre><code class="language-x"> is one block of code in the language x."""
        same = [other for other in self.entities if _same_place(other, entity) and other["type"] == "code"]
        if tag.name == "pre" and same:
            self.entities.remove(same[0])
            if "language" in same[0]:
                entity["language"] = same[0]["language"]
        language = tag.attributes.get("class", "")
        within_pre = bool(self.open_tags) and self.open_tags[-1].name == "pre"
        if tag.name == "code" and within_pre and language.startswith("language-"):
            entity["language"] = language.removeprefix("language-")
        return True

    def _byte_offset(self) -> int:
        return len(self.source[: self.position].encode())


def _same_place(one: Entity, other: Entity) -> bool:
    return (one["offset"], one["length"]) == (other["offset"], other["length"])


def _unreadable(why: str) -> RefusedError:
    return bad_request(f"can't parse entities: {why}")
