"""Registers with the oddities of real ones are taken in by a coordinator, with at most one correction each."""

from tests.city import City
from tests.importing.registers import of_framework_agreements, of_product_lines, with_title_rows
from tests.importing.sheets import hands_over


async def test_a_register_with_titles_tabs_and_merged_cells_needs_no_correction(city: City) -> None:
    karin = city.coordinator
    text = await hands_over(karin, with_title_rows(), name="register.xlsx")
    assert "5 nya avtal" in text
    assert "med fel" not in text
    for said in (
        "Jag läste fliken Avtal.",
        "Det finns mer att ta in på Avslutade.",
        "De här flikarna läste jag inte: Läs mig, Listor",
        "Rubriker en gång till, så jag hoppade över dem: rad 11",
        "Summor, så jag hoppade över dem: rad 14",
        "Bara en text, så jag hoppade över raden. Ska den vara med? Fyll i mer på den: rad 5, 12",
        "Dolda rader, som är med: rad 7",
        "De här kolumnerna använder jag inte: Avtalsansvarig, Anmärkning",
        "Nordstäd Oy (utländskt organisationsnummer)",
    ):
        assert said in text
    await karin.presses("Ta in alla")
    text = await karin.says("/avtal KS 2026/33")
    assert "Exempelmåleriet AB" in text
    assert "0 nya avtal" in await hands_over(karin, with_title_rows(), name="register.xlsx")


async def test_a_register_of_framework_agreements_needs_a_column_of_starts(city: City) -> None:
    karin = city.coordinator
    text = await hands_over(karin, of_framework_agreements(with_starts=False), name="ramavtal.xlsx")
    assert "De här saknar jag:\n– Start" in text
    assert "Det här står på rad 1 på fliken Ramavtal: Avtalsområde · Dnr · Leverantör" in text
    text = await hands_over(karin, of_framework_agreements(with_starts=True), name="ramavtal.xlsx")
    assert "5 nya avtal" in text
    assert "med fel" not in text
    await karin.presses("Ta in alla")
    assert "5 oförändrade avtal" in await hands_over(karin, of_framework_agreements(with_starts=True))


async def test_a_register_with_a_row_a_product_needs_one_end_to_be_written_plainly(city: City) -> None:
    karin = city.coordinator
    text = await hands_over(karin, of_product_lines(with_plain_end=False), name="produkter.xlsx")
    assert "1 avtal med fel" in text
    assert "Rad 9, Slut: säger både en dag och att avtalet kan förlängas. Skriv bara den dag som gäller nu" in text
    text = await hands_over(karin, of_product_lines(with_plain_end=True), name="produkter.xlsx")
    assert "3 nya avtal" in text
    assert "med fel" not in text
    assert "Summor, så jag hoppade över dem: rad 5, 8, 10" in text
    assert "Inget i de kolumner jag läser: rad 4" in text
    assert "De här kolumnerna använder jag inte: Artikel, Antal, À-pris, Radsumma" in text
    await karin.presses("Ta in alla")
    assert "3 oförändrade avtal" in await hands_over(karin, of_product_lines(with_plain_end=True))


async def test_a_file_without_a_name_has_a_word(city: City) -> None:
    karin = city.coordinator
    text = await hands_over(karin, of_product_lines(with_plain_end=True), name="")
    assert text.startswith("Din fil\n")
    await karin.presses("Avbryt")
    assert karin.last_text == "Filen är borttagen. Inget ur den är sparat."
    assert (await hands_over(karin, b"%PDF", name="")).startswith("Jag kan inte läsa filen\n")
