"""What can be drawn, and how."""

from domain.language import Language
from messages.pictures.drawing import Colours, Drawing
from messages.pictures.goal import GoalPicture
from messages.pictures.goal_drawing import card_facts, goal_facts
from messages.pictures.year import YearPicture
from messages.pictures.year_drawing import year_facts

Picture = GoalPicture | YearPicture


def drawing_of(picture: Picture, language: Language, colours: Colours = Colours.LIGHT) -> Drawing:
    """The drawing of a picture's numbers, for a reader of that language."""
    if isinstance(picture, GoalPicture):
        return Drawing("goal", goal_facts(picture, language), colours)
    return Drawing("year", year_facts(picture, language), colours)


def card_of(picture: GoalPicture, language: Language, colours: Colours) -> Drawing:
    """The same goal picture for a card of a page."""
    return Drawing("card", card_facts(picture, language), colours)
