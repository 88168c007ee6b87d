from tests.city import City


async def test_the_language_is_asked_for_and_changed_by_press(city: City) -> None:
    await city.maleri.says("/sprak")
    assert city.maleri.buttons == ["1. Svenska", "2. English"]
    await city.maleri.presses("English")
    assert city.maleri.last_text.startswith("I will write in English now.")
    assert "report" in dict(city.maleri.phone.commands)
    await city.maleri.says("/help")
    assert "What you can do here" in city.maleri.last_text


async def test_the_language_is_changed_by_number(city: City) -> None:
    await city.maleri.says("/language")
    await city.maleri.says("2")
    assert city.maleri.last_text.startswith("I will write in English now.")


async def test_the_language_can_be_named_with_the_command(city: City) -> None:
    await city.park.says("/sprak svenska")
    assert city.park.last_text.startswith("Nu skriver jag på svenska.")


async def test_a_change_of_language_in_a_form_shows_the_question_in_it(city: City) -> None:
    await city.maleri.says("/rapportera")
    await city.maleri.says("/sprak")
    language_question = city.maleri.received[-2]
    await city.maleri.presses_forged(
        language_question.buttons[1][0].data or "", message_id=language_question.message_id
    )
    assert "Step 1\n" in city.maleri.last_text


async def test_help_names_the_role_and_another_way(city: City) -> None:
    for chat, words in (
        (city.maleri, "/rapportera"),
        (city.matcher_a, "Jag tar den"),
        (city.coordinator, "när du behövs"),
        (city.park, "/report"),
    ):
        await chat.says("/hjalp")
        assert words in chat.last_text
        assert "040-628 04 00" in chat.last_text
