"""Those who are asked to a meeting answer in one press, and can change their minds."""

from datetime import timedelta

import pytest
from sqlalchemy import delete

from domain.meeting import MeetingAnswer
from domain.role import Role
from storage.meetings.meeting import Attendee
from tests.chat import Chat
from tests.city import City
from tests.conversations.meetings import calls_off
from tests.conversations.people import is_away
from tests.each import each
from tests.meetings import answers_of, at, contract_of, meetings_of

MIRA, KARIN = 1, 5


async def booked(city: City, *contacts: Chat) -> None:
    await city.coordinator.schedules_meeting(await contract_of(city, *(contacts or (city.maleri,))))


async def answer_of(city: City, person_id: int) -> MeetingAnswer | None:
    return (await answers_of(city))[person_id]


async def test_one_press_says_that_one_comes_and_the_organiser_hears_it(city: City) -> None:
    await booked(city)
    text = await city.maleri.presses("Kommer")
    assert text.startswith("Tack, vad bra!")
    assert "Mira Holm – kommer" in text
    assert city.coordinator.last_text.startswith("Mira Holm kommer")
    assert await answer_of(city, MIRA) is MeetingAnswer.COMING


async def test_the_same_answer_twice_is_told_once(city: City) -> None:
    await booked(city)
    button = city.maleri.data("Kommer")
    await city.maleri.presses("Kommer")
    said = len(city.coordinator.received)
    await city.maleri.presses_forged(button)
    assert len(city.coordinator.received) == said


async def test_an_answer_can_be_changed_and_given_by_number(city: City) -> None:
    await booked(city)
    await city.maleri.says("1")
    text = await city.maleri.presses("Kan inte")
    assert "Passar en annan tid, eller kan någon annan komma?" in text
    assert [label[3:] for label in city.maleri.buttons] == [
        "Kommer",
        "Föreslå annan tid",
        "Någon annan kommer",
        "Dagordning",
        "Kommande möten",
    ]
    assert city.coordinator.last_text.startswith("Mira Holm kan inte komma")


async def test_another_time_is_proposed_in_ones_own_words_and_the_organiser_can_move_it(city: City) -> None:
    await booked(city)
    assert "Vilken tid passar bättre?" in await city.maleri.presses("Föreslå annan tid")
    text = await city.maleri.says("Fredag 11/12 kl. 13")
    assert text.startswith("Tack! Ditt förslag är skickat till den som bjöd in.")
    assert "Du har föreslagit: ”Fredag 11/12 kl. 13”. Karin Ek svarar dig. Till dess gäller tiden ovan" in text
    assert "Förslag: ”Fredag 11/12 kl. 13”" in city.coordinator.last_text
    assert "Gäller nu: torsdag 10 december 2026 kl. 10.00" in city.coordinator.last_text
    assert [label[3:] for label in city.coordinator.buttons] == ["Flytta", "Tiden står fast", "Visa mötet"]
    assert await answer_of(city, MIRA) is MeetingAnswer.OTHER_TIME


async def test_a_colleague_who_is_in_comes_instead_and_is_invited(city: City) -> None:
    nils = await city.person("Nils Ask", Role.SUPPLIER, company="Exempelmåleriet AB")
    await booked(city)
    await city.maleri.presses("Kan inte")
    await city.maleri.presses("Någon annan kommer")
    text = await city.maleri.presses("Nils Ask")
    assert text.startswith("Tack! Jag har berättat för den som bjöd in vem som kommer i stället.")
    assert "Mira Holm – kan inte, Nils Ask kommer i stället" in text
    assert "Nils Ask – har inte svarat" in text
    assert "Kommer i stället: Nils Ask" in city.coordinator.last_text
    assert nils.last_text.startswith("Inbjudan: Startmöte")


async def test_somebody_who_is_not_in_can_come_instead_too(city: City) -> None:
    await booked(city)
    await city.maleri.presses("Kan inte")
    await city.maleri.presses("Någon annan kommer")
    await city.maleri.says("Pelle, arbetsledare")
    assert "Kommer i stället: Pelle, arbetsledare" in city.coordinator.last_text
    assert "Mira Holm – kan inte, Pelle, arbetsledare kommer i stället" in await city.coordinator.presses("Visa mötet")


async def test_a_resident_is_not_written_about(city: City) -> None:
    await booked(city)
    await city.maleri.presses("Föreslå annan tid")
    text = await city.maleri.says("efter lunch, ring 070-174 06 35")
    assert text.startswith("Skriv inga telefonnummer här.")


async def test_a_deputy_answers_for_somebody_who_is_away(city: City) -> None:
    nils = await city.person("Nils Ask", Role.SUPPLIER, company="Exempelmåleriet AB")
    await is_away(city.maleri, deputy="Nils Ask")
    await booked(city)
    assert nils.last_text.startswith("Till Mira Holm, som är borta.")
    await nils.presses("Kommer")
    assert city.coordinator.last_text.startswith("Nils Ask kommer")
    assert "Svaret gäller Mira Holm" in city.coordinator.last_text
    assert await answer_of(city, MIRA) is MeetingAnswer.COMING


async def test_what_is_not_yours_is_not_found(city: City, subtests: pytest.Subtests) -> None:
    await booked(city)
    (meeting,) = await meetings_of(city)
    await city.park.says("/help")
    for code in ("my", "mn", "mo", "mi", "ms", "mm", "mc"):
        with each(subtests, code):
            said = len(city.park.received)
            text = await city.park.presses_forged(f"{code}:{meeting.id}:0")
            assert len(city.park.received) > said
            assert "Exempelmåleriet" not in text
            assert (await answers_of(city)).keys() == {MIRA, KARIN}
            assert set((await answers_of(city)).values()) == {None, MeetingAnswer.COMING}


async def test_an_invitation_during_a_form_leaves_the_form_the_last_word(city: City) -> None:
    await city.maleri.says("/rapportera")
    await booked(city)
    assert "Vad vill ni erbjuda?" in city.maleri.last_text
    await city.maleri.presses("Kommer")
    assert "Vad vill ni erbjuda?" in city.maleri.last_text
    assert await answer_of(city, MIRA) is MeetingAnswer.COMING


async def test_where_it_is_booked_already_the_meeting_is_shown(city: City) -> None:
    await booked(city)
    text = await city.maleri.presses_forged("mt:1")
    assert "torsdag 10 december 2026 kl. 10.00" in text
    assert "1. Kommer" in city.maleri.buttons


async def wishes_other_time(city: City, words: str = "Fredag 11/12 kl. 13") -> None:
    """Mira would like another time for the meeting that is booked."""
    await booked(city)
    await city.maleri.presses("Föreslå annan tid")
    await city.maleri.says(words)


async def test_a_wish_for_another_time_waits_for_the_organiser_who_is_reminded_until_it_is_moved(city: City) -> None:
    await wishes_other_time(city)
    assert "En annan tid är föreslagen" in await city.maleri.says("/moten")
    said, came = len(city.maleri.received), []
    for day in range(1, 10):
        before = len(city.coordinator.received)
        await city.until(at("2026-11-23T07:00") + timedelta(days=day))
        if len(city.coordinator.received) > before:
            assert city.coordinator.last_text.startswith("Mira Holm väntar på svar om en annan tid")
            came.append(city.clock.now())
    assert came == [at("2026-11-25T07:00"), at("2026-12-02T07:00")]
    assert len(city.maleri.received) == said, "it is not the supplier's turn"
    assert "Gäller nu: torsdag 10 december 2026 kl. 10.00" in city.coordinator.last_text
    text = await city.coordinator.presses("Flytta")
    assert text.startswith("Förslag från Mira Holm: ”Fredag 11/12 kl. 13”")
    assert "Varför flyttas mötet?" in text
    await city.coordinator.says("1")
    assert "Gäller nu: torsdag 10 december 2026 kl. 10.00" in city.coordinator.last_text
    assert "Förslag från Mira Holm: ”Fredag 11/12 kl. 13”" in city.coordinator.last_text
    assert "Ny tid: fredag 11 december 2026 kl. 13.00" in city.coordinator.last_text
    await city.coordinator.says("1")
    assert city.maleri.last_text.startswith("Ny tid: Startmöte")
    before = len(city.coordinator.received)
    await city.until(at("2026-12-03T07:00"))
    assert len(city.coordinator.received) == before


async def test_the_organiser_who_cannot_says_so_and_the_wisher_is_asked_anew(city: City) -> None:
    await wishes_other_time(city)
    text = await city.coordinator.presses("Tiden står fast")
    assert text.startswith("Tiden står fast. Jag har skrivit det till dem som ville ha en annan tid")
    assert "Mira Holm – har inte svarat" in text
    told = city.maleri.last_text
    assert told.startswith("Tiden står fast: Startmöte med Exempelmåleriet AB\nNär: torsdag 10 december 2026 kl. 10.00")
    assert [label[3:] for label in city.maleri.buttons] == ["Kommer", "Kan inte", "Föreslå annan tid"]
    said = len(city.coordinator.received)
    await city.until(at("2026-11-26T07:00"))
    assert len(city.coordinator.received) == said
    assert (await city.maleri.presses("Kommer")).startswith("Tack, vad bra!")


async def test_the_organiser_s_reminder_says_who_has_not_answered_and_who_comes_instead(city: City) -> None:
    nils = await city.person("Nils Ask", Role.SUPPLIER, company="Exempelmåleriet AB")
    await booked(city, city.maleri, nils)
    await city.maleri.presses("Kan inte")
    await city.maleri.presses("Någon annan kommer")
    await city.maleri.says("Pelle, arbetsledare")
    await city.until(at("2026-12-03T07:00"))
    told = city.coordinator.last_text
    assert told.startswith("Påminnelse: Startmöte med Exempelmåleriet AB")
    assert "Deltagare: Pelle, arbetsledare (i stället för Mira Holm), Karin Ek, Nils Ask" in told
    assert "Nils Ask har inte svarat.\nMira Holm kan inte, Pelle, arbetsledare kommer i stället." in told
    assert "Välkommen" not in told
    assert "Du har inte svarat än. Kommer du?" in nils.last_text
    await nils.presses("Kommer")
    await city.until(at("2026-12-09T07:00"))
    assert "har inte svarat" not in city.coordinator.last_text


async def test_where_nobody_else_is_invited_nobody_is_said_to_hear_of_it(city: City) -> None:
    await booked(city)
    async with city.database.write() as session:
        await session.execute(delete(Attendee).where(Attendee.person_id == MIRA))
    await city.coordinator.says("/moten")
    await city.coordinator.says("1")
    text = await calls_off(city.coordinator)
    assert text.startswith("Mötet är inställt. Inga fler påminnelser skickas.")
