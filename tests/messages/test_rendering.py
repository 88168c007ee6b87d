import json
from dataclasses import dataclass
from functools import cache, partial
from itertools import product

import jinja2
import pytest

from bot.demo.local_telegram.formatted_text import read_text
from bot.demo.local_telegram.markup import MarkupReader
from bot.demo.local_telegram.parameters import Parameters
from domain.language import Language
from messages.button import Button
from messages.everyone import Apology
from messages.label import Label
from messages.message import Message, buttons_of, from_content, without_buttons
from messages.rendering import MOST_CHARACTERS, MOST_OF_A_VALUE, plain, rendered, within_limit
from messages.template import is_kept, template
from tests.each import each
from tests.everything import IS_EVERYTHING
from tests.messages.samples import MOST_MEMBERS, NAMES, variant, variants

PLAIN = "Qxz"
HOSTILE = [
    *["<b", "<b>fet</b>", "</b>", "<", ">", "<!--x", "<script>alert(1)</script>", '<a href="https://x.se">x</a>'],
    *["&", "&amp;", "&lt;b&gt;", "&#60;b&#62;", "&#x3C;", "&copy", '"', "'", "`", "\\"],
    *["{{ name }}", "{% raw %}", "{# #}", "{day}", "%s", "[x](https://x.se)", "*x*", "_x_", "/start"],
    *["\u202egnp.exe\u202c", "\u200f\u2067abc", "a\u0301" * 50, "😀👍🏽", "rad ett\nrad två", "a\u2028b", "a\x0bb"],
]
LONG = [unit * (5000 // len(unit)) for unit in ("å", "<", "</b>", "😀", "<b>\n")]

EVERY = 3 if IS_EVERYTHING else 7
"""Of the hostile values each variant has every seventh, one of each sort, and the next has others: which value it is
and which variant it is don't meet, and all with all would take minutes."""

AUDIENCES = sorted({name.partition("_")[0] for name in NAMES})
"""Whom templates are for: those for the same are checked in one test."""

every_audience = pytest.mark.parametrize("audience", AUDIENCES)
every_language = pytest.mark.parametrize("language", Language)


def templates_for(audience: str) -> list[str]:
    return [name for name in NAMES if name.partition("_")[0] == audience]


def shown(text: str) -> str:
    """The text as Telegram shows it; raises where Telegram would refuse it."""
    read_text(Parameters({"text": text, "parse_mode": "HTML"}))
    return MarkupReader(text).read()[0]


@cache
def has_texts(name: str, turn: int) -> bool:
    """Whether a text stands anywhere in that variant, so that what is in it matters."""
    return bool(variant(name, PLAIN, turn) != variant(name, HOSTILE[0], turn))


def shown_and_marked(text: str) -> tuple[str, list[str]]:
    """The text as Telegram shows it, and what is bold or italic in it, in order; raises where it can't be read."""
    words, entities = MarkupReader(text).read()
    return words, [entity["type"] for entity in entities]


@every_audience
@every_language
def test_hostile_text_comes_out_as_text(audience: str, language: Language, subtests: pytest.Subtests) -> None:
    for name in templates_for(audience):
        with each(subtests, name):
            for turn in filter(partial(has_texts, name), range(MOST_MEMBERS)):
                _check_hostile_text(name, language, turn)


def _check_hostile_text(name: str, language: Language, turn: int) -> None:
    plainly = rendered(Message(variant(name, PLAIN, turn)), language).text
    shown(plainly)
    expected_words, expected_marks = shown_and_marked(plainly)
    for value in HOSTILE[turn % EVERY :: EVERY]:
        text = rendered(Message(variant(name, value, turn)), language).text
        words, marks = shown_and_marked(text)
        # Where a tag stands around it, a value is put on one line.
        assert words.split() == expected_words.replace(PLAIN, value).split()
        assert marks == expected_marks
        assert plain(text) == words


@every_audience
@every_language
def test_however_long_a_value_the_message_can_be_sent(
    audience: str, language: Language, subtests: pytest.Subtests
) -> None:
    for name, (place, value) in product(templates_for(audience), enumerate(LONG)):
        with each(subtests, f"{name} with {value[:5]!a}"):
            # Each variant has every second value; in `make soak` each has all.
            for turn in filter(partial(has_texts, name), range(2) if IS_EVERYTHING else (place % 2,)):
                text = rendered(Message(variant(name, value, turn)), language).text
                words = shown(text)
                assert len(words) <= MOST_CHARACTERS
                assert plain(text) == words


@every_language
def test_no_message_shows_the_programs_own_words(language: Language, subtests: pytest.Subtests) -> None:
    for name in NAMES:
        with each(subtests, name):
            for parameters in variants(name, PLAIN):
                text = shown(rendered(Message(parameters), language).text)
                assert text
                assert not any(sign in text for sign in ("None", "{", "}", "<", "_", "Undefined", "\n\n\n"))


def test_the_outbox_gives_back_the_message_that_it_kept(subtests: pytest.Subtests) -> None:
    buttons = ((Button(Label("slot.claim"), "ta:1:2", number=1),), (Button(Label(text="<b>"), "ba:1"),))
    for name in filter(is_kept, NAMES):
        with each(subtests, name):
            for parameters in [*variants(name, PLAIN), *variants(name, HOSTILE[0]), *variants(name, "👍🏽")]:
                message = Message(parameters, buttons)
                kept = json.loads(json.dumps(message.content()))
                assert from_content(kept) == message
                assert from_content(without_buttons(kept)) == Message(parameters)


def test_a_choice_is_found_by_its_number() -> None:
    buttons = ((Button(Label("slot.claim"), "ta:1", number=1),), (Button(Label("slot.show_all"), "va:1", number=2),))
    content = Message(Apology("ABC", "mejl"), buttons).content()
    assert [(button.number, button.data) for button in buttons_of(content)] == [(1, "ta:1"), (2, "va:1")]
    assert buttons_of({}) == []


def test_a_button_is_worded_with_its_number() -> None:
    numbered_one = Button(Label("slot.claim"), "ta:1", number=1)
    free = Button(Label("answer.back"), "ba:1")
    buttons = rendered(Message(Apology("A", "b"), ((numbered_one, free),)), Language.SWEDISH).buttons
    assert buttons == [[("1. Jag tar den", "ta:1", "primary"), ("Tillbaka", "ba:1", None)]]


def test_one_long_value_leaves_room_for_the_rest() -> None:
    text = plain(rendered(Message(Apology(reference="ABC234", contact="x" * 5000)), Language.SWEDISH).text)
    assert "ABC234" in text
    assert text.count("x") == MOST_OF_A_VALUE - 1


def test_a_text_that_is_too_long_is_cut_at_a_line() -> None:
    lines = [f"<b>{number:04}</b> &amp;" for number in range(1000)]
    cut = within_limit("\n".join(lines))
    assert len(shown(cut)) <= MOST_CHARACTERS
    assert len(shown(cut)) > MOST_CHARACTERS - len(shown(lines[0])) - 4
    assert cut.split("\n")[:-1] == lines[: cut.count("\n")]
    assert cut.endswith("\n…")


def test_a_text_that_just_fits_is_left_alone() -> None:
    text = "&amp;" * MOST_CHARACTERS
    assert within_limit(text) == text
    assert within_limit(text + "!") != text


def test_what_was_never_registered_is_an_error() -> None:
    with pytest.raises(KeyError):
        from_content({"template": "everyone_nowhere", "parameters": {}, "buttons": []})
    with pytest.raises(ValueError, match="two classes"):
        template("everyone_help")(type("Again", (), {}))


@dataclass(frozen=True)
class Poor:
    """Parameters that lack what their template asks for."""

    name: str = PLAIN


def test_a_parameter_that_is_missing_is_an_error_and_not_an_empty_place(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("messages.rendering.name_of", lambda _parameters: "everyone_apology")
    with pytest.raises(jinja2.UndefinedError):
        rendered(Message(Poor()), Language.SWEDISH)
