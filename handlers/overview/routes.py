"""What can happen with the overview of a year."""

from domain.command import Command
from handlers import doorways
from handlers.handling.routes import Routes
from handlers.overview import (
    breaking_down,
    codes,
    listing_goals,
    looking_behind,
    opening_part,
    picturing_year,
    setting_goal,
    showing,
)

ROUTES = Routes(
    commands=((Command.OVERVIEW, showing.show),),
    buttons=(
        (doorways.OVERVIEW, showing.show_year),
        (codes.YEAR_PICTURE, picturing_year.show),
        (codes.BREAKDOWN, breaking_down.show),
        (codes.PART, opening_part.show),
        (codes.BEHIND, looking_behind.show),
        (codes.RESULTS, showing.show_results),
        (codes.GOALS, listing_goals.show),
        (codes.SET_GOAL, setting_goal.begin),
    ),
)
