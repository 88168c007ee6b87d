"""Labels as people type them."""

from datetime import date

from domain.language import Language
from messages.button import Button
from messages.label import Label
from messages.typed_label import both, loosely_named, named

SWEDISH, ENGLISH = Language.SWEDISH, Language.ENGLISH
DAY = date(2026, 11, 24)


def buttons(*labels: str | Label) -> list[Button]:
    return [
        Button(Label(each) if isinstance(each, str) else each, "", number)
        for number, each in enumerate(labels, start=1)
    ]


ALERT = buttons("slot.claim", "inquiry.ask")
MEETING = buttons("meeting.coming", "meeting.not_coming", "meeting.other_time")
YES_NO = buttons("start_answer.yes", "start_answer.no")
HELD = buttons("outcome.held", "outcome.missed")
TRADES = buttons("trade.painting", "trade.kitchen", "trade.logistics", "trade.grounds")
STARTS = buttons(Label("start.next_working_day", day=DAY), Label("answer.calendar"))
AREAS = buttons(Label(text="Malmö, Limhamn"), Label(text="Råå"))
TWINS = buttons(Label(text="Kim Ek"), Label(text="Kim Ek"))


def test_a_label_is_named_by_its_words_with_or_without_its_number() -> None:
    for text in ("Jag tar den", "jag tar den", "JAG TAR DEN!", "1. Jag tar den", "1 jag tar den", "”Jag tar den” 👍"):
        assert named(text, ALERT, [SWEDISH]) == 0, text
    assert named("I'll take it", ALERT, [SWEDISH]) is None
    assert named("I’ll take it", ALERT, both(SWEDISH)) == 0
    assert named("stall en fraga", ALERT, [SWEDISH]) == 1


def test_another_number_two_of_one_name_or_a_part_is_not_named() -> None:
    for text, shown in (("2. Jag tar den", ALERT), ("jag tar", ALERT), ("Kim Ek", TWINS), ("👍", ALERT), ("", ALERT)):
        assert loosely_named(text, shown, SWEDISH) is None, text


def test_where_nothing_else_can_be_meant_a_part_is_enough() -> None:
    meant = {"jag kommer": 0, "Vi kommer!": 0, "jag kan inte": 1, "nej jag kan inte": 1, "Ja": None}
    assert {text: loosely_named(text, MEETING, SWEDISH) for text in meant} == meant
    trades = {"måleri": 0, "Maleri": 0, "kök": 1, "restaurang": 1, "lager": 2, "park": 3, "mark": 3, "golv": None}
    assert {text: loosely_named(text, TRADES, SWEDISH) for text in trades} == trades
    assert loosely_named("nästa arbetsdag", STARTS, SWEDISH) == 0


def test_a_text_of_its_own_is_named_whole() -> None:
    assert loosely_named("Limhamn", AREAS, SWEDISH) is None
    assert loosely_named("malmö limhamn", AREAS, SWEDISH) == 0
    assert loosely_named("raa", AREAS, SWEDISH) == 1


def test_a_yes_and_a_no_in_many_words() -> None:
    for shown in (YES_NO, HELD):
        for language in Language:
            for yes in ("ja", "Ja!", "Japp", "ja tack", "absolut", "yes", "Yes please"):
                assert loosely_named(yes, shown, language) == 0, yes
            for no in ("nej", "Nej tack", "nä", "no", "nope"):
                assert loosely_named(no, shown, language) == 1, no
