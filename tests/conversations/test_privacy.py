"""Everyone whose details are kept can read what, why, from where, who sees it, how long, and whom to ask."""

import pytest

from domain.language import Language
from domain.role import Role
from tests.city import City
from tests.contracts import a_contract

CITY = "Exempelstad är ansvarig"
ANSWERED = ("Varför?", "Varifrån?", "Vem ser det?", "Hur länge?", "säga nej", "040-628 04 00", CITY, "imy.se")
"""What the notice of somebody's rights has to say."""


async def test_every_role_reads_what_is_kept_of_them(city: City, subtests: pytest.Subtests) -> None:
    administrator = await city.person("Ada Chef", Role.ADMINISTRATOR)
    for chat, name, sees in (
        (city.maleri, "Mira Holm", "Den matchare som tar hand om ert erbjudande ser namn, telefon och mejl."),
        (
            city.matcher_a,
            "Anna Lind",
            "Kontaktpersonen för ett erbjudande som du tar hand om ser namn, telefon",
        ),
        (city.coordinator, "Karin Ek", "De på kommunen som bjuder in och avslutar."),
        (administrator, "Ada Chef", "De på kommunen som bjuder in och avslutar."),
    ):
        with subtests.test(name):
            told = await chat.says("/integritet")
            for each in (*ANSWERED, sees, f"Namn: {name}", "Telefon och mejl: inget sparat", "Från den som bjöd in"):
                assert each in told
            assert chat.buttons[0] == "1. Ange telefon och mejl"
            await chat.says("/hjalp")
            assert "/integritet" in chat.last_text
            await chat.says("/sprak svenska")
            assert "integritet" in dict(chat.phone.commands)


async def test_a_registers_contact_reads_their_number_and_where_it_is_from(city: City) -> None:
    await a_contract(city)
    told = await city.maleri.says("/integritet")
    assert "Telefon: 040-123 45\nMejl: mira@exempel.se" in told
    assert "Från kommunens avtalsregister, som bygger på upphandlingen, och från dig." in told
    assert city.maleri.buttons == ["1. Ändra telefon och mejl", "2. Får kommunen nämna oss?", "3. Utskick: på eller av"]


async def test_in_english_by_either_name(city: City) -> None:
    for command in ("/privacy", "/integritet", "GDPR"):
        told = await city.park.says(command)
        assert "This is kept of you in Steget" in told
        assert "Exempelstad is responsible" in told


@pytest.mark.parametrize(
    ("language", "kept"), [("sv", "inget du skriver här sparas"), ("en", "nothing that you write here is kept")]
)
async def test_a_stranger_reads_that_nothing_is_kept_but_that_they_were_answered(
    city: City, language: str, kept: str
) -> None:
    stranger = city.stranger(language=language)
    told = await stranger.says("/privacy")
    assert kept in told
    assert "040-628 04 00" in told
    await stranger.says("hej")
    assert "/integritet" in stranger.last_text if language == Language.SWEDISH else "/privacy" in stranger.last_text


async def test_a_coordinator_sees_on_somebodys_card_how_to_reach_them(city: City) -> None:
    await a_contract(city)
    await city.coordinator.says("/personer")
    assert "Telefon: 040-123 45" in await city.coordinator.presses("Mira Holm")
