"""The menu of commands that Telegram is given, seen from outside."""

import re

import pytest

from domain.language import Language
from domain.role import Role
from tests.city import City

HELP = {Language.SWEDISH: "hjalp", Language.ENGLISH: "help"}


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("role", Role)
async def test_the_menu_holds_all_commands_that_help_names_and_help_itself(
    city: City, role: Role, language: Language
) -> None:
    company = "Menyer AB" if role is Role.SUPPLIER else None
    somebody = await city.person("Nils Ask", role, company=company, language=language)
    await somebody.says("/start")
    said = await somebody.says(f"/{HELP[language]}")
    named = re.findall(r"^/(\w+) – ", said, re.MULTILINE)
    assert named
    assert [command for command, _ in somebody.phone.commands] == [*named, HELP[language]]


@pytest.mark.parametrize("who", ["maleri", "coordinator"])
async def test_contracts_meetings_and_files_are_in_the_menu_of_those_who_have_them(city: City, who: str) -> None:
    """A merge once left three menus for each role, of which the last silently won."""
    chat = getattr(city, who)
    await chat.says("/sprak svenska")
    theirs = {"avtal", "moten"} | ({"importera"} if who == "coordinator" else set())
    assert theirs <= {command for command, _ in chat.phone.commands}
