"""/oversikt: a goal is set in chat, and each role reads its own version of how far it is, in a picture and in words."""

from datetime import UTC, date, datetime

import pytest
from sqlalchemy import select

from domain.language import Language
from domain.ledger_event import LedgerEvent
from domain.placement import PlacementStatus
from domain.role import Role
from domain.slot import SlotKind
from handlers.handling.work import Work
from messages.button import data
from messages.pictures.goal import GoalPicture
from storage.outbox import OutboxRow
from storage.placements import new_resident
from tests.chat import Chat
from tests.city import City
from tests.conversations.results import enters, recorded
from tests.each import each
from tests.overview import has_goal, has_offered
from tests.placements import has_taken, proposes

PAINTERS, GARDENERS, OTHERS = "Exempelmåleriet AB", "Påhittade Parker AB", "Golv & Vägg AB"

LAST_SPRING = datetime(2025, 3, 3, 8, 0, tzinfo=UTC)


async def picture_in(city: City, chat: Chat) -> GoalPicture:
    """What the newest picture in the chat shows."""
    newest = select(OutboxRow).where(OutboxRow.chat_id == chat.phone.user_id).order_by(OutboxRow.id.desc()).limit(1)
    row = (await city.asks(lambda session: session.scalars(newest))).one()
    told = row.content["parameters"]["picture"]
    return GoalPicture(**(told | {"on": date.fromisoformat(told["on"])}))


def is_picture(chat: Chat) -> bool:
    """Whether the newest message stands under one."""
    return chat.last.kind == "photo"


async def test_a_goal_is_set_in_chat_changed_in_the_open_and_its_history_is_kept(
    city: City, subtests: pytest.Subtests
) -> None:
    karin = city.coordinator
    with each(subtests, "without one the overview says so, and what there is"):
        told = await karin.says("/oversikt")
        assert told.startswith("0 invånare i sysselsättning 2026")
        assert "Inget mål är satt för 2026." in told
        assert is_picture(karin)
    with each(subtests, "it is set by presses and texts, and checked before"):
        assert "För vilket år" in await karin.presses("Sätt mål")
        await karin.presses("2026")
        assert "Jag förstår bara siffror" in await karin.says("många")
        assert "minst 1" in await karin.says("0")
        assert "från 1 till 9 999" in await karin.says("10000")
        await karin.says("40")
        await karin.presses("Klart")
        assert "Skriv till exempel 23/11, 23 nov" in await karin.says("i våras")
        assert "har inte varit än" in await karin.says("24 december 2026")
        await karin.says("12 januari 2026")
        checked = await karin.says("KS 2026/12")
        assert checked.startswith(
            "Ska det här vara målet 2026?\n40 invånare i sysselsättning (praktikplats, anställning eller lärlingsplats)"
        )
        assert (await karin.presses("Spara")).startswith("Målet är satt.\n\nMål och beslut\n\n2026: 40 invånare")
    with each(subtests, "another replaces it, with fewer kinds, and both stand in the history"):
        await karin.presses("Sätt mål")
        await karin.presses("2026")
        await karin.says("45")
        await karin.presses("Lärlingsplats")
        await karin.presses("Klart")
        await karin.presses("I dag")
        assert "Det ersätter målet 40, som finns kvar i historiken." in await karin.says("KS 2026/99")
        kept = await karin.presses("Spara")
        assert "2026: 45 invånare\nRäknas: praktikplats eller anställning\nBeslutat 23 nov 2026 (KS 2026/99)" in kept
        assert "2026: 40 invånare (gällde till 23 nov 2026)" in kept
        assert "Satt 23 nov 2026 av Karin Ek" in kept
    with each(subtests, "the log has both"):
        assert await recorded(city, LedgerEvent.GOAL_SET) == [
            "2026 40 internship,employment,apprenticeship 2026-01-12 KS 2026/12",
            "2026 45 internship,employment 2026-11-23 KS 2026/99 (was 40)",
        ]
    with each(subtests, "a matcher reads it and sets none"):
        await city.matcher_a.says("/oversikt")
        assert "Mål och beslut" in " ".join(city.matcher_a.buttons)
        assert "Sätt" not in " ".join(city.matcher_a.buttons)
        await city.matcher_a.presses_forged("ovn")
        assert "För vilket år" not in city.matcher_a.last_text


async def has_a_year(city: City) -> None:
    """Five have begun, one start is not confirmed, two places are free, and seven are from elsewhere."""
    await has_goal(city, 40)
    await has_offered(city, PAINTERS, begun=3)
    await has_offered(city, OTHERS, begun=2, places=4, kind=SlotKind.EMPLOYMENT)
    await has_offered(city, GARDENERS, begun=1, status=PlacementStatus.STARTED)
    await has_offered(city, PAINTERS, begun=1, kind=SlotKind.MENTOR)
    await enters(city, SlotKind.APPRENTICESHIP, 7)


async def test_staff_read_all_of_the_picture_in_words(city: City, subtests: pytest.Subtests) -> None:
    await has_a_year(city)
    karin = city.coordinator
    told = await karin.says("/oversikt")
    with each(subtests, "everything that the picture shows stands in its words"):
        shown = await picture_in(city, karin)
        assert (shown.goal, shown.confirmed, shown.begun, shown.matched, shown.offered) == (40, 12, 1, 0, 2)
        assert told.startswith("12 av 40 invånare i sysselsättning 2026\n")
        assert "; 7 är tidigare resultat." in told
        assert "Har börjat, inte bekräftade än: 1\nMatchade: 0\nLediga platser: 2\nUtan plats än: 25\n" in told
        assert "28 kvar till målet.\n" in told, "five starts are too few to reckon by"
        assert "Målet beslutades 12 jan 2026 (KS 2026/12)." in told
    with each(subtests, "the same in English"):
        park = await city.person("Ruth Reed", Role.ADMINISTRATOR, language=Language.ENGLISH)
        assert (await park.says("/overview")).startswith("12 of 40 residents in occupation 2026\n")
    with each(subtests, "the year month by month"):
        await karin.says("/oversikt")
        year = await karin.presses("Månad för månad")
        assert "April: 5 (3 + 0 + 2)\n" in year
        assert "Tidigare resultat: 7 (0 + 7 + 0)\n" in year
        assert "Dessutom:\nYrkesmentorer: 1\n\nRäknat" in year
        assert is_picture(karin)
    with each(subtests, "another year has a picture of its own, and no goal"):
        await karin.says("/oversikt")
        assert (await karin.presses("2025")).startswith("0 invånare i sysselsättning 2025\n")
        assert "Inget mål är satt för 2025." in await karin.says("/oversikt 2025")
    with each(subtests, "/resultat is another name for it, and the results are a page of it"):
        assert await karin.says("/resultat") == told
        assert (await karin.presses("Resultat och program")).startswith("Resultat 2026\n12 personer")


async def test_staff_open_each_number_to_what_it_is_made_of(city: City, subtests: pytest.Subtests) -> None:
    await has_a_year(city)
    karin = city.coordinator
    told = await karin.says("/oversikt")
    with each(subtests, "what is pressed under a picture comes below it, and the list goes on in place"):
        pictures = len([each for each in karin.received if each.kind == "photo"])
        listed = await karin.presses("Per leverantör")
        assert "1. Exempelmåleriet AB\nHar börjat: 11 (7 är tidigare resultat) · erbjudna platser: 4" in listed
        assert "2. Golv & Vägg AB\nHar börjat: 2 · erbjudna platser: 4" in listed
        assert not is_picture(karin)
        opened = await karin.presses("Golv & Vägg AB")
        assert "Erbjudna platser: 4\nTagna av en matchare: 4\nNågon föreslagen: 2\nNågon har börjat: 2" in opened
        assert "I arbete 90 dagar efter: 0" in opened
        assert "har börjat: 2 av 4" in opened
        assert "Anställning" in await karin.presses("Anställning")
        assert len([each for each in karin.received if each.kind == "photo"]) == pictures
    with each(subtests, "by contract and trade"):
        await karin.says("/oversikt")
        assert "Utan avtal\nHar börjat: 6" in await karin.presses("Per avtal")
        assert "Tidigare resultat är bara kända per leverantör." in karin.last_text
        await karin.presses("Till översikten")
        assert not is_picture(karin), "a text stays one: the words are whole without the picture"
        assert karin.last_text == told
        assert "1. Måleri\nHar börjat: 6" in await karin.presses("Per bransch")
    with each(subtests, "each of the four numbers opens to its placements"):
        await karin.says("/oversikt")
        behind = await karin.presses("Bakom siffrorna")
        assert behind.startswith("Bekräftade, 2026\n")
        assert behind.count("1 apr 2026") == 5
        assert "1. " in await karin.presses("Inte bekräftade än")
        assert "Påhittade Parker AB" in karin.last_text
        assert "Här finns inget just nu." in await karin.presses("Matchade")
        assert "Anställning" in await karin.presses("Lediga platser")


async def test_a_matcher_reads_what_is_theirs_beside_the_city(city: City) -> None:
    await has_goal(city, 40)
    await has_offered(city, PAINTERS, begun=3)
    await has_offered(city, GARDENERS, begun=1, status=PlacementStatus.STARTED)
    anna, bashir = city.matcher_a, city.matcher_b
    told = await anna.says("/oversikt")
    assert told.startswith("3 av 40 invånare")
    assert "Det du har tagit hand om\nHar börjat: 3\nInte bekräftade än: 1\n" in told
    assert "Här finns inget för det året." in await _lists(bashir)
    assert "Det du har tagit hand om.\n\n1. Exempelmåleriet AB\nHar börjat: 3" in await _lists(anna)


async def _lists(chat: Chat) -> str:
    await chat.says("/oversikt")
    return await chat.presses("Per leverantör")


async def test_a_supplier_reads_its_own_in_starts_and_nothing_of_anothers(
    city: City, subtests: pytest.Subtests
) -> None:
    await has_goal(city, 40)
    mira = city.maleri
    ids = await has_offered(city, PAINTERS, begun=3, places=4)
    await has_offered(city, OTHERS, begun=4)
    with each(subtests, "its own is told in places and starts, and of others too few are shown to tell anything"):
        told = await mira.says("/oversikt")
        assert told.startswith("Hos er 2026: 3 starter\n")
        assert "Platser som ni har erbjudit i år: 4\nTagna av en matchare: 4\n" in told
        assert "Målet är 40 invånare" in told
        assert "visas när minst 5 har börjat hos andra än er" in told
        assert "7" not in told.replace("2026", "")
        assert not is_picture(mira)
    with each(subtests, "two starts of one resident are two starts, to a supplier"):
        await is_counted_already(city, ids[0])
        assert (await mira.says("/oversikt")).startswith("Hos er 2026: 3 starter\n")
    with each(subtests, "from five with others on the city is told too, small numbers as small"):
        await has_offered(city, OTHERS, begun=5)
        await has_offered(city, OTHERS, begun=2, status=PlacementStatus.STARTED)
        told = await mira.says("/oversikt")
        assert "Hela staden\n11 av 40 invånare" in told
        assert "Har börjat, inte bekräftade än: färre än 5\nMatchade: 0\n" in told
        shown = await picture_in(city, mira)
        assert (shown.confirmed, shown.begun, shown.matched) == (11, None, 0)
        assert is_picture(mira)
    with each(subtests, "its parts are its own alone, and open to its own offers"):
        offered = " ".join(mira.buttons)
        assert not [each for each in ("leverantör", "Bakom", "Mål", "Månad", "Resultat") if each in offered]
        listed = await mira.presses("Per bransch")
        assert "1. Måleri\nHar börjat: 3 · erbjudna platser: 4" in listed
        opened = await mira.presses("Måleri")
        assert "Erbjudna platser: 4\n" in opened
        assert "90 dagar" not in opened
        assert OTHERS not in "".join(message.words for message in mira.received)
    with each(subtests, "forged buttons lead to nothing of others"):
        for forged in ("ovs:2026:0:0", "ovy:2026", "ovl:2026", "ovg:0", "ovn", "ovp:2026:0:3:0:0", "ovb:2026:9:0"):
            await mira.presses_forged(*_as_carried(forged))
            assert OTHERS not in mira.last_text, forged
            assert "Månad" not in mira.last_text, forged
    with each(subtests, "by supplier it sees its own line alone"):
        await mira.presses_forged(*_as_carried("ovb:2026:0:0"))
        assert "Exempelmåleriet AB" in mira.last_text
        assert OTHERS not in mira.last_text


async def test_a_supplier_reads_no_state_by_which_two_of_its_placements_would_be_one_residents(city: City) -> None:
    mira = city.maleri
    await has_offered(city, OTHERS, begun=9)
    await has_offered(city, PAINTERS, begun=6, status=PlacementStatus.PROPOSED)
    assert "Matchade" not in await mira.says("/oversikt"), "of six, all are its own"
    assert "9 invånare" in mira.last_text
    assert "inte bekräftade än: 0\nLediga platser: 0\n" in mira.last_text
    shown = await picture_in(city, mira)
    assert (shown.begun, shown.matched, list(shown.unsaid)) == (0, None, ["matched"])
    await has_offered(city, OTHERS, begun=5, status=PlacementStatus.PROPOSED)
    assert "Matchade: 11\n" in await mira.says("/oversikt")
    await has_offered(city, PAINTERS, begun=1, status=PlacementStatus.STARTED)
    assert "inte bekräftade än" not in await mira.says("/oversikt"), "not even that they are few: one is its own"


def _as_carried(forged: str) -> tuple[str]:
    code, *numbers = forged.split(":")
    return (data(code, *map(int, numbers)),)


async def is_counted_already(city: City, placement_id: int) -> None:
    """By another start of the same resident."""

    async def act(work: Work) -> None:
        await new_resident.note(work.session, [placement_id], counted=None)

    await city.does_work(act)


async def test_a_reader_sees_the_city_and_no_small_number(city: City, subtests: pytest.Subtests) -> None:
    rut = await city.person("Rut Rask", Role.READER)
    await has_goal(city, 40)
    await has_offered(city, PAINTERS, begun=9)
    await has_offered(city, GARDENERS, begun=6)
    await has_offered(city, OTHERS, begun=2)
    await has_offered(city, OTHERS, begun=1, status=PlacementStatus.STARTED)
    with each(subtests, "the city's own total, and of the rest what is not small"):
        told = await rut.says("/oversikt")
        assert told.startswith("17 av 40 invånare")
        assert "Har börjat, inte bekräftade än: färre än 5\n" in told
        # 17 places began of 18 that were offered; 22 are left, and how many are on their way is not told.
        assert "23 kvar till målet. 2026 ledde 17 av 18 erbjudna platser till en start. Då behövs" in told
        assert "ger det som finns nu" not in told
    with each(subtests, "of the parts no small number, and none by which it could be reckoned"):
        listed = await rut.presses("Per leverantör")
        assert "Exempelmåleriet AB\nHar börjat: 9 · erbjudna platser: 9" in listed
        assert f"{OTHERS}\nHar börjat: visas inte" in listed
        assert f"{GARDENERS}\nHar börjat: visas inte" in listed, "17 - 9 - 6 would tell it"
        assert not [button for button in rut.buttons if OTHERS in button]
    with each(subtests, "no single offer, placement or month"):
        for forged in ("ovs:2026:0:0", "ovy:2026", "ovl:2026", "ovn", "ovp:2026:0:3:0:0"):
            await rut.presses_forged(*_as_carried(forged))
            assert "Golv" not in rut.last_text, forged
            assert "April" not in rut.last_text, forged


async def test_what_is_offered_and_proposed_moves_on_from_state_to_state(city: City) -> None:
    await has_goal(city, 7)
    await has_taken(city, places=2)
    assert "Matchade: 0\nLediga platser: 2" in await city.coordinator.says("/oversikt")
    await proposes(city)
    assert "Matchade: 1\nLediga platser: 1" in await city.coordinator.says("/oversikt")
    await has_offered(city, OTHERS, begun=9)
    assert "9 av 7 invånare" in await city.coordinator.says("/oversikt")
    assert "Målet är nått." in city.coordinator.last_text


async def test_how_far_it_is_stands_with_its_n(city: City) -> None:
    await has_goal(city, 40)
    await has_offered(city, PAINTERS, begun=10, places=20, offered_at=LAST_SPRING, begun_on=date(2025, 4, 1))
    await has_offered(city, OTHERS, begun=8)
    await has_offered(city, GARDENERS, places=4)
    told = await city.coordinator.says("/oversikt")
    assert "32 kvar till målet. 2025 ledde 10 av 20 erbjudna platser till en start. " in told
    # Four free places and the ten that stand open since last year give 7; half of them began 29 days after the offer.
    assert "Går det likadant ger det som finns nu 7 till. Då behövs 50 platser till, erbjudna senast 2 december" in told
    assert "hälften började inom 29 dagar från erbjudandet." in told
