"""Seven made-up wishes beside a city's offers: the rule chooses as the table in docs/matching.md, by hand, does."""

from datetime import date
from pathlib import Path

from domain.fit import Fit, Rank, fit, fitting_offers, fitting_wishes
from domain.fit_reason import FitReason, Verdict
from domain.offered import LeadsToJob, Offered, Shift
from domain.slot import SlotKind, Trade
from domain.wish import Adaptation, Licence, SwedishLevel, Wished, WishHours

TODAY = date(2026, 3, 2)
CENTRUM, NORR, SOEDER = 1, 2, 3
INTERNSHIP, APPRENTICESHIP, EMPLOYMENT = SlotKind.INTERNSHIP, SlotKind.APPRENTICESHIP, SlotKind.EMPLOYMENT
NO_SWEDISH, SIMPLE, GOOD, FLUENT = SwedishLevel
FIXED, QUIET, SIMPLY = Adaptation.FIXED_TASKS, Adaptation.QUIET, Adaptation.SIMPLE_SWEDISH

OFFERS = {
    "1": Offered(
        INTERNSHIP,
        Trade.PAINTING,
        CENTRUM,
        date(2026, 3, 9),
        date(2026, 5, 3),
        is_full_time=False,
        swedish=SIMPLE,
        licence=Licence.NONE,
        adaptations={FIXED, Adaptation.SHORT_DAYS},
        leads_to_job=LeadsToJob.PERHAPS,
        places_left=2,
    ),
    "2": Offered(
        APPRENTICESHIP,
        Trade.PAINTING,
        CENTRUM,
        date(2026, 3, 16),
        is_full_time=True,
        swedish=GOOD,
        licence=Licence.B,
        leads_to_job=LeadsToJob.YES,
    ),
    "3": Offered(
        EMPLOYMENT, Trade.GROUNDS, NORR, date(2026, 4, 1), is_full_time=True, swedish=SIMPLE, licence=Licence.B
    ),
    "4": Offered(
        INTERNSHIP,
        Trade.GROUNDS,
        NORR,
        date(2026, 3, 9),
        date(2026, 5, 31),
        is_full_time=False,
        swedish=NO_SWEDISH,
        licence=Licence.NONE,
        adaptations={FIXED, QUIET, Adaptation.MORNING_HOURS, Adaptation.NO_LIFTING},
        places_left=2,
    ),
    "5": Offered(
        EMPLOYMENT,
        Trade.CLEANING,
        CENTRUM,
        date(2026, 4, 1),
        is_full_time=False,
        shift=Shift.EVENING,
        swedish=SIMPLE,
        licence=Licence.NONE,
    ),
    "6": Offered(
        INTERNSHIP,
        Trade.KITCHEN,
        CENTRUM,
        date(2026, 3, 16),
        date(2026, 5, 10),
        is_full_time=False,
        swedish=NO_SWEDISH,
        licence=Licence.NONE,
        adaptations={SIMPLY, FIXED},
        leads_to_job=LeadsToJob.YES,
    ),
    "7": Offered(SlotKind.MENTOR, Trade.CONSTRUCTION, CENTRUM, date(2026, 3, 16), places_left=2),
    "8": Offered(
        APPRENTICESHIP,
        Trade.FLOORING,
        SOEDER,
        date(2026, 4, 6),
        is_full_time=True,
        swedish=SIMPLE,
        licence=Licence.NONE,
        leads_to_job=LeadsToJob.YES,
    ),
    "9": Offered(INTERNSHIP, Trade.OFFICE, None, date(2026, 4, 1), date(2026, 5, 26)),
    "10": Offered(
        INTERNSHIP,
        Trade.PROPERTY,
        SOEDER,
        date(2026, 6, 1),
        is_full_time=True,
        licence=Licence.B,
        adaptations={FIXED, QUIET},
        leads_to_job=LeadsToJob.NO,
    ),
}

WISHES = {
    "A": Wished(SlotKind.MENTOR, Trade.CONSTRUCTION, CENTRUM, swedish=SIMPLE),
    "B": Wished(APPRENTICESHIP, Trade.PAINTING, CENTRUM, hours=WishHours.FULL, swedish=FLUENT, licence=Licence.NONE),
    "C": Wished(
        INTERNSHIP,
        Trade.PROPERTY,
        SOEDER,
        hours=WishHours.MORNINGS,
        swedish=GOOD,
        licence=Licence.B,
        adaptations={FIXED, QUIET},
    ),
    "D": Wished(INTERNSHIP, Trade.OFFICE, CENTRUM, date(2026, 4, 1), WishHours.PART, FLUENT),
    "E": Wished(INTERNSHIP, Trade.KITCHEN, CENTRUM, swedish=NO_SWEDISH, adaptations={SIMPLY}),
    "F": Wished(
        EMPLOYMENT,
        Trade.GROUNDS,
        hours=WishHours.PART,
        swedish=FLUENT,
        licence=Licence.B,
        adaptations={Adaptation.NO_LIFTING},
    ),
    "G": Wished(EMPLOYMENT, Trade.GROUNDS, NORR, hours=WishHours.FULL, swedish=FLUENT, licence=Licence.NONE),
}

DOCUMENT = (Path(__file__).parents[2] / "docs" / "matching.md").read_text(encoding="utf-8")


def table(heading: str) -> list[tuple[str, ...]]:
    """The rows of the document's table under that heading."""
    rows = DOCUMENT.split(heading + "\n", 1)[1].split("\n\n", 1)[0].splitlines()[1:]
    return [tuple(cell.strip() for cell in row.strip("|").split("|")) for row in rows]


def in_words(reasons: tuple[FitReason, ...]) -> str:
    return ", ".join(reason.value.replace("_", " ") for reason in reasons)


def row(wish: str, offer: str, found: Fit) -> tuple[str, ...]:
    rank = found.rank.name.lower().replace("_", " ")
    return (wish, offer, rank, *map(in_words, (found.speaks_for, found.speaks_against, found.to_ask)))


def test_seven_people_find_what_a_caseworker_would_choose() -> None:
    found = [
        row(name, offer, how)
        for name, wished in WISHES.items()
        for offer, how in fitting_offers(wished, OFFERS.items(), TODAY)
    ]
    assert found == table("| wish | offer | rank | fits | speaks against | to ask |")


def test_an_offer_finds_the_same_people() -> None:
    by_wish = {(name, offer) for name, of in WISHES.items() for offer, _ in fitting_offers(of, OFFERS.items(), TODAY)}
    by_offer = {(name, each) for each, of in OFFERS.items() for name, _ in fitting_wishes(of, WISHES.items(), TODAY)}
    assert by_offer == by_wish
    assert [name for name, _ in fitting_wishes(OFFERS["4"], WISHES.items(), TODAY)] == ["F", "C", "G"]


def test_what_looks_right_and_is_not_shown_says_why() -> None:
    """Kind and trade are the very ones that are looked for, and something excludes it."""
    excluded = []
    for name, wished in WISHES.items():
        for offer, offered in OFFERS.items():
            found = fit(wished, offered, TODAY)
            if (offered.kind, offered.trade) == (wished.kind, wished.trade) and found.rank is Rank.NO:
                why = tuple(reason for reason in found.reasons if reason.verdict is Verdict.EXCLUDES)
                excluded.append((name, offer, in_words(why)))
    assert excluded == table("| wish | offer | excluded by |")


def in_cells(place: Offered | Wished) -> tuple[str, ...]:
    """The kind, the trade, the area, the Swedish and the licence, as the document names them."""
    areas = ("any" if isinstance(place, Wished) else "not in the list", "Centrum", "Norr", "Söder")
    licence = {None: "", Licence.NONE: "none"}.get(place.licence, "B")
    return (place.kind.value, place.trade.value, areas[place.area_id or 0], place.swedish or "", licence)


def test_the_document_tells_of_the_same_offers_and_wishes() -> None:
    offers = table(
        "| offer | kind | trade | area | from | hours | Swedish | licence | the workplace can be like "
        "| leads to a job |"
    )
    assert {row[0]: (*row[1:4], row[6], row[7]) for row in offers} == {
        number: in_cells(offered) for number, offered in OFFERS.items()
    }
    wishes = table("| wish | kind | trade | area | from | hours | Swedish | licence | the workplace has to be like |")
    assert {row[0][0]: (*row[1:4], row[6], row[7]) for row in wishes} == {
        name: in_cells(wished) for name, wished in WISHES.items()
    }
