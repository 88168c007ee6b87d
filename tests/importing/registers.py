"""Three made-up registers, each as a city might keep it, and as it is after what has to be corrected in it."""

from collections.abc import Sequence
from datetime import date

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from tests.importing.workbooks import Cells, workbook_of, write

BORDERED_ROWS, BORDERED_COLUMNS = 400, 30


def with_title_rows() -> bytes:
    """Titles, a logo's place, several tabs, a supplier's cell merged over its contracts, sections, headings again."""
    headings = (
        *("Leverantör*", "Org.nr", "Diarienr", "Avtalets namn", "Avtalsvärde\n(kr)", "Avtalsstart", "Avtalsslut"),
        *("Kontaktperson\n(hos leverantören)", "Epost", "Tel.", "Avtalsansvarig", "Anmärkning"),
    )
    painters, floors, cleaners = "Exempelmåleriet AB", "Golvbolaget i Exempel AB", "Nordstäd Oy"
    first, last = date(2026, 12, 1), date(2028, 11, 30)
    mira = ("Mira Holm", "mailto:mira@exempel.se", 46701740635, "Karin Ek", "")
    rows: Sequence[Cells] = (
        ("Exempelstads kommun",),
        ("Avtalsregister, uppdaterat 2026-11-01",),
        (),
        headings,
        ("Bygg och fastighet",),
        (painters, "556016-0680", "KS 2026/17", "Målning", 1_000_000, first, last, *mira),
        ("", "", "KS 2026/21", "Målning, klotter", 250_000, first, "tills vidare", *mira),
        ("", "", "KS 2026/33", "Fönster", "400 000 kr", first, date(9999, 12, 31), *mira),
        (),
        (floors, "SE556036079301", "KS 2026/18", "Golv", 500_000, first, "t.v.", "Eva Lo"),
        headings,
        ("Städ",),
        (cleaners, "FI12345678", "KS 2026/40", "Städning", 750_000, first, last, "Aino Aalto"),
        ("Summa", "", "", "", "=SUM(E6:E13)"),
    )

    def finish(made: Workbook, sheet: Worksheet) -> None:
        register = made.get_worksheet_by_name("Avtal")
        assert register is not None
        register.merge_range(0, 0, 0, 11, "Exempelstads kommun")
        register.merge_range(5, 0, 7, 0, "Exempelmåleriet AB")
        register.merge_range(5, 1, 7, 1, "556016-0680")
        register.set_row(6, None, None, {"hidden": True})
        sheet.write(0, 0, "Läs mig")

    old = (headings, ("Gamla Firman AB", "", "KS 2019/1", "Målning", "", date(2019, 1, 1), date(2021, 1, 1)))
    return workbook_of(
        {"Läs mig": [("Så här gör du",)], "Avtal": rows, "Avslutade": old, "Listor": [("Bygg",)]}, finish
    )


def of_framework_agreements(*, with_starts: bool) -> bytes:
    """One number with several suppliers, each with its own end; when they began stands nowhere."""
    headings = (
        "Avtalsområde",
        "Dnr",
        "Leverantör",
        "Organisationsnummer",
        "Kontakt",
        "Mejl",
        "Mobil",
        "Giltigt t.o.m.",
    )
    painting, floors = ("Måleriarbeten", "UH-2026-5"), ("Golvarbeten", "UH-2026-6")
    rows: list[Cells] = [
        headings,
        (*painting, "Alfa Måleri AB", "559801-0014", "Ali Berg", "ali@alfa.example", "070-174 06 35", "2028-11-30"),
        (*painting, "Beta Måleri AB", "559801-0022", "Bo Ceder", "bo@beta.example", "070-174 06 36", "2028-11-30"),
        (*painting, "Gamma Måleri AB", "559801-0030", "Gun Dal", "gun@gamma.example", "", "2027-11-30"),
        (*floors, "Alfa Måleri AB", "559801\u20110014", "Ali Berg", "ALI@alfa.example", "+46701740635", "löpande"),
        (*floors, "Delta Golv AB", "", "Dag Ek", "dag@delta.example", "070-174 06 38, 042-10 50 00", "löpande"),
    ]
    if with_starts:
        rows = [(*rows[0], "Giltigt fr.o.m."), *((*row, date(2026, 12, 1)) for row in rows[1:])]
    return workbook_of({"Ramavtal": rows})


def of_product_lines(*, with_plain_end: bool) -> bytes:
    """Borders far below and beside the list, a row a product, sums between, days in every writing."""
    headings = (
        *("Avtalsnr", "Företag", "Orgnr", "Benämning", "Startdatum", "Slutdatum", "Artikel", "Antal", "À-pris"),
        *("Radsumma", "Kontaktperson"),
    )
    paint = ("A-101", "Exempelmåleriet AB", 5560160680, "Färg och målning", "1/12 2026", "30 nov. 2028")
    mats = ("A-102", "Golvbolaget i Exempel AB", "556036 0793", "Mattor", 46_357, "2028-11-30 00:00:00")
    end = "2027-12-31" if with_plain_end else "2027-12-31 + 1+1 år option"
    tools = ("A-103", "Verktyg i Exempel AB", "", "Verktyg", "2027-01-01", end)
    rows: Sequence[Cells] = (
        headings,
        (*paint, "Färg, vit 10 l", 20, 900, 18_000, "Mira Holm"),
        (*paint, "Färg, grå 10 l", 5, 950, 4_750, "Mira Holm"),
        ("", "", "", "", "", "", "Pensel", 40, 60, 2_400),
        ("Delsumma", "", "", "", "", "", "", 65, "", 25_150),
        (*mats, "Matta 2 m", 10, 1_200, 12_000, "Eva Lo"),
        (*mats, "Matta 4 m", 10, 2_200, 22_000, "Eva Lo"),
        ("", "", "", "", "", "", "", 20, "", 34_000),
        (*tools, "Borr", 3, 2_000, 6_000, ""),
        ("Totalt", "", "", "", "", "", "", "=SUM(H2:H9)", "", "=SUM(J2:J9)"),
    )

    def finish(made: Workbook, sheet: Worksheet) -> None:
        border = made.add_format({"border": 1})
        for number in range(BORDERED_ROWS):
            for at in range(BORDERED_COLUMNS):
                sheet.write_blank(number, at, None, border)
        for number, row in enumerate(rows):
            write(sheet, number, row)

    return workbook_of({"Produkter": rows}, finish)
