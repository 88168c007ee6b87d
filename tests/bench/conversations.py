"""What people say to the bots that are measured."""

from tests.bench.person import Turn

ECHO = (Turn("Centrum", answer="Centrum"),)

BEGUN = Turn("/rapportera", answer="Steg 1\n")
CANCELLED = Turn("/avbryt", answer="Avbrutet")

TYPED = (
    BEGUN,
    Turn("1", answer="Steg 2 av 6"),
    Turn("1", answer="Steg 3 av 6"),
    Turn("2", answer="Steg 4 av 6"),
    Turn("Centrum", answer="Steg 5 av 6"),
    Turn("2", answer="Steg 6 av 6"),
    Turn("2", answer="Antal: 2 platser"),
    CANCELLED,
)
UP_TO_THE_SUMMARY = TYPED[:-1]
PRESSED = (
    BEGUN,
    Turn(None, answer="Steg 2 av 6"),
    Turn(None, answer="Steg 3 av 6"),
    Turn(None, answer="Steg 4 av 6"),
    Turn("Centrum", answer="Steg 5 av 6"),
    Turn(None, answer="Steg 6 av 6"),
    Turn(None, answer="Antal: 1 plats"),
    CANCELLED,
)
MIXED = TYPED + PRESSED
FORMS = {"typed": TYPED, "pressed": PRESSED, "mixed": MIXED}
