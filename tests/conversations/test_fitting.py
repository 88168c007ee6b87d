"""What fits: an alert says to each matcher how many of their own wishes, and shows which, with reasons in words."""

from datetime import date, timedelta

from sqlalchemy import select

from domain.slot import SlotKind, Trade
from domain.wish import SwedishLevel, WishStatus
from handlers.doorways import PROPOSE
from messages.button import data
from storage.ledger import LedgerText
from storage.outbox import OutboxRow
from storage.placements.link import PlacementLink
from storage.wishes import decision
from storage.wishes.wish import Wish
from tests.city import City
from tests.conversations.alerts import third_matcher, wants_digest
from tests.scale.statements import counted
from tests.wishes import has_area, has_wish, turns_wishes_on

SOON = date(2026, 12, 1)


async def three_wishes_of_anna_and_one_of_bashir(city: City) -> None:
    """Of Anna's two fit an internship in painting, one perhaps; Bashir's is for something else."""
    await turns_wishes_on(city)
    await has_wish(city, 3, code="BCDFGH", from_on=SOON)
    await has_wish(city, 3, code="JKLMNP", from_on=SOON, swedish=SwedishLevel.FLUENT)
    await has_wish(city, 3, code="QRSTVW", from_on=SOON, kind=SlotKind.APPRENTICESHIP)
    await has_wish(city, 4, code="XZ2345", from_on=SOON, trade=Trade.CARE)


async def test_an_alert_says_how_many_of_ones_own_wishes_fit_and_shows_which_and_why(city: City) -> None:
    await three_wishes_of_anna_and_one_of_bashir(city)
    with counted() as statements:
        await city.maleri.reports_internship()
    assert sum("FROM wish " in each and "matcher_id IN" in each for each in statements) == 1, "for all matchers at once"
    assert "Passar 2 av dina önskemål, kanske 1 till." in city.matcher_a.last_text
    assert "önskemål" not in city.matcher_b.last_text
    assert "Visa vilka" not in " ".join(city.matcher_b.buttons)

    shown = await city.matcher_a.presses("Visa vilka")
    assert "JKL MNP" in shown
    assert "Passar: rätt typ, rätt bransch, starten passar, svenskan räcker" in shown
    assert shown.index("JKL MNP") < shown.index("QRS TVW")
    assert "Passar kanske: rätt bransch, starten passar" in shown
    assert "Talar emot: annan typ" in shown
    assert "XZ2" not in shown
    assert any("Föreslå BCD FGH" in each for each in city.matcher_a.buttons)

    # Another's button shows one's own wishes, and here there are none.
    assert "Inget av dina önskemål" in await city.matcher_b.presses_forged("fiw:1")
    await city.matcher_b.presses("Jag tar den")
    assert "Taget av Bashir Nur" in city.matcher_a.received[0].words
    assert "önskemål" not in city.matcher_a.received[0].words


async def test_each_of_several_offers_says_it_in_the_joint_alert_the_digest_and_on_its_card(city: City) -> None:
    await three_wishes_of_anna_and_one_of_bashir(city)
    cilla = await third_matcher(city)
    await wants_digest(cilla)
    async with city.database.write() as session:
        (await session.get_one(Wish, 3)).matcher_id = 6
    await city.maleri.reports_internship(area="Centrum")
    await city.maleri.reports_visit(area="Söder")
    joint = city.matcher_a.last_text
    assert joint.count("Passar 2 av dina önskemål.") == joint.count("av dina önskemål") == 1
    assert "2. Studiebesök" in joint
    assert any("Vilka passar nr 1?" in each for each in city.matcher_a.buttons)

    # A wish that is met meanwhile is not counted any more wherever the alert changes, and in no digest.
    async with city.database.write() as session:
        (await session.get_one(Wish, 1)).status = WishStatus.PLACED
    await city.matcher_b.presses("2. Jag tar den")
    assert "Passar 1 av dina önskemål." in city.matcher_a.last_text
    await city.later(timedelta(days=1))
    digest = cilla.last_text
    assert "Passar kanske 1 av dina önskemål." in digest
    await cilla.presses("Praktikplats")
    assert "Passar kanske 1 av dina önskemål." in cilla.last_text
    assert "QRS TVW" in await cilla.presses("Visa vilka")
    assert "av dina önskemål" not in await _card_of(city)


async def _card_of(city: City) -> str:
    await city.coordinator.says("/platser")
    return await city.coordinator.presses("Praktikplats")


async def test_a_wish_shows_the_offers_that_fit_and_whom_to_ask_where_none_does(city: City) -> None:
    await turns_wishes_on(city)
    await has_wish(city, 3, code="BCDFGH", from_on=SOON, area_id=await has_area(city))
    await city.matcher_a.says("/onskemal")
    card = await city.matcher_a.presses("BCD FGH")
    assert "Inget erbjudande passar än." in card
    await city.matcher_a.presses("Fråga leverantörer")
    await city.matcher_a.presses("Skicka frågan")
    card = await city.matcher_a.presses("Till önskemålet")
    assert "23 nov frågades Exempelmåleriet AB: har inte svarat" in card
    await city.maleri.presses("Senare")
    await city.maleri.presses("Vi vet inte när")
    assert "23 nov frågades Exempelmåleriet AB: Senare" in await city.matcher_a.presses("Till önskemålet")

    await city.maleri.reports_internship(area="Gamla stan")
    await city.matcher_a.says("/onskemal")
    card = await city.matcher_a.presses("BCD FGH")
    assert "Erbjudanden som passar: 1" in card
    assert not any("Fråga leverantörer" in each for each in city.matcher_a.buttons)
    offers = await city.matcher_a.presses("Erbjudanden som passar")
    assert "Passar, så vitt vi vet: rätt typ, rätt bransch, starten passar" in offers
    assert "Att fråga: oklart vilket område" in offers
    assert "Från Exempelmåleriet AB. Tar du den?" in await city.matcher_a.presses("Praktikplats")


async def test_from_a_fitting_wish_somebody_is_proposed_and_then_no_longer_looks_there(city: City) -> None:
    await turns_wishes_on(city)
    await has_wish(city, 3, code="BCDFGH", from_on=SOON)
    await has_wish(city, 3, code="JKLMNP", from_on=SOON)
    await city.maleri.reports_internship(places=1)
    assert "Passar 2 av dina önskemål." in city.matcher_a.last_text
    await city.matcher_a.presses("Visa vilka")
    for pressed in ("Föreslå JKL MNP", "Som erbjudet", "Som erbjudet", "Halvtid", "Skicka"):
        await city.matcher_a.presses(pressed)
    linked = await city.asks(lambda session: session.scalars(select(PlacementLink.wish_id)))
    assert linked.all() == [2]
    assert "JKL" not in "".join(each.words for each in city.maleri.received)
    await city.matcher_a.says("/platser")
    assert "av dina önskemål" not in await city.matcher_a.presses("Praktikplats"), "its one place is taken"


async def test_nobody_is_proposed_for_a_wish_that_is_anothers_or_gone_or_has_a_place_there(
    city: City,
) -> None:
    await turns_wishes_on(city)
    own, others = [await has_wish(city, each, code=code) for each, code in ((3, "BCDFGH"), (4, "JKLMNP"))]
    gone = await has_wish(city, 3, code="QRSTVW", status=WishStatus.CLOSED)
    await city.maleri.reports_internship(places=2)
    for wish_id in (others, gone, 999):
        assert "Det finns inte längre" in await city.matcher_a.presses_forged(data(PROPOSE, 1, 1, wish_id)), wish_id
    for chat in (city.maleri, city.coordinator):
        await chat.says("/hjalp")
        await chat.presses_forged(data(PROPOSE, 1, 1, own))
        assert "Steg" not in chat.last_text
    pressed = ("Som erbjudet", "Som erbjudet", "Halvtid", "Skicka")
    await city.matcher_a.presses_forged(data(PROPOSE, 1, 1, own))
    for label in pressed:
        await city.matcher_a.presses(label)
    (slot,) = await city.slots()
    again = await city.matcher_a.presses_forged(data(PROPOSE, 1, slot.revision, own))
    assert again.startswith("Det har redan hänt något annat."), "the same person would take both places"
    linked = await city.asks(lambda session: session.scalars(select(PlacementLink.wish_id)))
    assert linked.all() == [own]


async def test_wishes_that_are_turned_off_while_somebody_is_proposed_leave_a_proposal_without_one(city: City) -> None:
    await turns_wishes_on(city)
    own = await has_wish(city, 3)
    await city.maleri.reports_internship()
    await city.matcher_a.presses_forged(data(PROPOSE, 1, 1, own))
    for label in ("Som erbjudet", "Som erbjudet", "Halvtid"):
        await city.matcher_a.presses(label)
    async with city.database.write() as session:
        found = await decision.in_force(session)
        assert found is not None
        await decision.turn_off(session, found, by=5, now=city.clock.now())
    assert (await city.matcher_a.presses("Skicka")).startswith("Förslaget är skickat.")
    linked = await city.asks(lambda session: session.scalars(select(PlacementLink.wish_id)))
    assert linked.all() == []


async def test_where_wishes_are_off_and_for_those_who_do_not_look_an_alert_says_nothing(city: City) -> None:
    await has_wish(city, 3, from_on=SOON)
    await city.maleri.reports_internship(area="Centrum")
    assert "önskemål" not in city.matcher_a.last_text
    await turns_wishes_on(city)
    async with city.database.write() as session:
        (await session.get_one(Wish, 1)).status = WishStatus.PLACED
    await city.later(timedelta(hours=1))
    await city.maleri.reports_internship(area="Söder")
    assert "önskemål" not in city.matcher_a.last_text


async def test_nothing_of_a_wish_but_how_many_fit_is_in_outbox_or_ledger(city: City) -> None:
    """The wish names a trade and an area that nobody else names here, and everything about it is looked at."""
    await turns_wishes_on(city)
    wished = {"trade": Trade.CARE, "kind": SlotKind.APPRENTICESHIP, "area_id": await has_area(city, "Råå")}
    await has_wish(city, 3, code="BCDFGH", from_on=SOON, **wished)
    await has_wish(city, 3, code="JKLMNP", from_on=SOON)
    await city.maleri.reports_internship()
    await city.matcher_a.presses("Visa vilka")
    await city.matcher_a.says("/onskemal")
    await city.matcher_a.presses("BCD FGH")
    await city.matcher_a.says("/onskemal")
    await city.matcher_a.presses("JKL MNP")
    assert "JKL MNP" in await city.matcher_a.presses("Erbjudanden som passar")
    rows = (await city.asks(lambda session: session.scalars(select(OutboxRow)))).all()
    texts = (await city.asks(lambda session: session.scalars(select(LedgerText)))).all()
    kept = " ".join([f"{row.content} {row.rendered}" for row in rows] + [text.content for text in texts])
    assert "'fits': 1" in kept
    for word in ("BCD", "JKL", "Råå", "care", "Vård", "apprenticeship", "Lärling"):
        assert word not in kept, word
