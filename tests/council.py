"""The council's page in tests: its facts, the way to it, and what is entered for it without a word."""

from datetime import UTC, date, datetime

from domain.council_page import Shown, Step
from domain.empty_places import WhyEmpty
from domain.slot import SlotKind
from domain.suppression import Mark
from handlers.handling.work import Work
from messages.button import data
from messages.council.page import (
    Contribution,
    CouncilPage,
    GoalDecided,
    MeetingsHeld,
    PlacesEmpty,
    StepReached,
    SupplierNamed,
)
from messages.imprint import Imprint
from storage.results import earlier_result
from storage.results.earlier_result import EarlierResult
from tests.chat import Chat
from tests.city import City

OPEN = data("cop", 2026)

HEAD = "3f9c81e07d5a42b6" * 4
IMPRINT = Imprint(17, datetime(2026, 11, 30, 9, tzinfo=UTC), HEAD, "Exempelstad")

STEPS: tuple[Shown, ...] = (64, 52, 41, 28, 11, Mark.FEW)

NAMED = ("Caverion", "Crendo", "Däckia", "Elbolaget Syd", "ISS", "LP Golv", "Mäklarbyrån", "Sodexo")


def a_page() -> CouncilPage:
    """A draft of a year in a city of the usual size, with what a year of earlier results has given."""
    return CouncilPage(
        year=2026,
        on=date(2026, 11, 30),
        goal=GoalDecided(40, date(2026, 2, 3), "KS 2026/118"),
        quarters=(Mark.WITHHELD, 9, 14, 21),
        earlier=13,
        steps=tuple(StepReached(step, places) for step, places in zip(Step, STEPS, strict=True)),
        contributions=(
            Contribution(SlotKind.INTERNSHIP, 14, 13, suppliers=tuple(map(SupplierNamed, NAMED))),
            Contribution(SlotKind.APPRENTICESHIP, Mark.WITHHELD, 0, suppliers=(SupplierNamed("Cami", 5),)),
            Contribution(SlotKind.EMPLOYMENT, Mark.WITHHELD, 0, suppliers=(SupplierNamed("Green Landscaping"),)),
            Contribution(SlotKind.MENTOR, 5, Mark.FEW, suppliers=(SupplierNamed("SWECO"), SupplierNamed("WSP"))),
            Contribution(SlotKind.STUDY_VISIT, 3, 0, has_uncounted=True, suppliers=(SupplierNamed("PEAB"),)),
            Contribution(SlotKind.LECTURE, 1, 0),
        ),
        meetings=MeetingsHeld(38, 34, 3),
        stood_empty=14,
        empty=(
            PlacesEmpty(WhyEmpty.UNTAKEN, 6),
            PlacesEmpty(WhyEmpty.NOBODY_FITTING, Mark.WITHHELD),
            PlacesEmpty(WhyEmpty.LANGUAGE, Mark.WITHHELD),
        ),
    )


def a_large_page() -> CouncilPage:
    """As much as can stand on one: the largest numbers, the longest names, and every reason."""
    name = "Byggmästarnas Ekonomiska Förening nr"
    names = tuple(SupplierNamed(f"{name} {place}", 999) for place in range(4))
    return CouncilPage(
        year=2026,
        on=date(2026, 12, 30),
        goal=GoalDecided(4000, date(2025, 12, 24), "KS 2025-00123456789/2025-123456789-0001-bilaga-12-A"),
        quarters=(Mark.WITHHELD, Mark.WITHHELD, 2345, 3456),
        earlier=1234,
        steps=tuple(StepReached(step, Mark.WITHHELD) for step in Step),
        contributions=tuple(
            Contribution(kind, Mark.WITHHELD, Mark.WITHHELD, suppliers=names, more=40) for kind in SlotKind
        ),
        meetings=MeetingsHeld(1000, 900, 90),
        stood_empty=1200,
        empty=tuple(PlacesEmpty(why, Mark.WITHHELD) for why in WhyEmpty),
    )


async def opens(chat: Chat) -> str:
    """The page, as from the overview."""
    await chat.says("/sprak")
    return await chat.presses_forged(OPEN)


async def enters(city: City, kind: SlotKind, number: int | None, *, supplier_id: int = 1) -> None:
    """An earlier result of this year."""

    async def enter(work: Work) -> None:
        told = {"supplier_id": supplier_id, "kind": kind, "number": number, "year": 2026, "source": "Redovisning"}
        await earlier_result.enter(work.session, EarlierResult(**told, entered_at=work.now))

    await city.does_work(enter)
