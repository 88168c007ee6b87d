"""Every text exists in both languages, and stands whatever is put into it."""

import dataclasses
import re
from datetime import date
from enum import StrEnum
from pathlib import Path
from types import UnionType
from typing import Any, get_args, get_origin, get_type_hints

import pytest
from jinja2 import TemplateNotFound, UndefinedError

from bot.local_telegram.markup import MarkupReader
from domain.language import Language
from domain.role import Role
from domain.slot import SlotKind, Trade
from handlers import claim, joining, language, report  # noqa: F401  registers every message's parameters
from handlers.entry import CANT_READ
from handlers.report.form import QUESTIONS, Complaint
from messages import coordinator, everyone, matcher, supplier
from messages.button import MOST_BYTES, Button, base36, data, parsed
from messages.label import FOLDER, Label, wordings
from messages.menu import menu
from messages.message import Message, from_content, numbered, without_buttons
from messages.rendering import MOST_CHARACTERS, environment, plain, rendered, within_limit
from messages.slot_facts import SlotFacts
from messages.template import all_names, parameters_named, template

assert all((coordinator, everyone, matcher, supplier)), "each registers its templates"

HOSTILE = ["<b", "&amp; & <script>alert(1)</script>", "\"'{{ 7*7 }}", "\u202eomvänt\u200f", "ö" * 5000, "</b></i>"]
DAY = date(2026, 11, 30)
LABELS_IN_TEXT = {"complaint": [str(c) for c in Complaint] + ["resumed", "where_you_are", *CANT_READ, "other", ""]}


def values(kind: Any, name: str, text: str) -> list[Any]:
    """Every value to try for a parameter of that type."""
    if get_origin(kind) is UnionType:
        return [value for part in get_args(kind) for value in values(part, name, text)]
    if isinstance(kind, type) and issubclass(kind, StrEnum):
        return list(kind)
    if isinstance(kind, type) and dataclasses.is_dataclass(kind):
        return examples(kind, text)
    if kind is str:
        return LABELS_IN_TEXT.get(name) or ([*CANT_READ, "other"] if name == "what" else [text])
    plain_values: dict[Any, list[Any]] = {int: [1, 2, 10**9], date: [DAY], type(None): [None]}
    return plain_values[kind]


def examples(kind: type, text: str) -> list[Any]:
    """The class filled in, each value of each parameter tried at least once."""
    hints = get_type_hints(kind)
    tried = {field.name: values(hints[field.name], field.name, text) for field in dataclasses.fields(kind)}
    most = max((len(found) for found in tried.values()), default=1)
    return [kind(**{name: found[turn % len(found)] for name, found in tried.items()}) for turn in range(most)]


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
@pytest.mark.parametrize("spoken", list(Language))
@pytest.mark.parametrize("name", all_names())
def test_every_template_stands_whatever_is_put_into_it(name: str, spoken: Language, text: str) -> None:
    for parameters in examples(parameters_named(name), text):
        words = rendered(Message(parameters), spoken).text
        read, marks = MarkupReader(words).read()
        assert 0 < len(read) <= MOST_CHARACTERS
        assert {str(mark["type"]) for mark in marks} <= {"bold", "italic"}
        assert "\n\n\n" not in read
        assert "{{" not in read.replace("{{ 7*7 }}", "")


@pytest.mark.parametrize("name", all_names())
def test_hostile_text_comes_out_as_text(name: str) -> None:
    text = HOSTILE[1]
    for parameters in examples(parameters_named(name), text):
        words = rendered(Message(parameters), Language.SWEDISH).text
        if "script" in words:
            assert text in plain(words)
            assert "<script" not in words


def test_every_template_has_its_parameters_and_both_languages() -> None:
    registered = {name for name in all_names() if not name.startswith("made_up")}
    files = {spoken: {file.name for file in (FOLDER / spoken.value).iterdir()} for spoken in Language}
    assert files[Language.SWEDISH] == files[Language.ENGLISH]
    ending = ".html.j2"
    messages = {name.removesuffix(ending) for name in files[Language.SWEDISH] if name.endswith(ending)}
    assert {name for name in messages if not name.startswith("_")} == registered


def test_every_part_of_a_text_is_used() -> None:
    for spoken in Language:
        texts = {file.name: file.read_text() for file in (FOLDER / spoken.value).glob("*.j2")}
        for part in (name for name in texts if name.startswith("_")):
            assert any(f'"{part}"' in text for text in texts.values())


def test_both_languages_have_the_same_labels_with_the_same_blanks() -> None:
    swedish, english = (wordings(spoken) for spoken in Language)
    assert swedish.keys() == english.keys()
    for key, wording in swedish.items():
        assert re.findall(r"\{\w*\}", wording) == re.findall(r"\{\w*\}", english[key])
        assert wording.strip()
        assert english[key].strip()


@pytest.mark.parametrize("spoken", list(Language))
def test_every_label_that_the_code_can_name_is_there(spoken: Language) -> None:
    named = {f"kind.{kind}" for kind in SlotKind} | {f"trade.{trade}" for trade in Trade}
    named |= {f"role.{role}" for role in Role} | {f"language.{each}" for each in Language}
    named |= {f"complaint.{name}" for name in LABELS_IN_TEXT["complaint"] if name}
    named |= {f"sent.{name}" for name in (*CANT_READ, "other")}
    named |= {f"answer.change_{step}" for step in QUESTIONS}
    literal = re.compile(r'(?:Label\(|Option\([^"]*|\(f?)"((?:start|end|answer|slot)\.\w+)"')
    for folder in ("handlers", "messages"):
        for file in Path(folder).rglob("*.py"):
            named |= set(literal.findall(file.read_text()))
    assert named <= wordings(spoken).keys()


@pytest.mark.parametrize("name", all_names())
def test_the_outbox_gives_a_message_back_as_it_was(name: str) -> None:
    button = Button(Label("start.monday", day=DAY), data("an", 1, 35), number=1)
    for parameters in examples(parameters_named(name), "text"):
        message = Message(parameters, ((button,),))
        assert from_content(message.content()) == message
        assert from_content(without_buttons(message.content())) == Message(parameters)


def test_a_missing_parameter_is_an_error_and_not_a_gap() -> None:
    @dataclasses.dataclass(frozen=True)
    class Nothing:
        """Says nothing of what the template asks for."""

    template("made_up_for_a_test")(Nothing)
    with pytest.raises(TemplateNotFound):
        rendered(Message(Nothing()), Language.SWEDISH)
    with pytest.raises(UndefinedError):
        environment(Language.SWEDISH).get_template("everyone_help.html.j2").render()


@pytest.mark.parametrize("kind", list(SlotKind)[:2])
@pytest.mark.parametrize("trade", list(Trade))
@pytest.mark.parametrize("spoken", list(Language))
def test_the_alerts_first_line_fits_a_lock_screen(spoken: Language, trade: Trade, kind: SlotKind) -> None:
    slot = SlotFacts(kind, trade, 12, "Norra hamnen", date(2026, 9, 30), None, "Exempel AB", "Mira Holm")
    first_line = plain(rendered(Message(matcher.SlotReported(slot)), spoken).text).split("\n")[0]
    assert len(first_line) <= 100
    for fact in (Label(f"kind.{kind}").worded(spoken), Label(f"trade.{trade}").worded(spoken), "12", "Norra hamnen"):
        assert fact in first_line


def test_a_text_that_is_too_long_is_cut_at_a_line() -> None:
    text = "\n".join(f"<b>rad {number}</b> &amp; mer" for number in range(1000))
    cut = within_limit(text)
    assert len(plain(cut)) <= MOST_CHARACTERS
    assert cut.endswith("mer\n…")
    assert MarkupReader(cut).read()[0].startswith("rad 0 & mer")


@pytest.mark.parametrize("spoken", list(Language))
@pytest.mark.parametrize("role", list(Role))
def test_every_menu_is_one_that_telegram_takes(role: Role, spoken: Language) -> None:
    for command, what in menu(role, spoken):
        assert re.fullmatch(r"[a-z0-9_]{1,32}", command)
        assert 1 <= len(what) <= 256


def test_what_a_button_carries_comes_back() -> None:
    for number in (0, 1, 35, 36, 10**12):
        assert int(base36(number), 36) == number
        assert parsed(data("an", number, 7)) == ("an", [number, 7])
    assert len(data("an", 2**63, 2**63, 2**63).encode()) <= MOST_BYTES
    with pytest.raises(ValueError, match="can't carry"):
        data("an", *[2**63] * 10)
    for garbage in ("", ":", "an:", "an:é!", "::::", "an:-1", "💥"):
        parsed(garbage)


def test_a_number_finds_its_button() -> None:
    buttons = ((Button(Label("slot.claim"), "ta:1", 1), Button(Label("slot.show_all"), "va:1", 2)),)
    content = Message(everyone.LanguageAsked(), buttons).content()
    assert [numbered(content, number) for number in (0, 1, 2, 3)] == [None, "ta:1", "va:1", None]
