"""A matcher who wants to hears each morning what is new and what waits; on a quiet day nothing comes."""

from domain.placement import PlacementStatus
from handlers.handling.work import Work
from storage.placements import placement as placements
from tests.chat import Chat
from tests.city import City
from tests.conversations.people import is_away
from tests.domain.hours import at


async def wants_it(chat: Chat) -> None:
    await chat.says("/aviseringar")
    assert "Morgonmeddelande: nej" in chat.last_text
    assert "Morgonmeddelande: ja, varje arbetsdag" in await chat.presses("Få morgonmeddelande")


def mornings(chat: Chat) -> list[str]:
    """The morning messages there, by their first line."""
    return [message.words.split("\n")[0] for message in chat.received if message.words.startswith("God morgon")]


async def test_who_wants_to_hears_in_the_morning_what_is_new_and_what_waits(city: City) -> None:
    anna = city.matcher_a
    await wants_it(anna)
    await city.until(at("2026-11-24 08:00"))
    assert not mornings(anna), "on a morning with nothing to say nothing is said"
    await city.maleri.reports_internship(area="Centrum")
    await anna.presses("Jag tar den")
    await city.maleri.reports_visit(on="9 december 2026", area="Hamnen")
    await card_and_ask(city)
    await city.until(at("2026-11-25 07:59"))
    assert not mornings(anna), "nobody is woken before work"
    await city.until(at("2026-11-25 08:00"))
    told = anna.last_text
    assert told.startswith("God morgon! 1 sak väntar på dig · 1 nytt erbjudande\n\nVäntar på ditt svar:"), told
    assert "Exempelmåleriet AB: Praktikplats · Måleri · 2 platser · Centrum" in told
    assert anna.buttons == ["1. Svara Mira Holm", "2. Visa erbjudanden"]
    assert not mornings(city.matcher_b), "nobody gets it who has not said so"
    assert "Vad vill du svara?" in await anna.presses("Svara Mira Holm")


async def card_and_ask(city: City) -> None:
    """The supplier writes to the matcher who has its offer, and waits."""
    await city.maleri.says("/platser")
    await city.maleri.presses("Centrum")
    await city.maleri.presses("Skriv till Anna Lind")
    await city.maleri.says("Vilken tid kommer ni?")


async def test_it_names_whom_to_ask_today_and_where_somebody_is_away_their_deputy_hears(city: City) -> None:
    anna, bashir = city.matcher_a, city.matcher_b
    await wants_it(anna)
    await city.maleri.reports_internship(area="Centrum")
    await anna.presses("Jag tar den")
    (slot,) = await city.slots()
    statuses = (PlacementStatus.INTERESTED, PlacementStatus.PROPOSED, PlacementStatus.CONFIRMED)

    async def are_on_their_way(work: Work) -> None:
        for status in statuses:
            begun = await placements.start(
                work.session,
                slot.id,
                started_by=slot.claimed_by or 0,
                begun_on=work.city.today(work.now),
                is_new_resident=True,
                next_at=None,
                now=work.now,
            )
            begun.status = status

    await city.does_work(are_on_their_way)
    await city.until(at("2026-11-24 08:00"))
    assert anna.last_text.count("Exempelmåleriet AB: de vill träffas") == 1, anna.last_text
    assert len(mornings(anna)) == 1
    await is_away(anna, deputy="Bashir Nur")
    heard = len(mornings(anna))
    await city.until(at("2026-11-25 08:00"))
    assert len(mornings(anna)) == heard, "who is away is left alone"
    assert bashir.last_text.startswith("Till Anna Lind, som är borta. Du är ersättare."), bashir.last_text
    assert "de vill träffas" in bashir.last_text
