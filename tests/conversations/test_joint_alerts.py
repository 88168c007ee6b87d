"""What one supplier offers within ten minutes: the first alert goes at once, the next are edited into it."""

from datetime import timedelta

from bot.demo.local_telegram import Message
from handlers.handling.work import Work
from handlers.slots.report.reporting import FORM as REPORT
from storage.people import person
from tests.chat import Chat
from tests.city import City
from tests.conversations.alerts import third_matcher, wants_digest, wants_only
from tests.empty_database import on_postgresql
from tests.filled_form import fill
from tests.holder import Holder
from tests.scale.statements import counted


async def offers(chat: Chat, *areas: str, apart: timedelta = timedelta(minutes=3)) -> None:
    """One offer after the other, so long apart."""
    for number, area in enumerate(areas):
        if number:
            await chat.city.later(apart)
        await chat.reports_internship(area=area)


def about(chat: Chat, words: str) -> list[Message]:
    return [message for message in chat.received if words in message.text]


async def test_three_offers_within_ten_minutes_are_one_alert(city: City) -> None:
    await offers(city.maleri, "Centrum", "Råå", "Hamnen")
    for matcher in (city.matcher_a, city.matcher_b):
        assert len(matcher.received) == 1
        assert matcher.last_text.startswith("3 erbjudanden från Exempelmåleriet AB")
        for line in ("1. Praktikplats · Måleri · 2 platser · Centrum", "2. Praktikplats · Måleri · 2 platser · Råå"):
            assert line in matcher.last_text
        assert matcher.buttons == [
            "1. Jag tar den",
            "4. Visa allt om nr 1",
            "2. Jag tar den",
            "5. Visa allt om nr 2",
            "3. Jag tar den",
            "6. Visa allt om nr 3",
        ]
        assert {button.style for row in matcher.last.buttons for button in row} == {None}


async def test_the_first_of_them_waits_for_nothing(city: City) -> None:
    await city.maleri.reports_internship(area="Centrum")
    assert city.matcher_a.last_text.startswith("Praktikplats · Måleri")
    assert city.matcher_a.buttons == ["1. Jag tar den", "2. Visa allt"]


async def test_what_comes_later_or_from_another_supplier_is_an_alert_of_its_own(city: City) -> None:
    await offers(city.maleri, "Centrum", "Råå", apart=timedelta(minutes=10))
    await city.park.reports_internship(area="Hamnen")
    assert len(city.matcher_a.received) == 3


async def test_each_is_claimed_by_its_number_and_the_others_stay(city: City) -> None:
    await offers(city.maleri, "Centrum", "Råå", "Hamnen")
    await city.matcher_a.says("2")
    joint, own = city.matcher_a.received
    assert own.text.startswith("Du har tagit den.")
    assert "Område: Råå" in own.text
    assert "Råå · från 30 november 2026\nDu har tagit den" in joint.text
    assert [button.text for row in joint.buttons for button in row if "tar" in button.text] == [
        "1. Jag tar den",
        "3. Jag tar den",
    ]
    assert "Råå · från 30 november 2026\nTaget av Anna Lind" in city.matcher_b.last_text
    await city.matcher_b.presses("3. Jag tar den")
    await city.matcher_b.presses("1. Jag tar den")
    assert [slot.claimed_by for slot in await city.slots()] == [4, 3, 4]
    assert "Du behöver inte göra något mer." in city.matcher_a.received[0].text
    assert not city.matcher_a.received[0].buttons


async def test_a_claim_too_late_shows_who_has_it_and_one_of_what_has_changed_shows_it(city: City) -> None:
    await offers(city.maleri, "Centrum", "Råå")
    first, second = city.matcher_b.data("1. Jag tar den"), city.matcher_b.data("2. Jag tar den")
    await city.matcher_a.presses("1. Jag tar den")
    await city.matcher_b.presses_forged(first)
    assert "Taget av Anna Lind" in city.matcher_b.last_text
    assert len(city.matcher_b.received) == 1
    await city.maleri.says("/platser")
    await city.maleri.presses("Råå")
    await city.maleri.presses("Ändra")
    await city.maleri.presses("Ändra antal")
    await city.maleri.says("5")
    await city.maleri.presses("Skicka")
    assert "2. Praktikplats · Måleri · 5 platser · Råå" in city.matcher_b.last_text
    await city.matcher_b.presses_forged(second)
    assert "Antal: 5 platser" in city.matcher_b.last_text
    assert [slot.claimed_by for slot in await city.slots()] == [3, None]
    await city.matcher_b.presses("1. Jag tar den")
    assert [slot.claimed_by for slot in await city.slots()] == [3, 4]


async def test_all_of_one_is_shown_below_and_tells_what_is_true_later(city: City) -> None:
    await offers(city.maleri, "Centrum", "Råå")
    await city.matcher_a.presses("Visa allt om nr 2")
    assert "Område: Råå" in city.matcher_a.last_text
    assert city.matcher_a.received[0].text.startswith("2 erbjudanden")
    await city.matcher_b.presses("2. Jag tar den")
    assert "Taget av Bashir Nur" in city.matcher_a.last_text
    assert city.matcher_a.buttons == []


async def test_what_is_undone_withdrawn_or_given_back_shows_in_it(city: City) -> None:
    await offers(city.maleri, "Centrum", "Råå")
    await city.maleri.presses("Ångra")
    assert "Råå · från 30 november 2026\nÅterkallat" in city.matcher_a.last_text
    assert city.matcher_a.buttons == ["1. Jag tar den", "3. Visa allt om nr 1"]
    await city.matcher_b.presses("1. Jag tar den")
    await city.matcher_b.says("/platser")
    await city.matcher_b.presses("Centrum")
    await city.matcher_b.presses("Lämna tillbaka")
    joint = city.matcher_a.received[0]
    assert [button.text for row in joint.buttons for button in row] == ["1. Jag tar den", "3. Visa allt om nr 1"]


async def test_each_matcher_sees_those_that_fit_and_who_hears_once_a_day_hears_then(city: City) -> None:
    cilla = await third_matcher(city)
    await wants_digest(cilla)
    await offers(city.maleri, "Råå")
    await city.later(timedelta(minutes=30))
    await wants_only(city.matcher_b, "Välj område", "Råå")
    told_a, told_b = len(city.matcher_a.received), len(city.matcher_b.received)
    await offers(city.maleri, "Centrum", "Råå", "Hamnen")
    assert city.matcher_a.last_text.startswith("3 erbjudanden")
    assert city.matcher_b.last_text.startswith("Praktikplats · Måleri · 2 platser · Råå")
    assert (len(city.matcher_a.received) - told_a, len(city.matcher_b.received) - told_b) == (1, 1)
    assert not about(cilla, "erbjudanden från")


async def test_whoever_has_claimed_from_it_or_sees_that_all_is_taken_is_alerted_anew(city: City) -> None:
    await offers(city.maleri, "Centrum")
    await city.matcher_a.presses("Jag tar den")
    await offers(city.maleri, "Råå")
    for matcher in (city.matcher_a, city.matcher_b):
        assert matcher.last_text.startswith("Praktikplats · Måleri · 2 platser · Råå")
        assert "Centrum" in matcher.received[0].text
    await offers(city.maleri, "Hamnen")
    for matcher in (city.matcher_a, city.matcher_b):
        assert len(matcher.received) == 2
        assert matcher.last_text.startswith("2 erbjudanden")


async def test_outside_working_hours_it_is_the_same(city: City) -> None:
    await city.later(timedelta(hours=12))
    await offers(city.maleri, "Centrum", "Råå")
    assert len(city.matcher_a.received) == 1
    assert city.matcher_a.last_text.startswith("2 erbjudanden")
    assert city.matcher_a.last.silent


async def test_one_that_has_not_gone_out_yet_goes_out_as_one(city: City) -> None:
    async def both(work: Work) -> None:
        mira = await person.by_telegram_id(work.session, city.maleri.phone.user_id)
        assert mira is not None
        for area in ("Centrum", "Råå"):
            await fill(work, mira, REPORT, ("1", "1", "2", area, "2", "2", "1"))

    await city.does_work(both)
    assert len(city.matcher_a.received) == 1
    assert city.matcher_a.last_text.startswith("2 erbjudanden")
    assert not city.matcher_a.last.edited


async def test_one_that_may_not_have_arrived_is_said_afresh_with_all_of_them(city: City) -> None:
    city.telegram.faults.cuts_after_accepting(method="sendMessage", times=3)
    await city.maleri.reports_internship(area="Centrum")
    await city.maleri.reports_internship(area="Råå")
    for matcher in (city.matcher_a, city.matcher_b):
        assert matcher.last_text.startswith("2 erbjudanden"), [each.text for each in matcher.received]


async def test_nobody_yet_is_said_once_for_all_of_them(city: City) -> None:
    await offers(city.maleri, "Centrum", "Råå", "Hamnen")
    said = len(city.maleri.received)
    await city.later(timedelta(days=1))
    assert len(city.maleri.received) == said + 1
    assert "Ingen matchare har hunnit ta hand om era 3 erbjudanden än." in city.maleri.last_text
    assert city.matcher_a.last_text.startswith("3 erbjudanden från Exempelmåleriet AB väntar på en matchare")
    assert len(city.matcher_a.received) == 2
    await city.matcher_a.presses("2. Jag tar den")
    assert all("Taget av Anna Lind" in message.text for message in city.matcher_b.received)


@on_postgresql
async def test_two_who_claim_different_ones_at_the_same_moment_both_show(city: City) -> None:
    await offers(city.maleri, "Centrum", "Råå")
    with Holder(city) as holder:
        holder.takes("LOCK TABLE listed_slot IN EXCLUSIVE MODE")
        city.matcher_a.phone.presses_button("1. Jag tar den")
        await holder.sees_waiting(1)
        city.matcher_b.phone.presses_button("2. Jag tar den")
        await holder.sees_waiting(2)
        holder.lets_go()
        await city.settled()
    for matcher, other in ((city.matcher_a, "Bashir Nur"), (city.matcher_b, "Anna Lind")):
        joint = matcher.received[0]
        assert "Du har tagit den" in joint.text
        assert f"Taget av {other}" in joint.text
        assert not joint.buttons


@on_postgresql
async def test_an_offer_beside_one_that_is_being_claimed_is_alerted_by_itself(city: City) -> None:
    await city.maleri.reports_internship(area="Centrum")
    with Holder(city) as holder:
        holder.takes("SELECT 1 FROM slot WHERE id = 1 FOR UPDATE")
        await city.maleri.reports_internship(area="Råå")
        holder.lets_go()
    for matcher in (city.matcher_a, city.matcher_b):
        assert [len(matcher.received), "Råå" in matcher.last_text] == [2, True]


async def test_what_an_alert_tells_is_looked_up_once_however_many_read_it(city: City) -> None:
    await third_matcher(city)
    await offers(city.maleri, "Centrum", "Råå")
    with counted() as asked:
        await city.matcher_a.presses("2. Jag tar den")
    # For all who read it, for the supplier, and for what stands below the alert.
    assert len([words for words in asked if "FROM slot JOIN supplier" in words]) == 3


async def test_an_offer_is_told_at_once_however_many_hear_of_it(city: City) -> None:
    await third_matcher(city)
    for area, is_joined in (("Centrum", False), ("Råå", True)):
        await city.maleri.says("/rapportera")
        await city.maleri.answers("1", "1", "2", area, "2", "2")
        with counted() as asked:
            await city.maleri.presses("Skicka")
        # All alerts, and the receipt; which stands where it was pressed, so nobody asks what stands there.
        assert len([words for words in asked if "INTO outbox" in words]) == 2
        assert len([words for words in asked if "content AS edited" in words]) == is_joined
        assert len([words for words in asked if "FROM slot JOIN supplier" in words]) == 1 + is_joined
        assert len([words for words in asked if "INTO listed_slot" in words]) == is_joined
        assert not [words for words in asked if "SAVEPOINT" in words]
    assert [len(each.received) for each in (city.matcher_a, city.matcher_b)] == [1, 1]
