"""The first line of the question to a supplier: why it, and what is asked, in both languages, written by hand."""

from datetime import date

import pytest

from domain.language import Language
from domain.reversed_question import Reason, Why
from domain.slot import SlotKind, Trade
from messages.message import Message
from messages.rendering import plain, rendered
from messages.wishes.reversed import PlaceAsked, PlaceFacts
from tests.each import each

MARCH = date(2027, 3, 1)
INTERN = PlaceFacts(SlotKind.INTERNSHIP, Trade.PAINTING, "Centrum", MARCH)
APPRENTICE = PlaceFacts(SlotKind.APPRENTICESHIP, Trade.PLUMBING, "", MARCH)
JOB = PlaceFacts(SlotKind.EMPLOYMENT, Trade.OFFICE, "Norr", MARCH)
MENTOR = PlaceFacts(SlotKind.MENTOR, Trade.FLOORING, "", MARCH)

LINES = [
    (
        INTERN,
        Reason(Why.TAKEN, taken=2),
        "Ni har tagit emot två praktikanter i måleri. Kan ni ta emot en till, i Centrum från mars?",
        "You have taken two interns in painting. Can you take one more, in Centrum from March?",
    ),
    (
        APPRENTICE,
        Reason(Why.TAKEN, taken=1),
        "Ni har tagit emot en lärling inom VVS. Kan ni ta emot en till från mars?",
        "You have taken one apprentice in plumbing. Can you take one more from March?",
    ),
    (
        INTERN,
        Reason(Why.TAKEN, taken=13),
        "Ni har tagit emot 13 praktikanter i måleri. Kan ni ta emot en till, i Centrum från mars?",
        "You have taken 13 interns in painting. Can you take one more, in Centrum from March?",
    ),
    (
        INTERN,
        Reason(Why.PROMISED, contract="2026/1"),
        "I ert avtal 2026/1 ingår praktikplatser. Kan ni ta emot en praktikant i måleri i Centrum från mars?",
        "Your contract 2026/1 includes internship places. Can you take an intern in painting in Centrum from March?",
    ),
    (
        JOB,
        Reason(Why.PLANNED, contract="2026/1"),
        "Er plan i avtalet 2026/1 väntar på ett erbjudande. Kan ni anställa någon på kontor i Norr från mars?",
        "Your plan in contract 2026/1 is waiting for an offer. Can you employ someone in an office in Norr from March?",
    ),
    (
        MENTOR,
        Reason(Why.OFFERED),
        "Ni har erbjudit yrkesmentorer inom golv förut. Kan ni ställa upp med en yrkesmentor från mars?",
        "You have offered vocational mentors in flooring before. Can you offer a vocational mentor from March?",
    ),
    (
        APPRENTICE,
        Reason(Why.TAKEN_OTHERWISE),
        "Ni har tagit emot någon inom VVS förut. Kan ni ta emot en lärling från mars?",
        "You have taken someone in plumbing before. Can you take an apprentice from March?",
    ),
    (
        INTERN,
        Reason(Why.SAID_LATER),
        "Ni skrev att ni kanske kan nu. Kan ni ta emot en praktikant i måleri i Centrum från mars?",
        "You wrote that you may be able to now. Can you take an intern in painting in Centrum from March?",
    ),
    (
        INTERN,
        Reason(Why.IN_TRADE),
        "Det här är er bransch. Kan ni ta emot en praktikant i måleri i Centrum från mars?",
        "This is your trade. Can you take an intern in painting in Centrum from March?",
    ),
]


def test_a_supplier_reads_at_once_why_it_is_asked_and_for_what(subtests: pytest.Subtests) -> None:
    for place, reason, swedish, english in LINES:
        for language, right in ((Language.SWEDISH, swedish), (Language.ENGLISH, english)):
            with each(subtests, right):
                words = plain(rendered(Message(PlaceAsked(place, reason, "Exempelstad")), language).text)
                assert words.splitlines()[0] == right
