import re
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.command import COMMANDS_OF, COORDINATORS_DO, Command
from domain.language import Language
from domain.role import Role
from handlers.registry import BUTTONS, COMMANDS, once
from messages import everyone
from messages.button import MOST_CARRIED, Button, base36, data, parsed
from messages.button_style import STYLES, ButtonStyle, styles
from messages.label import Label, wordings
from messages.menu import menu, spelling, spellings
from messages.message import Message
from messages.rendering import rendered

LARGEST_KEPT = 2**63 - 1
"""The largest number that either database keeps."""

ids = st.integers(0, 36**12 - 1)


@given(st.integers(0, 10**40))
def test_base_36_reads_back(number: int) -> None:
    assert int(base36(number), 36) == number


@pytest.mark.parametrize(
    ("number", "written"), [(0, "0"), (9, "9"), (10, "a"), (35, "z"), (36, "10"), (36**12 - 1, "z" * 12)]
)
def test_base_36_is_short(number: int, written: str) -> None:
    assert base36(number) == written


@given(action=st.sampled_from(sorted(BUTTONS)), numbers=st.lists(ids, max_size=4))
def test_what_a_button_carries_comes_back(action: str, numbers: list[int]) -> None:
    carried = data(action, *numbers)
    assert len(carried.encode()) <= MOST_CARRIED
    assert parsed(carried) == (action, numbers)


def test_a_button_refuses_more_than_telegram_takes() -> None:
    assert len(data("an", 36**11, 36**11, 36**11, 36**11, 0, 0, 0, 0, 0).encode()) == MOST_CARRIED
    with pytest.raises(ValueError, match="that much"):
        data("an", 36**11, 36**11, 36**11, 36**11, 0, 0, 0, 0, 36)


def test_an_action_is_two_or_three_letters() -> None:
    assert [action for action in BUTTONS if not re.fullmatch(r"[a-z]{2,3}", action)] == []


@given(st.one_of(st.text(max_size=64), st.text(alphabet="an:0zZ-_ .+٣\n", max_size=64)))
def test_no_garbage_is_too_much_and_only_numbers_that_can_be_kept_come_through(garbage: str) -> None:
    found = parsed(garbage)
    assert found is None or all(0 <= number <= LARGEST_KEPT for number in found[1])


@pytest.mark.parametrize(
    "garbage",
    [
        "ta:-1",
        "ta:+1",
        "ta: 1",
        "ta:1_0",
        "ta:",
        "ta::1",
        "ta:1:",
        "ta:Z",
        "ta:٣",
        "ta:1\n",
        "ta:" + "z" * 13,
        "ta:" + "z" * 60,
    ],
)
def test_what_no_button_of_ours_carries_is_nothing(garbage: str) -> None:
    assert parsed(garbage) is None


@pytest.mark.parametrize(("role", "language"), list(product(Role, Language)))
def test_a_menu_is_one_that_telegram_takes(role: Role, language: Language) -> None:
    commands = menu(role, language)
    assert 1 <= len(commands) <= 100
    assert len({name for name, _ in commands}) == len(commands)
    assert all(re.fullmatch(r"[a-z0-9_]{1,32}", name) for name, _ in commands)
    assert all(1 <= len(description.strip()) <= 256 for _, description in commands)


@pytest.mark.parametrize(("role", "language"), list(product(Role, Language)))
def test_menu_and_help_name_what_the_role_may_use_and_nothing_else(role: Role, language: Language) -> None:
    names = [name for name, _ in menu(role, language)]
    assert names == [spelling(command, language) for command in COMMANDS_OF[role]]
    said = rendered(Message(everyone.Help(role, "Exempelstad", "040-628 04 00")), language).text
    assert re.findall(r"^/(\w+) – .", said, re.MULTILINE) == names[:-1]


def test_every_role_has_its_commands_and_every_command_its_roles() -> None:
    assert set(COMMANDS_OF) == set(Role)
    assert {command for commands in COMMANDS_OF.values() for command in commands} == set(Command) == set(COMMANDS)
    assert all(len(set(commands)) == len(commands) for commands in COMMANDS_OF.values())


@pytest.mark.parametrize("command", sorted(COORDINATORS_DO))
def test_what_coordinators_do_is_theirs(command: Command) -> None:
    assert command in COMMANDS_OF[Role.COORDINATOR]


def test_no_command_means_one_thing_here_and_another_there() -> None:
    names = [name for command in Command for name in set(spellings(command))]
    assert len(names) == len(set(names))


def test_what_two_houses_claim_is_refused() -> None:
    with pytest.raises(ValueError, match="as is claimed twice"):
        once([("as", 1), ("am", 2), ("as", 3)])


def test_a_message_has_one_main_action_and_all_that_cannot_be_undone_is_marked() -> None:
    keys = ["slot.show_all", "slot.claim", "meeting.coming", "people.end", "answer.cancel", "meeting.cancel"]
    weighed = list(styles(Button(Label(key), "xx") for key in keys))
    assert weighed == [None, ButtonStyle.PRIMARY, None, ButtonStyle.DANGER, None, ButtonStyle.DANGER]


@pytest.mark.parametrize("language", Language)
def test_every_button_that_weighs_is_there_and_its_words_alone_say_so(language: Language) -> None:
    assert STYLES.keys() - wordings(language).keys() == set()
    for style in ButtonStyle:
        said = {wordings(language)[key] for key, known in STYLES.items() if known is style}
        assert all(any(letter.isalpha() for letter in words) for words in said)
