"""The agenda on paper: one page that is read aloud in order, whatever stands on it."""

from dataclasses import replace
from datetime import date

import pytest

from domain.agenda import Matter
from domain.language import Language
from messages.meetings import agenda_page
from messages.meetings.agenda import ActionFollowed, AgendaAbout, AgendaPage, AgendaPoint, LastTime, MeetingOn
from messages.meetings.agenda_page import MOST
from tests.documents import pages_of, read
from tests.messages.samples import build

DAY = date(2026, 12, 10)


def page(text: str, lines: int, *, is_for_supplier: bool) -> AgendaPage:
    """With so many lines in each part, each as long as that text."""
    sample: AgendaPage = build(AgendaPage, text[:40], 3)
    other = MeetingOn(sample.meeting.kind, DAY)
    points = (AgendaPoint(Matter.TELL_HOW, AgendaAbout(text, meeting=other), DAY),) * lines
    last_time = LastTime(other, (ActionFollowed(text, DAY, is_for_city=True, is_done=False, is_late=True),) * lines)
    agenda = replace(sample.agenda, for_city=points, for_supplier=points, last_time=last_time)
    return replace(sample, agenda=agenda, is_for_supplier=is_for_supplier)


@pytest.mark.parametrize("is_for_supplier", [False, True], ids=["city", "supplier"])
def test_it_is_one_page_with_room_for_notes_however_long_its_lines_are(*, is_for_supplier: bool) -> None:
    long = "Visa lokalen och hur arbetet går till, och bestäm vem som handleder den som kommer. " * 2
    file = agenda_page.pdf(page(long.strip(), MOST, is_for_supplier=is_for_supplier), Language.SWEDISH)
    (only,) = pages_of(file)
    assert "Anteckningar" in only


def test_it_says_that_there_is_more_than_it_has_room_for_and_what_was_written_is_never_markup() -> None:
    reader = read(agenda_page.pdf(page("#x $y <b>", MOST + 3, is_for_supplier=False), Language.SWEDISH))
    assert reader.metadata is not None
    assert reader.metadata.title == "Slutmöte med #x $y <b>"
    assert reader.pages[0].extract_text().count("och 3 till") == 3
