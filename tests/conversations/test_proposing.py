"""Somebody is proposed: the supplier answers, they meet, a first day is agreed, somebody begins. Nobody is named."""

from domain.placement import PlacementStatus
from tests.city import City
from tests.placements import card_of, has_taken, placements, proposes
from tests.record import recorded


async def test_from_a_proposal_to_the_first_day_and_each_phone_shows_how_it_stands(city: City) -> None:
    await has_taken(city)
    placement = await proposes(city)
    assert city.matcher_a.last_text.startswith("Förslaget är skickat.")
    proposal = city.maleri.last
    assert proposal.words.startswith("Anna Lind föreslår någon till er: vill ni träffas?")
    for told in (f"Kommunens kod för personen: {placement.code}", "Omfattning: 50 % av heltid"):
        assert told in proposal.words
    assert "1 föreslagen" in await card_of(city.matcher_a)

    assert (await city.maleri.presses("Vi vill träffas")).startswith("Tack! Anna Lind på kommunen hör av sig")
    assert city.matcher_a.last_text.startswith("Mira Holm vill träffas")
    said = len(city.maleri.received)
    await city.matcher_a.presses("De har träffats")
    assert city.maleri.received[-1].words.startswith("Ni har träffats")
    await city.matcher_a.presses("Börjar den")
    await city.matcher_a.presses("Som föreslaget")
    assert city.maleri.received[-1].words.startswith("Första dagen är bestämd")
    assert len(city.maleri.received) == said, "what changes is shown in silence"

    await city.matcher_a.presses("Har börjat")
    await city.matcher_a.presses("I dag")
    await city.matcher_a.presses("Ny person i år")
    assert city.matcher_a.last_text.startswith("Noterat. Leverantören får frågan")
    assert city.maleri.last_text.startswith("Stämmer det att någon har börjat hos er?")
    await city.maleri.presses("Ja")
    (placement,) = await placements(city)
    assert placement.status is PlacementStatus.CONFIRMED
    events = [
        "placement_proposed",
        "placement_interested",
        "placement_introduced",
        "placement_agreed",
        "placement_started",
        "placement_confirmed",
    ]
    assert [len(await recorded(city, event)) for event in events] == [1] * len(events)
