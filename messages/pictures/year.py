"""The year picture: month by month towards the goal, by the kind of place in which each resident began."""

from datetime import date

from domain.frozen import frozen


@frozen
class Starts:
    """Residents who count towards the goal, each once a year, by the kind of place in which they began."""

    internships: int = 0
    apprenticeships: int = 0
    employments: int = 0


@frozen
class YearPicture:
    """What the year picture shows: numbers alone. A month's are small, so it is for staff and never leaves them.

    A message that stands under it has it as its parameters' `picture`, and `Attachment.YEAR_PICTURE`.

    Attributes:
        year: Which.
        on: The day on which the numbers were so; months after it are left empty.
        goal: Residents; None where no goal is set, and then there is no line.
        earlier: Earlier results of the year, of which no month is known: they stand before January.
        months: The twelve months from January on, each with those who began in it.
        mentors: Vocational mentors engaged this year, told beside and never as residents.
        visits: Study visits held this year.
        lectures: Lectures held this year.
    """

    year: int
    on: date
    goal: int | None
    earlier: Starts
    months: tuple[Starts, ...]
    mentors: int = 0
    visits: int = 0
    lectures: int = 0
