"""What is asked often, with its answer: what Steget brings along, as the city words it, and what the city has added."""

from datetime import date
from enum import StrEnum

from domain.frozen import frozen
from domain.language import Language

LONGEST_FAQ_QUESTION = 120
LONGEST_FAQ_ANSWER = 1_000
LONGEST_CITY_QUESTION = 1_000
"""What somebody asks the city, where the list has no answer; and the answer to it."""


class FaqCode(StrEnum):
    """What Steget brings along. A new one goes to the end: buttons carry its place."""

    MUST_WE_HIRE = "must_we_hire"
    WHAT_COUNTS = "what_counts"
    MISSED_MEETING = "missed_meeting"
    WHO_PAYS = "who_pays"
    HOW_LONG = "how_long"
    INSURANCE = "insurance"
    SUPERVISOR = "supervisor"
    SAFETY = "safety"
    UNDER_18 = "under_18"
    UNION = "union"
    RECORD_EXTRACT = "record_extract"
    SUBSIDIES = "subsidies"
    OSA = "osa"
    WHY_SO_LITTLE = "why_so_little"
    ENDING_EARLY = "ending_early"


@frozen
class FaqKey:
    """Which question it is.

    Attributes:
        code: One that Steget brings along; None where the city has added it.
        id: The number of what the city has added; 0 for what Steget brings along.
    """

    code: FaqCode | None = None
    id: int = 0

    @property
    def numbers(self) -> tuple[int, int]:
        """As a button carries it."""
        return (list(FaqCode).index(self.code) + 1 if self.code else 0, self.id)

    @classmethod
    def read(cls, place: int, entry_id: int) -> "FaqKey | None":
        """What a button carries; None for what no button of ours does."""
        codes = list(FaqCode)
        if place == 0:
            return cls(id=entry_id) if entry_id > 0 else None
        return cls(codes[place - 1]) if 0 < place <= len(codes) else None


@frozen
class FaqWording:
    """A question and its answer in one language.

    Attributes:
        checked_on: The day on which somebody last saw to it that it is so.
        is_to_confirm: A caseworker has to confirm it in each case.
    """

    question: str
    answer: str
    checked_on: date
    is_to_confirm: bool = False


Phrases = frozenset[str]
"""Words and short phrases as people say them; of a phrase every word has to stand in the text, wherever it does."""


@frozen
class AskedOften:
    """One question with its answer, in the languages that it has.

    Attributes:
        swedish: None where the city has written it in English alone.
        english: None where the city has written it in Swedish alone.
        alone: What people say for it and for nothing else: each is enough.
        together: What says it together: of each group something has to stand in the text.
        is_citys: The city has worded it, in a language at least.
        is_hidden: The city has put it away: only those who may bring it back see it.
    """

    key: FaqKey
    swedish: FaqWording | None
    english: FaqWording | None
    alone: Phrases = frozenset()
    together: tuple[tuple[Phrases, ...], ...] = ()
    is_citys: bool = False
    is_hidden: bool = False

    @property
    def wordings(self) -> tuple[FaqWording, ...]:
        """As many as there are."""
        return tuple(each for each in (self.swedish, self.english) if each is not None)

    def worded(self, language: Language) -> FaqWording | None:
        """In that language; None where it isn't written in it."""
        return self.swedish if language is Language.SWEDISH else self.english
