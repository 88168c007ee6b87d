"""Every kind of contribution, reported as people do it: by presses, and by texts alone, in both languages."""

from datetime import date

import pytest

from domain.language import Language
from domain.slot import SlotKind, Trade
from domain.slot_field import FIELDS_OF, SlotField
from messages.label import Label
from tests.chat import Chat
from tests.city import City

PRESSED: dict[SlotKind, list[str]] = {
    SlotKind.INTERNSHIP: ["kind.internship", "trade.painting", "=2", "Centrum", "monday", "8 "],
    SlotKind.APPRENTICESHIP: ["kind.apprenticeship", "trade.painting", "=1", "Råå", "monday", "6 m"],
    SlotKind.EMPLOYMENT: [
        "kind.employment",
        "trade.painting",
        "=3",
        "Centrum",
        "monday",
        "choice.employment_form_permanent",
    ],
    SlotKind.MENTOR: ["kind.mentor", "trade.office", "=1", "Centrum", "monday", "=5"],
    SlotKind.STUDY_VISIT: ["kind.study_visit", "trade.painting", "=10", "Centrum", "monday"],
    SlotKind.LECTURE: ["kind.lecture", "trade.painting", "En dag som målare", "Centrum", "monday"],
}
"""What each question is answered with: a label's key, "=" before a number on a button, or a text."""

TYPED: dict[SlotKind, list[str]] = {
    SlotKind.INTERNSHIP: ["1", "1", "2", "Centrum", "vecka 49", "8 v", "1"],
    SlotKind.APPRENTICESHIP: ["2", "1", "1", "Råå", "30/11", "2027-05-29", "1"],
    SlotKind.EMPLOYMENT: ["3", "1", "3", "Centrum", "1 dec", "2", "2027-03-01", "1"],
    SlotKind.MENTOR: ["4", "1", "1", "Centrum", "30/11", "5", "1"],
    SlotKind.STUDY_VISIT: ["5", "1", "12", "Centrum", "2026-12-03", "1"],
    SlotKind.LECTURE: ["6", "1", "En dag som målare", "Centrum", "3 dec", "1"],
}
LINES = {
    SlotKind.INTERNSHIP: "Praktikplats · Måleri · 2 platser · Centrum · från 30 nov",
    SlotKind.APPRENTICESHIP: "Lärlingsplats · Måleri · 1 plats · Råå · från 30 nov",
    SlotKind.EMPLOYMENT: "Anställning · Måleri · 3 tjänster · Centrum · från 1 dec",
    SlotKind.MENTOR: "Yrkesmentor · Måleri · 1 mentor · Centrum · från 30 nov",
    SlotKind.STUDY_VISIT: "Studiebesök · Måleri · 12 personer · Centrum · den 3 dec",
    SlotKind.LECTURE: "Föreläsning · Måleri · Centrum · den 3 dec",
}

every_kind = pytest.mark.parametrize("kind", SlotKind)
every_language = pytest.mark.parametrize("language", Language)


async def speaks(chat: Chat, language: Language) -> None:
    await chat.says(f"/sprak {language.value}")


async def answers_by_press(chat: Chat, answer: str, language: Language) -> None:
    """One answer: the button with that label, or a text where the question has none."""
    if answer.startswith("="):
        await chat.presses(answer[1:])
    elif answer == "monday":
        await chat.presses("Måndag" if language is Language.SWEDISH else "Monday")
    elif "." in answer:
        await chat.presses(Label(answer).worded(language))
    elif any(answer in button for button in chat.buttons):
        await chat.presses(answer)
    else:
        await chat.says(answer)


@every_language
@every_kind
async def test_each_kind_is_reported_by_presses(city: City, kind: SlotKind, language: Language) -> None:
    await speaks(city.maleri, language)
    await city.maleri.says("/rapportera")
    for answer in PRESSED[kind]:
        await answers_by_press(city.maleri, answer, language)
    await city.maleri.presses(Label("answer.send").worded(language))
    assert city.maleri.last_text.startswith("Tack!" if language is Language.SWEDISH else "Thank you!")
    (slot,) = await city.slots()
    assert slot.kind is kind
    assert slot.starts_on == date(2026, 11, 30)
    assert "Jag tar den" in city.matcher_a.buttons[0]


@every_kind
async def test_each_kind_is_reported_by_texts_alone_and_alerts_with_a_line_that_does_alone(
    city: City, kind: SlotKind
) -> None:
    await city.maleri.says("/rapportera")
    for answer in TYPED[kind]:
        await city.maleri.says(answer)
    assert city.maleri.last_text.startswith("Tack!")
    assert city.matcher_a.last_text.split("\n")[0] == LINES[kind]
    (slot,) = await city.slots()
    assert slot.trade is Trade.PAINTING


@pytest.mark.parametrize(
    ("kind", "language"), [*((kind, Language.SWEDISH) for kind in SlotKind), (SlotKind.EMPLOYMENT, Language.ENGLISH)]
)
async def test_whatever_more_can_be_told_of_a_kind_is_asked_kept_and_shown(
    city: City, kind: SlotKind, language: Language
) -> None:
    await speaks(city.maleri, language)
    await city.maleri.says("/rapportera")
    await city.maleri.answers(*TYPED[kind][:-1])
    await city.maleri.presses(Label("answer.more").worded(language))
    for number, field in enumerate(FIELDS_OF[kind], start=2):
        await city.maleri.says(str(number))
        assert Label(f"ask.{field}").worded(language) in city.maleri.last_text
        await city.maleri.says(telling(city.maleri, field))
        filled = f"{Label(f'field.{field}').worded(language)} ({Label('answer.filled').worded(language)})"
        assert any(filled in button for button in city.maleri.buttons), field
    await city.maleri.presses(Label("answer.done").worded(language))
    await city.maleri.says("1")
    (slot,) = await city.slots()
    assert set(FIELDS_OF[kind]) - {SlotField.ANSWER_BY} <= set(slot.details)
    assert str(slot.answer_by) == "2026-11-27"
    await city.maleri.says("/platser")
    await city.maleri.says("1")
    for field in FIELDS_OF[kind]:
        assert f"{Label(f'field.{field}').worded(language)}: " in city.maleri.last_text
    await city.matcher_a.presses("Visa allt")
    assert "Skriver om arbetet" in city.matcher_a.last_text


def telling(chat: Chat, field: SlotField) -> str:
    """What is typed for a field: its first choice where it has choices, else a number or words."""
    if field is SlotField.ANSWER_BY:
        return "27 nov"
    if field is SlotField.HOURS_A_WEEK:
        return "30"
    return "1" if chat.buttons[0].startswith("1. ") else "Skriver om arbetet"


async def test_a_filled_in_extra_can_be_taken_away_again(city: City) -> None:
    await city.maleri.says("/rapportera")
    await city.maleri.answers(*TYPED[SlotKind.INTERNSHIP][:-1])
    await city.maleri.presses("Berätta mer")
    await city.maleri.presses("Titel")
    await city.maleri.says("Målare")
    await city.maleri.presses("Titel (ifyllt)")
    await city.maleri.presses("Ta bort svaret")
    assert "Titel (ifyllt)" not in " ".join(city.maleri.buttons)
    await city.maleri.presses("Klart")
    await city.maleri.presses("Skicka")
    (slot,) = await city.slots()
    assert slot.details == {}


async def test_changing_the_kind_asks_for_what_is_missing_and_drops_what_does_not_belong(city: City) -> None:
    await city.maleri.says("/rapportera")
    await city.maleri.answers(*TYPED[SlotKind.INTERNSHIP][:-1])
    await city.maleri.presses("Ändra typ")
    await city.maleri.presses("Föreläsning")
    assert "Vad handlar föreläsningen om?" in city.maleri.last_text
    await city.maleri.says("En dag som målare")
    assert "Stämmer det?" in city.maleri.last_text
    assert "Slut:" not in city.maleri.last_text
    await city.maleri.presses("Skicka")
    (slot,) = await city.slots()
    assert (slot.kind, slot.ends_on, slot.places) == (SlotKind.LECTURE, None, 1)
    assert slot.details == {"topic": "En dag som målare"}
