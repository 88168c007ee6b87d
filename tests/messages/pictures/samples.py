"""Pictures that are looked at: of few and many, beyond the goal and without one, and of two years."""

from dataclasses import replace
from datetime import date

from messages.pictures.goal import GoalPicture
from messages.pictures.year import Starts, YearPicture

TODAY, LAST = date(2026, 11, 23), date(2026, 12, 31)

GOAL = GoalPicture(2026, TODAY, 40, confirmed=26, begun=2, matched=3, offered=5, earlier=6)
OF_SEVEN = GoalPicture(2026, TODAY, 7, confirmed=3, begun=1, matched=1, offered=1)
OF_HUNDREDS = GoalPicture(2026, TODAY, 400, confirmed=226, begun=20, matched=34, offered=60, earlier=26)
BEYOND = GoalPicture(2026, TODAY, 40, confirmed=47, begun=3, matched=3, offered=2, earlier=26)
WITHOUT_GOAL = replace(GOAL, goal=None)
FEW = GoalPicture(2026, TODAY, 40, confirmed=27, begun=None, matched=None, offered=5)
NOTHING = GoalPicture(2026, TODAY, 40, confirmed=0, begun=0, matched=0, offered=0)
THOUSANDS = GoalPicture(2026, TODAY, 12_000, confirmed=4_711, begun=300, matched=999, offered=2_000)

A_MONTH_EACH = (
    *(Starts(1, 0, 0), Starts(0, 2, 0), Starts(2, 1, 1), Starts(), Starts(1, 1, 0), Starts(2, 0, 0)),
    *(Starts(), Starts(), Starts(3, 1, 2), Starts(1, 0, 0), Starts(1, 0, 1), Starts()),
)
YEAR = YearPicture(2026, TODAY, 40, Starts(3, 2, 1), A_MONTH_EACH, mentors=5, visits=2, lectures=1)
YEAR_BEFORE = replace(YEAR, on=LAST, goal=None, earlier=Starts(), mentors=0, visits=0, lectures=0)
FIRST_DAY = YearPicture(2026, date(2026, 1, 1), 40, Starts(), (Starts(),) * 12)
YEAR_BEYOND = replace(YEAR, goal=7)
